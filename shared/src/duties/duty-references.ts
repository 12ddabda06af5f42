import type { Bearer, SingleBearer } from './bearer.contract';
import type { Duty } from './catalogue.contract';
import type { Evidence, EvidenceLeaf } from './evidence.contract';
import type { Trigger } from './trigger.contract';

/** The lists of a catalogue that others point into, with the Chinese word for an entry. */
export const lists = {
  postKinds: '岗位类别',
  bodies: '机构',
  unitClasses: '单位类别',
  recordKinds: '履职记录类别',
  registers: '台账',
  events: '事件',
  scenes: '时段',
  readings: '释义',
  duties: '职责',
} as const;
export type ListName = keyof typeof lists;

export interface Reference {
  /** What refers: a duty's key or a path. */
  where: string;
  list: ListName;
  key: string;
}

/** Everything that a duty points to. */
export function dutyReferences(duty: Duty): Reference[] {
  const found: Omit<Reference, 'where'>[] = [
    ...bearerReferences(duty.bearer),
    ...(duty.evidence ? evidenceReferences(duty.evidence) : []),
    ...(duty.when.inside ?? []).map((inside) => ({ list: 'scenes' as const, key: inside.scene })),
    ...(duty.when.triggers ?? []).flatMap(triggerReferences),
    ...(duty.readings ?? []).map((key) => ({ list: 'readings' as const, key })),
  ];
  return found.map((reference) => ({ where: duty.key, ...reference }));
}

/** The single bearers that a bearer is made of. */
export function singleBearers(bearer: Bearer): SingleBearer[] {
  return bearer.type === 'several' ? bearer.of : [bearer];
}

function bearerReferences(bearer: Bearer): Omit<Reference, 'where'>[] {
  return singleBearers(bearer).flatMap((single): Omit<Reference, 'where'>[] => {
    switch (single.type) {
      case 'post': {
        const delegates = single.performance?.type === 'delegable' ? single.performance.to : [];
        return [single.postKind, ...delegates].map((key) => ({ list: 'postKinds', key }));
      }
      case 'unit-class':
        return [{ list: 'unitClasses', key: single.unitClass }];
      case 'roster':
        return single.scene ? [{ list: 'scenes', key: single.scene }] : [];
      case 'anyone':
        return [];
      default:
        return [{ list: 'bodies', key: single.body }];
    }
  });
}

/** The single pieces of evidence in any group. */
export function evidenceLeaves(evidence: Evidence): EvidenceLeaf[] {
  if (!('of' in evidence)) return [evidence];
  return evidence.of.flatMap((part) => ('of' in part ? part.of : [part]));
}

function evidenceReferences(evidence: Evidence): Omit<Reference, 'where'>[] {
  return evidenceLeaves(evidence).flatMap((leaf): Omit<Reference, 'where'>[] => {
    if (leaf.type === 'record') return [{ list: 'recordKinds', key: leaf.recordKind }];
    if (leaf.type === 'register') return [{ list: 'registers', key: leaf.register }];
    if (leaf.type === 'signature') return leaf.by.map((key) => ({ list: 'postKinds', key }));
    return [];
  });
}

function triggerReferences(trigger: Trigger): Omit<Reference, 'where'>[] {
  if (trigger.type === 'duty-act') return [{ list: 'duties', key: trigger.duty }];
  if (trigger.type === 'assigned') return [];
  return [{ list: 'events', key: trigger.event }];
}
