import type { HazardPath } from '@zerentian/shared/hazards/hazard.contract';
import { itemResultNames } from '@zerentian/shared/inspections/inspection.contract';
import { chineseDate, chineseTime } from '@zerentian/shared/work-summaries/chinese-dates';
import type { Paper } from '../platform/pdf/paper';
import type { Side } from '../platform/pdf/signatures';
import type { Inspection, StoredItem } from './inspection.entity';

/** A hazard as the visit left it, whatever came of it since. */
export interface PaperFinding {
  number: string;
  path: HazardPath;
  deadline: string | null;
  words: string;
  remedy: string | null;
}

/** Everything that the record of a visit says. */
export interface InspectionPaperFacts {
  row: Inspection;
  issuer: string;
  /** As the reader may know it. */
  unit: { name: string; address: string | null; principal: string | null; phone: string | null } | null;
  place: string;
  /** Inspector first, then who went along, each with the post. */
  people: string[];
  campaign: string | null;
  basis: string | null;
  /** By the id of the hazard. */
  findings: Map<string, PaperFinding>;
  /** The strokes; null where nobody signed, or the file is gone. */
  signature: Buffer | null;
}

const COLUMNS = [0.17, 0.35, 0.16, 0.32];
const SMALL = { size: 10, leading: 15 };
const LATE_MS = 3600_000;

/** 《安全检查记录》 of a visit by checklist: each item, what was found, what follows, and the hand of the one inspected. */
export async function inspectionPaper(paper: Paper, facts: InspectionPaperFacts): Promise<void> {
  const { row } = facts;
  paper.title(facts.issuer, '安全检查记录');
  paper.paragraph(`编号：${row.number}`, { align: 'right', size: 10.5 });
  head(paper, facts);
  paper.gap(8);
  const list = { columns: [0.09, 0.45, 0.12, 0.34], header: ['序号', '检查内容', '结果', '检查情况'], ...SMALL };
  await paper.longTable(
    list,
    row.items.map((item, index) => itemRow(item, index, facts)),
  );
  paper.gap(8);
  paper.table({ columns: [0.17, 0.83], size: 11, leading: 17 }, [
    [
      { text: '检查结论', label: true },
      { text: conclusion(facts), least: 40 },
    ],
    ...(row.remark ? [[{ text: '其他情况', label: true }, { text: row.remark }]] : []),
  ]);
  paper.signatures(sides(facts));
  paper.gap(6);
  notes(paper, facts);
}

function head(paper: Paper, { row, unit, place, people, campaign, basis }: InspectionPaperFacts): void {
  const label = (text: string) => ({ text, label: true });
  const wide = (text: string) => ({ text, span: 3 });
  const isLate = row.receivedAt.getTime() - row.occurredAt.getTime() > LATE_MS;
  const when = `${chineseTime(row.occurredAt)}${isLate ? `（${chineseTime(row.receivedAt)}送达系统）` : ''}`;
  paper.table({ columns: COLUMNS, size: 11, leading: 17 }, [
    [label('被检查单位'), wide(unit?.name ?? '／')],
    [label('检查地点'), wide([place, unit?.address].filter(Boolean).join('，'))],
    [label('负责人'), { text: unit?.principal ?? '／' }, label('联系电话'), { text: unit?.phone ?? '／' }],
    [label('检查时间'), wide(when)],
    [label('检查人员'), wide(people.join('；'))],
    [label('检查表'), wide(`${row.checklistTitle}（第 ${row.checklistVersion} 版）`)],
    ...(campaign ? [[label('专项行动'), wide(campaign)]] : []),
    [label('检查依据'), wide(basis ?? '／')],
  ]);
}

function itemRow(item: StoredItem, index: number, { findings }: InspectionPaperFacts) {
  const basis = item.basis ? `\n依据：${item.basis}${item.verified ? '' : '※'}` : '';
  const finding = item.hazardId === null ? undefined : findings.get(item.hazardId);
  const words = item.result === 'fail' ? (finding?.words ?? item.note) : item.note;
  const photos = item.photoIds.length > 0 ? `（照片 ${item.photoIds.length} 张，存系统）` : '';
  const number = finding ? `\n隐患编号 ${finding.number}` : '';
  return [
    { text: String(index + 1), align: 'center' as const },
    { text: `${item.text}${basis}` },
    { text: itemResultNames[item.result], align: 'center' as const },
    { text: `${words ?? ''}${photos}${number}`.trim() || '／' },
  ];
}

function conclusion({ row, findings }: InspectionPaperFacts): string {
  const { passed, failed, notApplicable } = row;
  const counted = `共检查 ${row.items.length} 项：合格 ${passed} 项，不合格 ${failed} 项，不涉及 ${notApplicable} 项。`;
  if (failed === 0) return `${counted}没有发现问题。`;
  return [counted, ...[...findings.values()].map((finding, index) => `${index + 1}．${follows(finding)}`)].join('\n');
}

/** What the township does about it: it notifies and reports, it neither orders nor fines. */
function follows({ number, path, deadline, remedy }: PaperFinding): string {
  if (path === 'fixed') return `${number}：已当场整改${remedy ? `（${remedy}）` : ''}。`;
  if (path === 'referred') return `${number}：已上报安监站研判，按研判意见办理。`;
  const until = deadline ? `，请在${chineseDate(deadline)}前完成` : '';
  return `${number}：现场交办你单位整改${until}，另发《隐患整改通知单》。`;
}

function sides({ row, people, signature }: InspectionPaperFacts): Side[] {
  const date = chineseDate(new Date(row.occurredAt.getTime() + 8 * 3600_000).toISOString().slice(0, 10));
  const who = [row.inspectedTitle, row.inspectedName].filter(Boolean).join(' ');
  if (row.refusal) {
    const { reason, witness } = row.refusal;
    const words = [`${who || '现场负责人'} 未签字`, `原因：${reason}`, `见证人：${witness}`];
    return [
      { title: '检查人员', people },
      { title: '被检查方', people: [words.join('；')], unsealed: true, date },
    ];
  }
  const signed = signature ? { picture: signature, date } : {};
  return [
    { title: '检查人员', people },
    { title: '被检查方（现场负责人）', people: who ? [who] : [], ...signed },
  ];
}

function notes(paper: Paper, { row, signature }: InspectionPaperFacts): void {
  const unverified = row.items.some((item) => item.basis !== null && !item.verified);
  const lines = [
    ...(unverified ? ['※ 所注依据尚未与原文核对，以正式公布的文本为准。'] : []),
    ...(row.signaturePhotoId !== null && signature === null
      ? ['被检查方已在手机上签字，签名图片还没有传到；传到后重新打印就能看到。']
      : []),
    '本记录一式两份，检查方、被检查方各存一份。乡镇只检查、记录、交办和上报，不作行政处罚和强制措施决定。',
  ];
  for (const line of lines) paper.paragraph(line, { size: 9, leading: 14 });
}
