import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { plainCode } from '@zerentian/shared/public-reports/public-code';
import { DataSource } from 'typeorm';
import { HazardSteps } from '../hazards/hazard-steps.service';
import { PublicFollow } from '../public-reports/public-follow.service';
import { PublicPointDesk } from '../public-reports/public-point-desk.service';
import { PublicReports } from '../public-reports/public-reports.service';
import { PublicSifting } from '../public-reports/public-sifting.service';
import { type CastMember, DemoCast } from './demo-cast.service';
import { demoId, readDemo } from './demo-data';
import { DEMO_TOWNSHIP } from './demo-plan';
import { after, type Story } from './demo-stories';

/** How far each goes, and how many days ago it came. */
interface ReportWords {
  key: string;
  /** A village's code or an enterprise's key. */
  at: string;
  days: number;
  until: 'received' | 'explained' | 'accepted' | 'confirmed' | 'disputed';
  description: string;
  spot: string;
  reporter?: { name: string; phone: string };
  answer?: string;
  remedy?: string;
  feedback?: string;
}

const DAY_HOURS = 24;
const NOBODY = { address: 'demo', request: null };

/** What the public of the demo township reported, told through the services of everybody, each step at its own moment. */
@Injectable()
export class DemoPublicReports {
  @Inject() private readonly cast: DemoCast;
  @Inject() private readonly desk: PublicPointDesk;
  @Inject() private readonly following: PublicFollow;
  @Inject() private readonly reports: PublicReports;
  @Inject() private readonly sifting: PublicSifting;
  @Inject() private readonly steps: HazardSteps;
  @InjectDataSource() private readonly source: DataSource;

  /** The codes first, twelve weeks ago; then each report. */
  async stories(now: Date): Promise<Story[]> {
    const { reports } = readDemo<{ reports: ReportWords[] }>('public-reports');
    return [this.openCodes(after(now, -85 * DAY_HOURS)), ...reports.map((words) => this.story(words, now))];
  }

  private async *openCodes(at: Date): Story {
    yield at;
    const station = await this.station(at);
    if (station) await this.desk.open(station, { actingPostId: station.postId });
  }

  private async *story(words: ReportWords, now: Date): Story {
    const at = after(now, -words.days * DAY_HOURS - 3);
    yield at;
    const [point] = await this.source.query<{ code: string }[]>(
      'SELECT code FROM public_point WHERE unitId = ? AND renewedAt IS NULL',
      [demoId(`unit:${words.at}`)],
    );
    const id = demoId(`public-report:${words.key}`);
    const { description, spot, reporter } = words;
    const report = { id, description, spot, ...(reporter && { reporter }) };
    const { followCode } = await this.reports.send(point?.code ?? '', NOBODY, report);
    if (words.until === 'received') return;
    yield after(at, 2);
    const station = await this.station(at);
    if (!station) return;
    const by = { actingPostId: station.postId };
    if (words.until === 'explained') {
      await this.sifting.explain(station, id, { ...by, reason: 'other-department', text: words.answer ?? '' });
      return;
    }
    const accepted = await this.sifting.accept(station, id, { ...by, path: 'assigned' });
    if (words.until !== 'accepted') yield* this.settle(words, accepted.hazardId as string, plainCode(followCode), at);
  }

  /** By the enterprise, 安监站 with a 包村干部, and the reporter. */
  private async *settle(words: ReportWords, hazardId: string, followCode: string, start: Date): Story {
    yield after(start, 50);
    const [unit] = await this.source.query<{ areaCode: string }[]>('SELECT areaCode FROM hazard WHERE id = ?', [
      hazardId,
    ]);
    const areaCode = unit?.areaCode ?? DEMO_TOWNSHIP;
    const head = await this.cast.one('enterprise-head', areaCode, start, demoId(`unit:${words.at}`));
    const [station, cadre] = [await this.station(start), await this.cast.one('village-cadre', areaCode, start)];
    if (!head || !station || !cadre) return;
    await this.steps.take(head, hazardId, 'submit', { actingPostId: head.postId, text: words.remedy ?? '' });
    yield after(start, 74);
    const by = { actingPostId: station.postId };
    await this.steps.take(station, hazardId, 'verify', { ...by, companionPersonId: cadre.personId });
    await this.steps.take(station, hazardId, 'close', by);
    yield after(start, 100);
    await this.following.answer(followCode, NOBODY, { fixed: words.until === 'confirmed', text: words.feedback });
  }

  private station(at: Date): Promise<CastMember | null> {
    return this.cast.one('safety-station-head', DEMO_TOWNSHIP, at);
  }
}
