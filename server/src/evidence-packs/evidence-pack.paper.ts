import { chineseDate, shortTime } from '@zerentian/shared/work-summaries/chinese-dates';
import { Paper } from '../platform/pdf/paper';
import type { Chapter, PackScope } from './evidence-source';

/** What stands on the cover besides the title. */
export interface PackCover {
  issuer: string;
  asker: string;
  parts: { name: string; count: number; unit: string }[];
}

/** 迎检材料 as one PDF: cover, table of contents with page numbers, chapters. */
export async function evidencePaper(
  scope: PackScope,
  cover: PackCover,
  chapters: readonly Chapter[],
  now: Date,
): Promise<Buffer> {
  const { name, from, until } = scope;
  const foot = [`迎检材料　${name}　${from} 至 ${until}　${shortTime(now)} 由责任田系统生成`];
  const paper = new Paper({ title: `迎检材料 ${name} ${from}至${until}`, at: now, foot });
  drawCover(paper, scope, cover, now);
  const fillContents = paper.reserveContents(chapters.length);
  const entries: { title: string; page: number }[] = [];
  for (const chapter of chapters) {
    paper.page();
    entries.push({ title: chapter.title, page: paper.pageNumber });
    await chapter.compose(paper);
    await paper.breathe();
  }
  fillContents(entries);
  return paper.finish();
}

function drawCover(
  paper: Paper,
  { name, from, until }: PackScope,
  { issuer, asker, parts }: PackCover,
  now: Date,
): void {
  paper.gap(150);
  paper.title(issuer, '安全生产迎检材料');
  paper.gap(40);
  const label = (text: string) => ({ text, label: true });
  const counts = parts.map((part) => `${part.name} ${part.count} ${part.unit}`).join('\n');
  paper.table({ columns: [0.25, 0.75] }, [
    [label('单位'), { text: name }],
    [label('期间'), { text: `${chineseDate(from)}至${chineseDate(until)}（含首尾两日）` }],
    [label('内容'), { text: counts }],
    [label('生成'), { text: `${asker}，${shortTime(now)}` }],
  ]);
  paper.gap(12);
  paper.paragraph(
    '本材料由系统按当时的原始记录生成，没有另行填写。没有记录不等于没有做，纸质材料可另附。所列内容以生成人有权查看的为限。',
    { indent: true, size: 10.5 },
  );
}
