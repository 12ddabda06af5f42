import { postKindName, viewBearer } from './bearer.words';
import { describeWhen, type WhenNames } from './cadence.words';
import type { CatalogueContent, Duty, Verdict } from './catalogue.contract';
import { readDocument } from './document';
import type { Piece } from './document-pieces';
import { normaliseAddress } from './document-text';
import type { ClauseView, DocumentView, DutyView, PieceView } from './duty.contract';
import { evidenceLeaves } from './duty-references';
import { describeEvidence, describeIndicator, type EvidenceNames } from './evidence.words';
import { categoryNames, natureNames } from './vocabulary';

/** Every duty of a checked catalogue as the API answers it, in the catalogue's order. */
export function viewDuties(catalogue: CatalogueContent): DutyView[] {
  const names = namesOf(catalogue);
  return catalogue.duties.map((duty) => viewDuty(duty, catalogue, names));
}

type Names = WhenNames & EvidenceNames;

function namesOf(catalogue: CatalogueContent): Names {
  const named = (list: { key: string; name: string }[], key: string) =>
    list.find((entry) => entry.key === key)?.name ?? key;
  return {
    scene: (key) => named(catalogue.scenes, key),
    event: (key) => named(catalogue.events, key),
    severity: (event, severity) =>
      named(catalogue.events.find((entry) => entry.key === event)?.severities ?? [], severity),
    duty: (key) => catalogue.duties.find((duty) => duty.key === key)?.title ?? key,
    recordKind: (key) => named(catalogue.recordKinds, key),
    register: (key) => named(catalogue.registers, key),
    postKind: (key) => postKindName(catalogue, key),
  };
}

function viewDuty(duty: Duty, catalogue: CatalogueContent, names: Names): DutyView {
  const bearer = viewBearer(duty.bearer, catalogue);
  const { key, title, nature, quote } = duty;
  return {
    key,
    title,
    bearer,
    postKinds: [...new Set(bearer.parts.flatMap((part) => part.postKinds))],
    nature,
    natureName: natureNames[nature],
    clause: normaliseAddress(duty.clause),
    piece: normaliseAddress(duty.piece),
    quote,
    lead: duty.lead ?? null,
    restsOn: duty.restsOn ?? [],
    recurrence: recurrence(duty, names),
    every: numberIn(duty),
    evidence: duty.evidence ? describeEvidence(duty.evidence, names) : null,
    recordKinds: recordKinds(duty).map((kind) => ({ key: kind, name: names.recordKind(kind) })),
    category: { ...duty.category, name: categoryNames[duty.category.value] },
    canFallDue: nature === 'act' && duty.category.value !== 'withdrawn',
    line: duty.line ?? null,
    readings: (duty.readings ?? [])
      .flatMap((wanted) => catalogue.readings.filter((reading) => reading.key === wanted))
      .map(({ ambiguity, reading, basis }) => ({ ambiguity, reading, basis })),
    note: duty.note ?? null,
  };
}

/** The number of a duty's regular cadence: the document's own, or the township's reading of its words. */
function numberIn(duty: Duty): DutyView['every'] {
  const { regular } = duty.when;
  const cadence = regular?.type === 'unquantified' ? regular.reading?.cadence : regular;
  return cadence?.type === 'every' ? { unit: cadence.unit, span: cadence.span, times: cadence.count.n } : null;
}

function recurrence(duty: Duty, names: Names): string {
  const only = duty.condition ? `（仅限：${duty.condition.words}）` : '';
  if (duty.indicator) return `${natureNames.indicator}：${describeIndicator(duty.indicator)}${only}`;
  if (duty.nature !== 'act') return `${natureNames[duty.nature]}，不设到期${only}`;
  return `${describeWhen(duty.when, names)}${only}`;
}

/** Keys of the 履职记录 kinds that can count for the duty, each once. */
function recordKinds(duty: Duty): string[] {
  if (!duty.evidence) return [];
  return [
    ...new Set(evidenceLeaves(duty.evidence).flatMap((leaf) => (leaf.type === 'record' ? [leaf.recordKind] : []))),
  ];
}

/** The document with the duties that each piece makes. Built from a catalogue that passed the check against this text. */
export function viewDocument(catalogue: CatalogueContent, sourceText: string): DocumentView {
  const verdicts = new Map(catalogue.pieces.map((piece) => [normaliseAddress(piece.address), piece.verdict]));
  const clauses = readDocument(sourceText).clauses.map(
    ({ address, kind, label, sentences }): ClauseView => ({
      address,
      kind,
      label,
      sentences: sentences.map(({ paragraph, pieces }) => {
        const views = pieces.map((piece) => viewPiece(piece, verdicts.get(piece.address)));
        return { paragraph, duties: [...new Set(views.flatMap((view) => view.duties))], pieces: views };
      }),
    }),
  );
  const { key, version, documentTitle: title, documentNumber: number, issuedBy, issuedOn, example } = catalogue;
  return { key, version, title, number, issuedBy, issuedOn, example, clauses };
}

function viewPiece({ address, text, mark }: Piece, verdict: Verdict | undefined): PieceView {
  if (!verdict) return { address, text, mark, verdict: 'no-duty', duties: [], why: '未判定' };
  if (verdict.type === 'no-duty') return { address, text, mark, verdict: 'no-duty', duties: [], why: verdict.why };
  return { address, text, mark, verdict: verdict.type, duties: verdict.duties, why: null };
}
