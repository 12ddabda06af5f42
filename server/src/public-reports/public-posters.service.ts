import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { townshipOf } from '@zerentian/shared/areas/area.contract';
import { pointPath, readableCode } from '@zerentian/shared/public-reports/public-code';
import type { PosterQuery, PublicPointRow } from '@zerentian/shared/public-reports/public-point.contract';
import type { EmergencyNumber } from '@zerentian/shared/public-reports/public-report.contract';
import { DataSource } from 'typeorm';
import type { Actor } from '../platform/auth/actor';
import { Clock } from '../platform/clock';
import { CONFIG, type Config } from '../platform/config';
import { namesOf } from '../platform/database/names';
import { Paper } from '../platform/pdf/paper';
import { SIZES } from '../platform/pdf/sheet';
import { PublicNumbers } from './public-numbers.service';
import { PublicPointDesk } from './public-point-desk.service';

const QR_SIDE = 215;

const NEXT = [
  '用微信“扫一扫”，写一句话或拍一张照片，说清在哪里。可以留姓名电话，也可以不留；留下的只有安监站和分管负责人能看到。',
  '记下查询码，随时能查到办到哪一步。',
  '安监站核实后转为隐患，交有关单位限期整改；不属于隐患的，会说明原因。',
  '办结以后，您可以说一声是不是真的整改好了。没有整改好的，安监站会再去看。',
];

/** 举报二维码海报: A4, one page for each place; whom to phone in danger stands above the code. */
@Injectable()
export class PublicPosters {
  @Inject(CONFIG) private readonly config: Config;
  @Inject() private readonly clock: Clock;
  @Inject() private readonly desk: PublicPointDesk;
  @Inject() private readonly numbers: PublicNumbers;
  @InjectDataSource() private readonly source: DataSource;

  /** `origin`: that of the request, for where PUBLIC_URL names none. @throws forbidden, outside_scope, not_found where no code is open */
  async of(actor: Actor, query: PosterQuery, origin: string): Promise<{ name: string; file: Buffer }> {
    const points = await this.desk.printed(actor, query);
    const township = townshipOf((points[0] as PublicPointRow).areaCode) as string;
    const townshipName = (await namesOf(this.source.manager, 'area', 'code', [township])).get(township) ?? '';
    const numbers = await this.numbers.of(township, townshipName);
    const title = points.length === 1 ? `举报二维码 ${points[0]?.unitName}` : `举报二维码 ${townshipName}`;
    const paper = new Paper({
      title,
      at: this.clock.now(),
      foot: [`${townshipName}应急管理站（安监站）　二维码如被撕毁、涂改，请告诉村委会或安监站更换。`],
      unnumbered: true,
    });
    for (const [index, point] of points.entries()) {
      if (index > 0) paper.page();
      draw(paper, point, numbers, `${this.config.publicUrl ?? origin}${pointPath(point.code)}`);
      await paper.breathe();
    }
    return { name: `${title}.pdf`, file: await paper.finish() };
  }
}

function draw(
  paper: Paper,
  point: PublicPointRow & { code: string },
  numbers: EmergencyNumber[],
  address: string,
): void {
  paper.paragraph('有危险，先打电话', { size: 36, leading: 52, weight: 'bold', align: 'center', spacing: 2 });
  phoneNumbers(paper, numbers);
  paper.gap(14);
  paper.paragraph('发现安全隐患，扫码报一声', { size: 28, leading: 42, weight: 'bold', align: 'center', spacing: 2 });
  paper.paragraph(point.unitName, { size: SIZES.小二, leading: 28, align: 'center' });
  paper.qrCode(address, QR_SIDE);
  const small = { size: SIZES.五号, leading: 16, align: 'center' as const };
  paper.paragraph(`编号 ${readableCode(point.code)}，不能扫码的打开 ${address}`, small);
  paper.gap(8);
  for (const [index, text] of NEXT.entries())
    paper.paragraph(`${index + 1}. ${text}`, { size: SIZES.四号, leading: 21 });
}

const SHORT = 3;

/** To be read from across the road: what everybody can dial in one line, then the township's and the county's. */
function phoneNumbers(paper: Paper, numbers: EmergencyNumber[]): void {
  const national = numbers.filter(({ number }) => number.length <= SHORT);
  const own = numbers.filter(({ number }) => number.length > SHORT);
  const centred = (text: string) => ({ text, align: 'center' as const });
  if (national.length > 0)
    paper.table({ columns: national.map(() => 1 / national.length), size: 22, leading: 34 }, [
      national.map(({ name, number }) => centred(`${name} ${number}`)),
    ]);
  const rows = own.map(({ name, number }) => [centred(name), centred(number)]);
  paper.table({ columns: [0.55, 0.45], size: SIZES.三号, leading: 25 }, rows);
}
