import { uuidv7 } from 'uuidv7';
import type { Phone } from './phone';

/** What the outbox has written down on a phone. */
export interface KeptItem {
  id: string;
  personId: string;
  title: string;
  state: string;
  photos: { id: string; source: string; state: string }[];
  [field: string]: unknown;
}

/** The stored text is JSON within JSON: WeChat's and the program's own. */
const read = (text: string): unknown => JSON.parse(JSON.parse(text) as string);
const written = (value: unknown): string => JSON.stringify(JSON.stringify(value));

export function keptItems({ device }: Phone): KeptItem[] {
  const keys = [...device.storage.keys()].filter((key) => key.startsWith('outbox:')).sort();
  return keys.map((key) => read(device.storage.get(key) ?? '') as KeptItem);
}

export function personOn({ device }: Phone): string {
  return (read(device.storage.get('session') ?? '') as { person: { id: string } }).person.id;
}

/** Waits of the program pass twenty times as fast from its next start. */
export function hurry({ device }: Phone): void {
  device.storage.set('pace', written(0.05));
}

/** Puts an item on the phone as the program would have kept it, for its next start. */
export function keepItem(phone: Phone, part: Partial<KeptItem> = {}): void {
  const item = {
    id: uuidv7(),
    personId: personOn(phone),
    title: '上报，请安监站研判',
    about: '示例',
    path: '/hazards',
    subject: `hazard:${uuidv7()}`,
    stale: [],
    capturedAt: new Date().toISOString(),
    offset: 0,
    body: {},
    fixed: false,
    photos: [],
    state: 'waiting',
    ...part,
  };
  phone.device.storage.set(`outbox:${item.personId}:${item.id}`, written(item));
}
