import { chineseDate, shortTime } from '@zerentian/shared/work-summaries/chinese-dates';
import type { ProofItem } from '@zerentian/shared/work-summaries/diligence-proof.contract';
import { Paper } from '../platform/pdf/paper';
import type { HeldTenure } from './own-names.service';

export interface ProofWords {
  name: string;
  from: string;
  until: string;
  tenures: HeldTenure[];
  items: ProofItem[];
  totals: { label: string; count: number }[];
  heads: { chain: string; seq: number; hash: string }[];
  now: Date;
}

const SMALL = { size: 9, leading: 13 };
const LATE_MS = 60_000;

/** 《尽职证明》: totals, then every act with the time it happened, the time it arrived, and where the ledger has it. */
export async function diligencePaper(words: ProofWords): Promise<Buffer> {
  const { name, from, until, now, items } = words;
  const span = `${chineseDate(from)}至${chineseDate(until)}`;
  const foot = [
    `尽职证明　${name}　${from} 至 ${until}　${shortTime(now)} 由责任田系统打印`,
    '核对办法：凭“台账”栏的链号、序号和哈希前 16 位，请系统管理员在台账链上逐条核对，或用 ledger verify 命令离线验证。',
  ];
  const paper = new Paper({ title: `尽职证明 ${name} ${from}至${until}`, at: now, foot });
  paper.title(null, '尽职证明');
  paper.paragraph(
    `${name}在${span}期间的履职行为，由系统按台账链原始记录列出。台账链只增不改，每条都有发生时间、送达时间和哈希。`,
    { indent: true },
  );
  paper.gap(6);
  summary(paper, words);
  paper.gap(8);
  if (items.length > 0)
    await paper.longTable({ columns: [0.075, 0.195, 0.26, 0.25, 0.22], ...SMALL, header: HEADER }, items.map(rowOf));
  else paper.paragraph('这段时间台账链上没有本人的记录。没有记录不等于没有履职，纸质材料可以补录。', { indent: true });
  closing(paper, words);
  return paper.finish();
}

const HEADER = ['序号', '时间', '事项和岗位', '对象', '台账'];

function summary(paper: Paper, { tenures, totals }: ProofWords): void {
  const posts = tenures.map((it) => `${it.title}（${it.from} 起${it.until ? `，${it.until} 止` : ''}）`).join('\n');
  const counts = totals.map((total) => `${total.label} ${total.count}`).join('　');
  paper.table({ columns: [0.17, 0.83], size: 10.5, leading: 16 }, [
    [{ text: '任职', label: true }, { text: posts || '／' }],
    [{ text: '合计', label: true }, { text: counts || '／' }],
  ]);
}

function rowOf(item: ProofItem, index: number) {
  const happened = new Date(item.occurredAt);
  const arrived = new Date(item.receivedAt);
  const isLate = arrived.getTime() - happened.getTime() > LATE_MS;
  const time = isLate ? `${shortTime(happened)}\n送达 ${shortTime(arrived)}` : shortTime(happened);
  const subject = [item.hazardNumber, item.place].filter(Boolean).join('\n');
  return [
    { text: String(index + 1), align: 'center' as const },
    { text: time },
    { text: [item.words, item.post].filter(Boolean).join('\n') },
    { text: subject || '／' },
    { text: `${item.chain} #${item.seq}\n${item.hashPrefix}` },
  ];
}

function closing(paper: Paper, { heads, name, items }: ProofWords): void {
  paper.gap(8);
  if (items.length > 0) paper.paragraph(`共 ${items.length} 条。打印时台账链头：`, SMALL);
  for (const head of heads) paper.paragraph(`链 ${head.chain} 第 ${head.seq} 条，哈希 ${head.hash}`, SMALL);
  paper.paragraph('“时间”栏为行为发生的时间；送达系统晚于发生一分钟以上的，另注送达时间。', SMALL);
  paper.gap(10);
  paper.signatures([
    { title: '本人', people: [name], unsealed: true },
    { title: '核对人（按台账链核对无误）', people: [] },
  ]);
}
