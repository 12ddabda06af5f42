import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Page } from '@zerentian/shared/fields';
import { reportHazard } from '@zerentian/shared/hazards/hazard.contract';
import { mayTake, type PublicReportStep } from '@zerentian/shared/public-reports/public-report.lifecycle';
import type {
  AcceptPublicReport,
  ExplainPublicReport,
  ForgetReporter,
  PublicReportDetail,
  PublicReportQuery,
  PublicReportView,
  SiftingStep,
  UpholdPublicReport,
} from '@zerentian/shared/public-reports/public-sifting.contract';
import { DataSource, type EntityManager } from 'typeorm';
import { HazardReports } from '../hazards/hazard-report.service';
import { Ledger } from '../ledger/ledger.service';
import { PhotoLinks } from '../photos/photo-links.service';
import { PhotosService } from '../photos/photos.service';
import type { Actor } from '../platform/auth/actor';
import { Clock } from '../platform/clock';
import { lockedOne } from '../platform/database/locked';
import { newestPage } from '../platform/database/newest-sql';
import { parse } from '../platform/http/contract';
import { ProblemError } from '../platform/problem';
import { type Moment, momentOf, notBefore } from '../platform/writes/moment';
import { Writes } from '../platform/writes/writes.service';
import { Access, chosenPost, type HeldPost } from '../posts/access.service';
import { PublicReport } from './public-report.entity';
import { standingOf, WAITING } from './public-report.rows';
import { PublicReportViews } from './public-report-views.service';
import { PublicReporters } from './public-reporters.service';
import { reachesPlace, readsReports, SafetyStations } from './safety-stations.service';

/** A step in the midst of its transaction. */
interface Taken {
  tx: EntityManager;
  actor: Actor;
  post: HeldPost;
  report: PublicReport;
  moment: Moment;
}

/** 安监站 sifts what the public reports; 分管 reads along. Nobody else sees who reported, nor that list. */
@Injectable()
export class PublicSifting {
  @Inject() private readonly access: Access;
  @Inject() private readonly clock: Clock;
  @Inject() private readonly hazards: HazardReports;
  @Inject() private readonly ledger: Ledger;
  @Inject() private readonly links: PhotoLinks;
  @Inject() private readonly photos: PhotosService;
  @Inject() private readonly reporters: PublicReporters;
  @Inject() private readonly stations: SafetyStations;
  @Inject() private readonly views: PublicReportViews;
  @Inject() private readonly writes: Writes;
  @InjectDataSource() private readonly source: DataSource;

  /** Newest first. @throws forbidden for everybody but 安监站 and 分管 */
  async list(actor: Actor, query: PublicReportQuery): Promise<Page<PublicReportView>> {
    const readers = await this.readers(actor);
    const select = this.source.manager.createQueryBuilder(PublicReport, 'r');
    select.andWhere('r.townshipCode IN (:...areas)', { areas: readers.map((post) => post.areaCode) });
    if (query.waiting) select.andWhere(WAITING);
    if (query.hazard) select.andWhere('r.hazardId = :hazard', { hazard: query.hazard });
    return newestPage(select, query, (rows) => this.views.many(rows));
  }

  /** One, with who reported and what the asker may do. @throws forbidden, not_found */
  async detail(actor: Actor, id: string): Promise<PublicReportDetail> {
    const readers = await this.readers(actor);
    const report = await this.source.manager.findOneBy(PublicReport, { id });
    if (!report || !readers.some((post) => reachesPlace(post, report.areaCode))) throw new ProblemError('not_found');
    return this.detailOf(this.source.manager, report, readers);
  }

  /** Makes a hazard of it. @throws what a hazard's report throws, besides what every step does */
  accept(actor: Actor, id: string, input: AcceptPublicReport): Promise<PublicReportDetail> {
    return this.take(actor, id, 'accept', input, async (taken) => {
      const { tx, report, moment } = taken;
      const photos = input.withPhotos === false ? [] : await this.photos.named(tx, report.photoIds);
      const from = { kind: 'public' as const, id, photos };
      const { id: hazardId } = await this.hazards.reportWithin(tx, actor, hazardInput(taken, input), moment, from);
      return { state: 'accepted', hazardId, siftedAt: moment.occurredAt };
    });
  }

  explain(actor: Actor, id: string, input: ExplainPublicReport): Promise<PublicReportDetail> {
    return this.take(actor, id, 'explain', input, async ({ moment }) => ({
      state: 'explained',
      reason: input.reason,
      answer: input.text,
      siftedAt: moment.occurredAt,
    }));
  }

  uphold(actor: Actor, id: string, input: UpholdPublicReport): Promise<PublicReportDetail> {
    return this.take(actor, id, 'uphold', input, async () => ({ state: 'upheld', reason: null, answer: input.text }));
  }

  /** Removes who reported, whenever it is asked for: by the reporter, or because nobody needs it any more. */
  forgetReporter(actor: Actor, id: string, input: ForgetReporter): Promise<PublicReportDetail> {
    return this.take(actor, id, null, input, async ({ tx }) => {
      if (!(await this.reporters.forget(tx, id)))
        throw new ProblemError('step_not_allowed', '这条举报没有留下姓名和电话，没有可删的。');
      return {};
    });
  }

  /** What waits for those of the posts that sift, oldest first. */
  async waiting(posts: HeldPost[], most: number): Promise<{ post: HeldPost; report: PublicReportView }[]> {
    const { manager } = this.source;
    const sifting = await this.stations.sifting(manager, posts, this.clock.now());
    if (sifting.length === 0) return [];
    const rows = await manager
      .createQueryBuilder(PublicReport, 'r')
      .where('r.townshipCode IN (:...areas)', { areas: sifting.map((post) => post.areaCode) })
      .andWhere(WAITING)
      .orderBy('r.receivedAt', 'ASC')
      .take(most)
      .getMany();
    return (await this.views.many(rows)).map((report) => ({
      report,
      post: sifting.find((post) => reachesPlace(post, report.areaCode)) as HeldPost,
    }));
  }

  private async readers(actor: Actor): Promise<HeldPost[]> {
    const posts = (await this.access.postsOf(actor.personId, this.clock.now())).filter(readsReports);
    if (posts.length === 0) throw new ProblemError('forbidden');
    return posts;
  }

  /** One transaction: the post that sifts, the stage that allows it, the change, its entry. A step of null needs no stage. */
  private take(
    actor: Actor,
    id: string,
    step: Extract<PublicReportStep, SiftingStep> | null,
    input: { actingPostId?: string; text?: string; occurredAt?: string; clockOffset?: number },
    change: (taken: Taken) => Promise<Partial<PublicReport>>,
  ): Promise<PublicReportDetail> {
    const claimed = momentOf(input, this.clock.now());
    return this.writes.once(actor, async (tx) => {
      const report = await lockedOne(tx, PublicReport, { id });
      if (!report) throw new ProblemError('not_found');
      const moment = notBefore(claimed, report.updatedAt);
      const held = await this.access.postsOf(actor.personId, moment.occurredAt);
      const sifting = await this.stations.sifting(tx, held, moment.occurredAt);
      const isSifting = (post: HeldPost) => sifting.includes(post);
      const post = chosenPost(held, input.actingPostId, isSifting, (it) => reachesPlace(it, report.areaCode));
      const { stage } = await standingOf(tx, report);
      if (step !== null && !mayTake(stage, step, 'sifter')) throw new ProblemError('step_not_allowed');
      const changes = { ...(await change({ tx, actor, post, report, moment })), updatedAt: moment.receivedAt };
      await tx.update(PublicReport, id, changes as never);
      const { personId } = actor;
      await this.ledger.record(tx, {
        areaCode: report.areaCode,
        act: `public-report-${step ?? 'forget-reporter'}`,
        subjectType: 'public-report',
        subjectId: id,
        personId,
        postId: post.id,
        moment,
        changes,
        facts: { stage, text: input.text ?? null },
      });
      return this.detailOf(tx, { ...report, ...changes }, sifting);
    });
  }

  private async detailOf(tx: EntityManager, report: PublicReport, posts: HeldPost[]): Promise<PublicReportDetail> {
    const view = await this.views.one(report, tx);
    const reporter = await this.reporters.of(tx, report.id);
    const sifting = await this.stations.sifting(tx, posts, this.clock.now());
    const post = sifting.find((it) => reachesPlace(it, report.areaCode));
    const steps = (['accept', 'explain', 'uphold'] as const).filter((step) => mayTake(view.stage, step, 'sifter'));
    const open: SiftingStep[] = reporter ? [...steps, 'forget-reporter'] : steps;
    const { answer, reason } = report;
    return {
      ...view,
      reporter,
      answer: answer === null ? null : { reason, text: answer },
      photos: this.links.of(report.photoIds),
      steps: post ? open.map((step) => ({ step, postId: post.id })) : [],
    };
  }
}

/** The hazard in the words of the report, where the sifter has put no others. */
function hazardInput({ post, report }: Taken, input: AcceptPublicReport) {
  const { hazardId, withPhotos: _, ...given } = input;
  const unitId = given.unitId ?? (given.areaCode === undefined ? (report.unitId ?? undefined) : undefined);
  return parse(reportHazard, {
    ...given,
    ...(hazardId && { id: hazardId }),
    actingPostId: post.id,
    path: given.path ?? 'referred',
    areaCode: given.areaCode ?? report.areaCode,
    ...(unitId && { unitId }),
    description: given.description ?? report.description ?? '见照片',
    ...((given.spot ?? report.spot) && { spot: given.spot ?? report.spot }),
  });
}
