import type { SingleBearer } from './bearer.contract';
import type { Cadence, Due, QuantifiedCadence } from './cadence.contract';
import type { CatalogueContent, Duty } from './catalogue.contract';
import type { SourceDocument } from './document';
import { clauseOf, halfWidth, normaliseAddress, numbersIn, withoutSpace } from './document-text';
import { evidenceLeaves, singleBearers } from './duty-references';
import { error, type Finding, notice } from './finding';
import type { Trigger } from './trigger.contract';

/**
 * No number that the document does not name. Every time, count and limit carries the document's words; the words must
 * stand in a clause of the duty, and every number of the entry must stand in the words. A township's own reading of a
 * word without a number is exempt: it carries its basis instead.
 */
export function checkWords(catalogue: CatalogueContent, document: SourceDocument): Finding[] {
  return catalogue.duties.flatMap((duty) => {
    const text = clauseText(duty, document);
    const claims = [...claimsOf(duty), ...evidenceClaims(duty, text)];
    return claims.flatMap((claim) => judge(duty.key, claim, text));
  });
}

/** What the catalogue takes the document's words to say. */
interface Claim {
  words: string;
  numbers: number[];
  /** The words must match this too: the unit, or 至少 and the like. */
  needs?: { form: RegExp; what: string };
  mode?: 'at-least' | 'exactly';
  /** Taken to name no number; looked at once more. */
  wordless?: boolean;
}

function clauseText(duty: Duty, document: SourceDocument): string {
  const pieces = [
    duty.piece,
    ...(duty.lead ? [duty.lead.piece] : []),
    ...(duty.restsOn ?? []).map((support) => support.piece),
  ];
  const wanted = new Set(pieces.map((piece) => clauseOf(normaliseAddress(piece))));
  return document.clauses
    .filter((clause) => wanted.has(clause.address))
    .map((clause) => clause.text)
    .join('\n');
}

function judge(where: string, claim: Claim, text: string): Finding[] {
  const findings: Finding[] = [];
  if (!text.includes(withoutSpace(claim.words))) {
    findings.push(error('words-not-in-clause', where, `“${claim.words}”不在所引条款里，频次和时限须照抄原文`));
  }
  const named = numbersIn(claim.words);
  for (const number of claim.numbers.filter((wanted) => !named.includes(wanted))) {
    findings.push(
      error(
        'invented-number',
        where,
        `数字${number}在原文“${claim.words}”里没有；原文没有数字的，请用 unquantified 并留空 reading`,
      ),
    );
  }
  if (claim.needs && !claim.needs.form.test(claim.words)) {
    findings.push(error('invented-number', where, `“${claim.words}”里没有“${claim.needs.what}”`));
  }
  if (claim.wordless && /每(?:[日天周旬月季年]|半)|\d/.test(halfWidth(claim.words))) {
    findings.push(notice('number-ignored', where, `“${claim.words}”像是写明了频次，却按没有数字处理，请核对`));
  }
  const floor = /至少|不少于|不低于|不得少于|以上/.test(claim.words);
  if (claim.mode && (claim.mode === 'at-least') !== floor) {
    findings.push(error('count-mode', where, `“${claim.words}”应为${floor ? 'at-least（至少）' : 'exactly（恰好）'}`));
  }
  return findings;
}

function claimsOf(duty: Duty): Claim[] {
  const { regular, inside = [], triggers = [], asNeeded } = duty.when;
  const cadences = [...(regular ? [regular] : []), ...inside.map((part) => part.cadence)];
  const plain = [
    ...(asNeeded ? [asNeeded] : []),
    ...singleBearers(duty.bearer).flatMap((single) => bearerWords(single)),
  ];
  const { condition, indicator } = duty;
  return [
    ...cadences.flatMap(cadenceClaims),
    ...triggers.flatMap(triggerClaims),
    ...plain.map((words) => ({ words, numbers: [] })),
    ...(condition
      ? [{ words: condition.words, numbers: condition.test.type === 'at-least' ? [condition.test.value] : [] }]
      : []),
    ...(indicator ? [{ words: indicator.words, numbers: [indicator.value] }] : []),
  ];
}

/** The document's words that a bearer carries: 亲自, 委托 …, 任何单位和个人. */
function bearerWords(single: SingleBearer): string[] {
  if (single.type === 'anyone') return [single.words];
  return single.type === 'post' && single.performance ? [single.performance.words] : [];
}

/** A count in the evidence has no words of its own: its number must stand somewhere in the clause. */
function evidenceClaims(duty: Duty, text: string): Claim[] {
  if (!duty.evidence) return [];
  const numbers = evidenceLeaves(duty.evidence).flatMap((leaf) => {
    if (leaf.type === 'record') return leaf.atLeast > 1 ? [leaf.atLeast] : [];
    return leaf.type === 'figure' ? [leaf.value] : [];
  });
  return numbers.length > 0 ? [{ words: text, numbers }] : [];
}

const UNIT_FORMS: Record<string, { form: RegExp; what: string }> = {
  minute: { form: /分钟/, what: '分钟' },
  hour: { form: /小时|时/, what: '小时' },
  day: { form: /日|天/, what: '日、天' },
  'working-day': { form: /工作日/, what: '工作日' },
  week: { form: /周|星期/, what: '周' },
  'ten-days': { form: /旬/, what: '旬' },
  'half-month': { form: /半个?月/, what: '半月' },
  month: { form: /月/, what: '月' },
  quarter: { form: /季/, what: '季' },
  'half-year': { form: /半年/, what: '半年' },
  year: { form: /年/, what: '年' },
};

function cadenceClaims(cadence: Cadence): Claim[] {
  if (cadence.type === 'kept-up') return [];
  if (cadence.type === 'unquantified')
    return cadence.words === null ? [] : [{ words: cadence.words, numbers: [], wordless: true }];
  return [quantifiedClaim(cadence)];
}

function quantifiedClaim(cadence: QuantifiedCadence): Claim {
  const { words } = cadence;
  const hours = cadence.by ? [clockHour(cadence.by, words)] : [];
  if (cadence.type === 'fixed-days') {
    return {
      words,
      numbers: [...cadence.days.flatMap(({ month, day }) => [...(month ? [month] : []), day]), ...hours],
    };
  }
  const counted = [cadence.span, cadence.count.n].filter((number) => number > 1);
  return { words, numbers: [...counted, ...hours], needs: UNIT_FORMS[cadence.unit], mode: cadence.count.mode };
}

/** 下午5时 names five for 17:00. */
function clockHour(time: string, words: string): number {
  const hour = Number(time.slice(0, 2));
  return hour > 12 && /下午|晚/.test(words) && numbersIn(words).includes(hour - 12) ? hour - 12 : hour;
}

function triggerClaims(trigger: Trigger): Claim[] {
  const counted = trigger.type === 'count-within' ? [trigger.n, trigger.within.n].filter((number) => number > 1) : [];
  const claim: Claim = { words: trigger.words, numbers: counted };
  if (trigger.type === 'count-within') claim.needs = UNIT_FORMS[trigger.within.unit];
  return [claim, ...dueClaims(trigger.due)];
}

function dueClaims(due: Due): Claim[] {
  if (due.type === 'unstated') return [];
  if (due.type !== 'within') return [{ words: due.words, numbers: [] }];
  return [{ words: due.words, numbers: due.n > 1 ? [due.n] : [], needs: UNIT_FORMS[due.unit] }];
}
