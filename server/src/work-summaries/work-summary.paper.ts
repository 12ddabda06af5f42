import { dateOf } from '@zerentian/shared/calendar';
import { chineseDate, shortTime } from '@zerentian/shared/work-summaries/chinese-dates';
import { Paper } from '../platform/pdf/paper';

export interface SummaryWords {
  name: string;
  posts: string[];
  period: string;
  text: string;
  now: Date;
}

const BODY = { size: 15, leading: 27 };
const HEADING = /^[一二三四五六七八九十]+、/;

/** 《工作小结》 in the manner of a letter: title, paragraphs two characters in, name and date at the end. */
export async function summaryPaper({ name, posts, period, text, now }: SummaryWords): Promise<Buffer> {
  const title = `工作小结（${period}）`;
  const paper = new Paper({
    title: `${title} ${name}`,
    at: now,
    foot: [`${title}　${name}　${shortTime(now)} 打印，文字由本人核定`],
  });
  paper.title(null, title);
  paper.gap(8);
  for (const line of text.trim().split('\n')) {
    paper.paragraph(line.trim(), { ...BODY, indent: true, weight: HEADING.test(line.trim()) ? 'bold' : 'regular' });
    await paper.breathe();
  }
  paper.keep(3 * BODY.leading);
  paper.gap(BODY.leading);
  paper.paragraph([posts.length === 1 ? posts[0] : '', name].filter(Boolean).join('　'), { ...BODY, align: 'right' });
  paper.paragraph(chineseDate(dateOf(now)), { ...BODY, align: 'right' });
  return paper.finish();
}
