import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { addDays, dateOf } from '@zerentian/shared/calendar';
import type { HazardView } from '@zerentian/shared/hazards/hazard.contract';
import type { HazardStep } from '@zerentian/shared/hazards/hazard.vocabulary';
import { DataSource } from 'typeorm';
import { HazardReminders } from '../hazards/hazard-reminders.service';
import { HazardReports } from '../hazards/hazard-report.service';
import { HazardSteps } from '../hazards/hazard-steps.service';
import { type CastMember, DemoCast } from './demo-cast.service';
import { readDemo } from './demo-data';
import { DEMO_TOWNSHIP } from './demo-plan';
import { DemoRandom } from './demo-random';
import { after, type Story } from './demo-stories';

export interface ActsWords {
  hazards: Record<string, [string, string][]>;
  unsure: string[];
  majors: [string, string][];
  rejections: string[];
  returns: string[];
  records: Record<string, string[]>;
}

interface Enterprise {
  id: string;
  areaCode: string;
  trade: string;
}

const HOUR = 3600_000;
const DAY = 24 * HOUR;
/** With one in ten drawn, all of so many and of the others fail once in some 700 townships. */
const MOST_TO_DRAW = 48;

interface Plot {
  until: string;
  count: number;
  days: [number, number];
  deadlineDays?: number;
}

/** How far each of the 80 goes, and how many days ago it began: twelve weeks, every state, some of them late. */
const STORIES: Plot[] = [
  { until: 'closed', count: 33, days: [16, 84] },
  { until: 'fixed', count: 15, days: [1, 80] },
  { until: 'assigned', count: 3, days: [2, 9] },
  { until: 'assigned', count: 3, days: [12, 26], deadlineDays: 8 },
  { until: 'rectifying', count: 3, days: [3, 12] },
  { until: 'extension-asked', count: 1, days: [4, 9] },
  { until: 'watched', count: 1, days: [6, 10] },
  { until: 'merged', count: 1, days: [3, 6] },
  { until: 'rectifying', count: 2, days: [20, 30], deadlineDays: 12 },
  { until: 'submitted', count: 4, days: [4, 11] },
  { until: 'returned', count: 2, days: [8, 13] },
  { until: 'verified', count: 2, days: [6, 12] },
  { until: 'reported', count: 2, days: [0, 2] },
  // So late that 乡纪委 is told.
  { until: 'reported', count: 1, days: [24, 26] },
  { until: 'graded', count: 2, days: [1, 3] },
  { until: 'rejected', count: 1, days: [5, 40] },
  { until: 'reopened', count: 1, days: [30, 40] },
  { until: 'suspected-major', count: 1, days: [4, 10] },
  { until: 'listed', count: 1, days: [12, 18] },
  // 抽查: the lot may have fallen on none that was put right at once; then there are more, until it does.
  { until: 'drawn', count: 1, days: [8, 9] },
];

/** The hazards of the demo township, told through the same services as everybody's, each step at its own moment. */
@Injectable()
export class DemoActs {
  @Inject() private readonly cast: DemoCast;
  @Inject() private readonly reminders: HazardReminders;
  @Inject() private readonly reports: HazardReports;
  @Inject() private readonly steps: HazardSteps;
  @InjectDataSource() private readonly source: DataSource;
  private readonly random = new DemoRandom(20220408);
  private words: ActsWords;
  private enterprises: Enterprise[];
  /** 抽查: the lot has fallen on something that was put right at once. */
  private isDrawn = false;

  /** All stories up to `now`, each asking for the moments at which it goes on. */
  async stories(now: Date): Promise<Story[]> {
    this.words = readDemo<ActsWords>('acts');
    this.enterprises = await this.source.query(
      "SELECT id, areaCode, trade FROM unit WHERE kind = 'enterprise' AND supervision = 'township' ORDER BY id",
    );
    return STORIES.flatMap((plot) =>
      Array.from({ length: plot.count }, () => this.story(plot, this.random.pick(this.enterprises), now)),
    );
  }

  private story(plot: Plot, unit: Enterprise, now: Date): Story {
    const at = new Date(now.getTime() - this.random.between(...plot.days) * DAY - this.random.between(1, 6) * HOUR);
    if (plot.until === 'fixed') return this.fixed(unit, at);
    if (plot.until === 'drawn') return this.untilDrawn(at);
    if (['reported', 'graded', 'rejected', 'suspected-major', 'listed'].includes(plot.until))
      return this.referred(plot.until, unit, at);
    return this.handedOver(plot.until, unit, at, plot.deadlineDays);
  }

  private async *fixed(unit: Enterprise, at: Date): Story {
    yield at;
    await this.putRight(unit, at);
  }

  /** Goes on for as long as nobody's report was drawn, six a day. Its own chance, so that all else is the same on every machine. */
  private async *untilDrawn(from: Date): Story {
    const random = new DemoRandom(9);
    for (let more = 0; more < MOST_TO_DRAW; more++) {
      const at = after(from, Math.floor(more / 6) * 24 + (more % 6));
      yield at;
      if (this.isDrawn) return;
      await this.putRight(random.pick(this.enterprises), at, random);
    }
  }

  private async putRight(unit: Enterprise, at: Date, random = this.random): Promise<void> {
    const cadre = await this.cadre(unit.areaCode, at, random);
    const [description, remedy] = this.hazardAt(unit, random);
    if (!cadre) return;
    const found = { actingPostId: cadre.postId, path: 'fixed' as const, unitId: unit.id, description, remedy };
    const { sampled } = await this.reports.report(cadre, found);
    this.isDrawn ||= sampled;
  }

  private async *referred(until: string, unit: Enterprise, at: Date): Story {
    yield at;
    const reporter = await this.cast.one('village-secretary', unit.areaCode, at);
    const [station, deputy] = [await this.station(at), await this.deputy(at)];
    if (!reporter || !station || !deputy) return;
    const isMajor = until === 'suspected-major' || until === 'listed';
    const [words, clause] = isMajor
      ? this.random.pick(this.words.majors)
      : [this.random.pick(this.words.unsure), undefined];
    const major = isMajor ? { level: 'suspected-major' as const, standardClause: clause, unitId: unit.id } : {};
    const hazard = await this.reports.report(reporter, {
      actingPostId: reporter.postId,
      areaCode: unit.areaCode,
      description: words,
      ...major,
    });
    if (until === 'reported') return;
    yield after(at, 5);
    if (until === 'rejected')
      return this.step(hazard, 'reject', station, { text: this.random.pick(this.words.rejections) });
    const level = isMajor ? { level: 'suspected-major', standardClause: clause } : { level: 'general' };
    await this.step(hazard, 'assess', station, { ...level, responsibleUnitId: unit.id, text: '建议交办企业整改' });
    yield after(at, 8);
    if (!isMajor) return;
    await this.step(hazard, 'report-to-county', deputy, { purpose: 'judgement', text: '同意初判，立即报县局判定' });
    if (until === 'listed') yield* this.listed(hazard, unit, at, station, deputy);
  }

  /** What the county has judged and listed: the unit's plan, its work, and the 包保领导 who follows it. */
  private async *listed(
    hazard: HazardView,
    unit: Enterprise,
    at: Date,
    station: CastMember,
    deputy: CastMember,
  ): Story {
    yield after(at, 12);
    const head = await this.head(unit, at);
    if (head)
      await this.step(hazard, 'take-first-measures', head, { measures: ['stop', 'cordon'], text: '已停用并拉警戒线' });
    yield after(at, 40);
    await this.step(hazard, 'record-judgement', station, {
      countyNumber: '示例应急判〔2026〕12号',
      paperDate: dateOf(after(at, 30)),
    });
    yield after(at, 60);
    await this.step(hazard, 'record-listing', station, {
      countyNumber: '示例安委挂〔2026〕12号',
      paperDate: dateOf(after(at, 60)),
      deadline: addDays(dateOf(at), 45),
      leaderPostId: deputy.postId,
    });
    yield after(at, 90);
    if (!head) return;
    await this.step(hazard, 'submit-plan', head, {
      responsibility: '厂长负责，安全员每日检查',
      measures: '停用储罐，砌筑围堰，改好之前专人看守',
      funds: '三万元，已从安全费用列支',
      timeLimit: '四十天内完工',
      contingency: '备沙袋和吸附棉，泄漏时疏散居民',
    });
    await this.step(hazard, 'start', head, {});
    yield after(at, 140);
    await this.step(hazard, 'follow-up', deputy, { text: '现场督办，围堰已砌一半，进度正常' });
  }

  private async *handedOver(until: string, unit: Enterprise, at: Date, deadlineDays = 15): Story {
    yield at;
    const [cadre, head] = [await this.cadre(unit.areaCode, at), await this.head(unit, at)];
    if (!cadre || !head) return;
    const [description, remedy] = this.hazardAt(unit);
    const deadline = addDays(dateOf(at), deadlineDays);
    const hazard = await this.reports.report(cadre, {
      actingPostId: cadre.postId,
      path: 'assigned',
      unitId: unit.id,
      description,
      deadline,
    });
    if (until === 'assigned')
      return deadlineDays < 15 ? yield* this.press(hazard, after(at, (deadlineDays + 1) * 24)) : undefined;
    yield after(at, 20);
    await this.step(hazard, 'start', head, {});
    if (until === 'rectifying') return;
    if (until === 'merged') return yield* this.reportedAgain(hazard, description, unit, at);
    if (until === 'extension-asked') {
      yield after(at, 40);
      const words = { until: addDays(deadline, 10), text: '配件还在路上，预计下周到货' };
      return this.step(hazard, 'ask-extension', head, words);
    }
    if (until === 'watched') {
      yield after(at, 40);
      const deputy = await this.deputy(after(at, 40));
      return deputy ? this.step(hazard, 'watch', deputy, { text: '同类问题多次出现，乡里盯办' }) : undefined;
    }
    yield after(at, 60);
    await this.step(hazard, 'submit', head, { text: remedy });
    if (until !== 'submitted') yield* this.recheck(until, hazard, unit, at);
  }

  /** The village reports what the cadre has handed over already: 并案. */
  private async *reportedAgain(into: HazardView, description: string, unit: Enterprise, at: Date): Story {
    yield after(at, 30);
    const [secretary, station] = [await this.cast.one('village-secretary', unit.areaCode, at), await this.station(at)];
    if (!secretary || !station) return;
    const words = { actingPostId: secretary.postId, areaCode: unit.areaCode, unitId: unit.id, description };
    const again = await this.reports.report(secretary, words);
    yield after(at, 36);
    await this.step(again, 'merge', station, { intoId: into.id, text: '与包村干部交办的是同一件' });
  }

  /** By whoever holds the posts by then. */
  private async *recheck(until: string, hazard: HazardView, unit: Enterprise, start: Date): Story {
    const at = after(start, 90);
    yield at;
    const [station, cadre] = [await this.station(at), await this.cadre(unit.areaCode, at)];
    if (!station || !cadre) return;
    const together = { companionPersonId: cadre.personId };
    if (until === 'returned')
      return this.step(hazard, 'return', station, { ...together, text: this.random.pick(this.words.returns) });
    await this.step(hazard, 'verify', station, { ...together, text: '现场复查合格' });
    if (until === 'verified') return;
    yield after(start, 120);
    await this.step(hazard, 'close', station, {});
    yield after(start, 400);
    if (until === 'reopened') await this.step(hazard, 'reopen', station, { text: '抽查发现又出现同样问题' });
  }

  private async *press(hazard: HazardView, when: Date): Story {
    yield when;
    const deputy = await this.deputy(when);
    if (deputy)
      await this.reminders.send(deputy, hazard.id, { actingPostId: deputy.postId, text: '已过期限，请说明进度' });
  }

  private async step(hazard: HazardView, step: HazardStep, by: CastMember, input: object): Promise<void> {
    await this.steps.take(by, hazard.id, step, { actingPostId: by.postId, ...input } as never);
  }

  private hazardAt(unit: Enterprise, random = this.random): [string, string] {
    const common = this.words.hazards.common ?? [];
    return random.pick([...common, ...(this.words.hazards[unit.trade] ?? common)]);
  }

  private async cadre(areaCode: string, at: Date, random = this.random): Promise<CastMember | null> {
    const team = await this.cast.all('village-cadre', areaCode, at);
    return team.length === 0 ? null : random.pick(team);
  }

  private head(unit: Enterprise, at: Date): Promise<CastMember | null> {
    return this.cast.one('enterprise-head', unit.areaCode, at, unit.id);
  }

  private station(at: Date): Promise<CastMember | null> {
    return this.cast.one('safety-station-head', DEMO_TOWNSHIP, at);
  }

  private deputy(at: Date): Promise<CastMember | null> {
    return this.cast.one('safety-deputy', DEMO_TOWNSHIP, at);
  }
}
