import { setTimeout as sleep } from 'node:timers/promises';
import type { Phone } from '../../weapp/support/phone';
import type { Seeded } from './seeded';
import { PACE } from './valley';

/** The longest that a kill waits after the send: some hundred milliseconds hold announcement, report and several parts of a photo. */
const KILLED_WITHIN_MS = 250;

/** An outbox item, as far as these tests look into the phone. */
interface Kept {
  state: string;
  photos: { state: string }[];
}

/** Somebody in the field with one bar of signal, whose phone is killed now and then. */
export class FieldPhone {
  kills = 0;

  constructor(
    readonly phone: Phone,
    private readonly chance: Seeded,
  ) {}

  /** Everything that waits does so a hundred times shorter; known to the program from its next start. */
  hurry(): void {
    this.phone.device.storage.set('pace', JSON.stringify(PACE));
    this.phone.start();
  }

  /** One line and one photo; the program is killed while typing, right after sending, or not at all. */
  async report(text: string): Promise<void> {
    await this.open();
    await this.phone.type('#description', text);
    if (this.chance.chance(0.1)) await this.killedWhileTyping(text);
    await this.phone.tap('#photoIds');
    await this.phone.has('.photos__item');
    await this.phone.tap('#submit-hazard');
    await this.written(text);
    if (this.chance.chance(0.3)) await this.killedSoon();
  }

  /** Waits until nothing on the phone is still to be sent. @throws when so many milliseconds pass in which nothing more arrived */
  async delivered(patience: number): Promise<void> {
    let left = Number.POSITIVE_INFINITY;
    let until = 0;
    for (let unsent = this.unsent(); unsent.length > 0; unsent = this.unsent()) {
      const photos = unsent.flatMap((item) => item.photos).filter(({ state }) => state !== 'stored');
      const still = unsent.length + photos.length;
      if (still < left) until = Date.now() + patience;
      left = still;
      if (Date.now() > until) throw new Error(`not delivered: ${JSON.stringify(unsent.slice(0, 3))}`);
      await sleep(20);
    }
  }

  private async open(): Promise<void> {
    this.phone.open('hazards/report/index');
    await this.phone.has('#description');
  }

  private async killedWhileTyping(text: string): Promise<void> {
    this.restart();
    await this.open();
    if (this.phone.valueOf('#description') !== text) throw new Error(`the draft of “${text}” did not survive the kill`);
  }

  private async killedSoon(): Promise<void> {
    await sleep(this.chance.between(0, KILLED_WITHIN_MS));
    this.restart();
  }

  private restart(): void {
    this.kills += 1;
    this.phone.start();
  }

  /** What was sent is on the phone before anything else happens. */
  private async written(text: string): Promise<void> {
    const isThere = () =>
      [...this.phone.device.storage].some(([key, value]) => key.startsWith('outbox:') && value.includes(text));
    for (let waited = 0; !isThere(); waited += 5) {
      if (waited > 10_000) throw new Error(`“${text}” is not in the outbox`);
      await sleep(5);
    }
  }

  private unsent(): Kept[] {
    const items = [...this.phone.device.storage]
      .filter(([key]) => key.startsWith('outbox:'))
      .map(([, value]): Kept => JSON.parse(JSON.parse(value)));
    return items.filter(
      ({ state, photos }) => state !== 'delivered' || photos.some((photo) => photo.state !== 'stored'),
    );
  }
}
