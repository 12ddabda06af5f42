import { isOpen } from '../hazards/hazard.deadline';
import { hazardStateNames } from '../hazards/hazard.vocabulary';
import { chineseDate, chineseDay } from './chinese-dates';
import { type ProofKind, proofKindNames, totalsOf } from './diligence-proof.kinds';
import type { SummaryFacts, SummaryHazard, SummaryRecord } from './work-summary.facts';

/**
 * 我的工作小结: plain sentences from one's own records, to be read over and changed. It says only what the records say; it praises
 * nothing and compares with nobody.
 */
const MOST_RECORDS = 6;
const MOST_HAZARDS = 5;
const MOST_AREAS = 6;
const LONGEST = 60;

/** The draft: a paragraph a line. */
export function summaryText(facts: SummaryFacts): string {
  const isEmpty = facts.records.length === 0 && facts.acts.length === 0;
  const sections = isEmpty ? [nothing(facts)] : [daily(facts), hazardWork(facts), stillOpen(facts), nextSteps(facts)];
  const numbers = '一二三四';
  const present = sections.filter((section) => section.lines.length > 0);
  const body = present.flatMap((section, index) =>
    section.title ? [`${numbers[index]}、${section.title}`, ...section.lines] : section.lines,
  );
  return [opening(facts), ...body].join('\n');
}

/** What the draft counts, for the page that shows it. */
export function summaryCounts(facts: SummaryFacts): { label: string; count: number }[] {
  const kinds = counted(facts.records.map((record) => record.kind));
  const acts = totalsOf(facts.acts).filter((total) => total.kind !== 'recorded');
  return [...kinds.map(([label, count]) => ({ label, count })), ...acts.map(({ label, count }) => ({ label, count }))];
}

interface Section {
  title: string;
  lines: string[];
}

function opening(facts: SummaryFacts): string {
  const posts = facts.posts.length > 0 ? `本人任${facts.posts.join('、')}。` : '';
  return `${posts}现将${facts.period}履职情况小结如下。`;
}

function nothing(facts: SummaryFacts): Section {
  return {
    title: '',
    lines: [
      `${facts.period}系统中没有本人的履职记录和隐患办理记录。没有记录不等于没有做，做过的工作可以在这里补写，纸质材料可以补录。`,
    ],
  };
}

function daily({ records }: SummaryFacts): Section {
  if (records.length === 0) return { title: '日常履职', lines: [] };
  const kinds = counted(records.map((record) => record.kind)).map(([kind, count]) => `${kind} ${count} 次`);
  const where = areaWords(records);
  const shown = records.slice(0, MOST_RECORDS).map(recordLine);
  const more = records.length > shown.length ? [`其余 ${records.length - shown.length} 次见履职记录。`] : [];
  return {
    title: '日常履职',
    lines: [
      `共记录履职 ${records.length} 次，其中${kinds.join('、')}${where ? `，涉及${where}` : ''}。`,
      ...shown,
      ...more,
    ],
  };
}

function recordLine(record: SummaryRecord): string {
  const place = record.unit ? `${record.area}${record.unit}` : record.area;
  return `${chineseDay(record.date)}，在${place}开展${record.kind}：${ended(shortened(record.text))}`;
}

function hazardWork(facts: SummaryFacts): Section {
  const acts = facts.acts.filter((act) => !act.kinds.includes('recorded'));
  if (acts.length === 0) return { title: '隐患排查治理', lines: [] };
  const count = (kind: ProofKind) => acts.filter((act) => act.kinds.includes(kind)).length;
  const found = acts.filter((act) => act.kinds.includes('found'));
  const ways = (['fixed', 'handed-over', 'reported-up'] as const)
    .map((kind) => ({ kind, count: found.filter((act) => act.kinds.includes(kind)).length }))
    .filter((way) => way.count > 0)
    .map((way) => `${WAY_NAMES[way.kind]} ${way.count} 处`);
  const where = areaWords(found);
  const sentences =
    found.length > 0
      ? [
          `发现隐患 ${found.length} 处${ways.length > 0 ? `，其中${ways.join('、')}` : ''}${where ? `，分布在${where}` : ''}。`,
        ]
      : [];
  const others = OTHER_ACTS.map((kind) => ({
    kind,
    count: count(kind) - found.filter((act) => act.kinds.includes(kind)).length,
  })).filter((other) => other.count > 0);
  if (others.length > 0)
    sentences.push(
      `${found.length > 0 ? '另办理' : '办理'}${others.map((other) => `${proofKindNames[other.kind]} ${other.count} 次`).join('、')}。`,
    );
  const notable = notableHazards(facts.hazards).map((hazard, index) => `（${index + 1}）${hazardLine(hazard)}`);
  return {
    title: '隐患排查治理',
    lines: [sentences.join(''), ...(notable.length > 0 ? ['主要有：', ...notable] : [])],
  };
}

const WAY_NAMES = { fixed: '即查即改', 'handed-over': '现场交办', 'reported-up': '上报研判' } as const;
const OTHER_ACTS: readonly ProofKind[] = [
  'handed-over',
  'reported-up',
  'assessed',
  'pressed',
  'answered',
  'rectified',
  'rechecked',
  'closed',
];

function stillOpen({ hazards, today }: SummaryFacts): Section {
  const open = hazards.filter((hazard) => isOpen(hazard.state));
  if (open.length === 0) return { title: '尚未办结', lines: [] };
  const overdue = open.filter((hazard) => hazard.overdueDays > 0).length;
  const first = `截至${chineseDate(today)}，经手的隐患还有 ${open.length} 处没有办结${overdue > 0 ? `，其中 ${overdue} 处已过整改期限` : ''}。`;
  const shown = [...open]
    .sort(byWeight)
    .slice(0, MOST_HAZARDS)
    .map((hazard) => openLine(hazard));
  const more = open.length > shown.length ? [`其余 ${open.length - shown.length} 处见隐患清单。`] : [];
  return { title: '尚未办结', lines: [first, ...shown, ...more] };
}

function openLine(hazard: SummaryHazard): string {
  const deadline = hazard.deadline ? `，整改期限${chineseDay(hazard.deadline)}` : '';
  const overdue = hazard.overdueDays > 0 ? `，逾期 ${hazard.overdueDays} 天` : '';
  const holder = hazard.holder ? `，现由${hazard.holder}办理` : '';
  return `${hazard.place}：${shortened(hazard.description ?? '见现场照片')}（${hazardStateNames[hazard.state]}${deadline}${overdue}${holder}）。`;
}

function nextSteps(facts: SummaryFacts): Section {
  const open = facts.hazards.filter((hazard) => isOpen(hazard.state));
  if (open.length === 0) return { title: '下一步打算', lines: ['继续做好日常检查，发现隐患及时处理、及时上报。'] };
  const words = facts.rectifies
    ? `抓紧办好上述 ${open.length} 处隐患，改好后及时提交，配合复查；确有困难的及时提出。`
    : `盯住上述 ${open.length} 处隐患，督促按期整改，及时复查；到期未改的逐级上报。`;
  return { title: '下一步打算', lines: [words] };
}

/** 疑似重大 first, then what is overdue, then what I found myself. */
function notableHazards(hazards: readonly SummaryHazard[]): SummaryHazard[] {
  return [...hazards].sort(byWeight).slice(0, MOST_HAZARDS);
}

function byWeight(a: SummaryHazard, b: SummaryHazard): number {
  return weight(b) - weight(a);
}

function weight(hazard: SummaryHazard): number {
  return (hazard.level === 'suspected-major' ? 4 : 0) + (hazard.overdueDays > 0 ? 2 : 0) + (hazard.foundByMe ? 1 : 0);
}

function hazardLine(hazard: SummaryHazard): string {
  const level = hazard.level === 'suspected-major' ? '（疑似重大）' : '';
  return `${hazard.place}${level}：${shortened(hazard.description ?? '见现场照片')}，${hazardStateNames[hazard.state]}。`;
}

function areaWords(things: readonly { area: string | null; areaCode: string | null }[]): string {
  const villages = new Set(things.filter((it) => it.areaCode?.length === 12).map((it) => it.area));
  const names = [...villages].slice(0, MOST_AREAS).join('、');
  return villages.size > MOST_AREAS ? `${names}等 ${villages.size} 个村` : names;
}

/** Most frequent first; equals stay in the order met. */
function counted(words: readonly string[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]);
}

function shortened(text: string): string {
  const characters = [...text.replaceAll(/\s+/g, ' ').trim()];
  const kept = characters.length > LONGEST ? `${characters.slice(0, LONGEST).join('')}…` : characters.join('');
  return kept.replace(/[。；，、]+$/u, '');
}

function ended(text: string): string {
  return /[。！？…]$/u.test(text) ? text : `${text}。`;
}
