import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { dateOf, startOf } from '@zerentian/shared/calendar';
import { firstCharacters } from '@zerentian/shared/hazards/hazard.title';
import { codeFrom, FOLLOW_CODE_LENGTH } from '@zerentian/shared/public-reports/public-code';
import type { SendPublicReport, SentPublicReport } from '@zerentian/shared/public-reports/public-report.contract';
import { DataSource, type EntityManager, MoreThanOrEqual } from 'typeorm';
import { Ledger } from '../ledger/ledger.service';
import { Notices } from '../notices/notices.service';
import { type AttachedPhoto, PhotosService } from '../photos/photos.service';
import type { Sender } from '../platform/auth/actor';
import { RateLimiter } from '../platform/auth/rate-limiter';
import { ServerSecret } from '../platform/auth/secret';
import { Clock } from '../platform/clock';
import { isDuplicate } from '../platform/database/database-errors';
import { insertRows } from '../platform/database/insert-rows';
import { ProblemError } from '../platform/problem';
import { Writes } from '../platform/writes/writes.service';
import type { PublicPoint } from './public-point.entity';
import { PublicPoints } from './public-points.service';
import { PublicReport } from './public-report.entity';
import { PublicReporters } from './public-reporters.service';
import { SafetyStations } from './safety-stations.service';

/** Reports that one code takes in a day: counted in the table, so that no restart and no second server forgets them. */
export const MOST_PER_POINT_AND_DAY = 40;
const TITLE = 40;

/** Who sends, as far as anybody knows: an address, and the key of the write. */
export interface PublicSender {
  address: string;
  request: Sender['request'];
}

/**
 * 群众举报 by whoever has scanned a code. Nobody signs in, so a write is done once by the report's own id: the phone makes it, 74 random bits
 * that nobody else knows before it arrives, and whoever repeats it under the same key with the same body has it. The code by which it is
 * followed is made of that id with the server's secret: a repeat gets the same one, and the database holds its digest alone.
 */
@Injectable()
export class PublicReports {
  @Inject() private readonly clock: Clock;
  @Inject() private readonly ledger: Ledger;
  @Inject() private readonly limiter: RateLimiter;
  @Inject() private readonly notices: Notices;
  @Inject() private readonly photos: PhotosService;
  @Inject() private readonly points: PublicPoints;
  @Inject() private readonly reporters: PublicReporters;
  @Inject() private readonly secret: ServerSecret;
  @Inject() private readonly stations: SafetyStations;
  @Inject() private readonly writes: Writes;
  @InjectDataSource() private readonly source: DataSource;

  /** @throws not_found, point_renewed, too_many_requests, id_taken, and what may be wrong with the photos */
  async send(code: string, sender: PublicSender, input: SendPublicReport): Promise<SentPublicReport> {
    this.limiter.count('public-report-by-address', sender.address);
    this.limiter.count('public-report-by-address-and-day', sender.address);
    const point = await this.points.openWithCode(code);
    await this.reporters.mustBeNobodys(this.source.manager, input.id);
    const sent = await this.writes.once({ personId: input.id, request: sender.request }, async (tx) => {
      await this.checkDay(tx, point);
      const report = await this.store(tx, point, input);
      const place = await this.points.placeOf(tx, point);
      const words = report.description ?? '（只有照片）';
      const station = await this.stations.of(tx, report.townshipCode);
      await this.notices.send(
        tx,
        [station],
        `群众举报（${place}）：${firstCharacters(words, TITLE)}`,
        null,
        report.receivedAt,
      );
      return { receivedAt: report.receivedAt.toISOString(), place };
    });
    return { ...sent, followCode: this.followCodeOf(input.id) };
  }

  /** @throws not_found, in words that do not tell a wrong code from one that never was */
  async withFollowCode(code: string, address: string): Promise<PublicReport> {
    this.limiter.count('public-lookup-by-address', address);
    const report = await this.source.manager.findOneBy(PublicReport, { followDigest: digestOf(code) });
    if (!report) throw new ProblemError('not_found', '没有这个查询码。请一位一位核对后再试，字母不分大小写。');
    return report;
  }

  private async checkDay(tx: EntityManager, point: PublicPoint): Promise<void> {
    const receivedAt = MoreThanOrEqual(startOf(dateOf(this.clock.now())));
    const today = await tx.countBy(PublicReport, { pointId: point.id, receivedAt });
    if (today < MOST_PER_POINT_AND_DAY) return;
    throw new ProblemError(
      'too_many_requests',
      '这个二维码今天收到的举报太多，暂时收不了。您填写的内容还在手机上；事情要紧请直接打电话。',
    );
  }

  private async store(tx: EntityManager, point: PublicPoint, input: SendPublicReport): Promise<PublicReport> {
    const { id, description = null, spot = null, photoIds = [], reporter } = input;
    const now = this.clock.now();
    const reporterDigest = reporter ? await this.reporters.keep(tx, id, reporter).catch(idTaken) : null;
    const report: PublicReport = {
      id,
      pointId: point.id,
      townshipCode: point.townshipCode,
      areaCode: point.areaCode,
      unitId: await this.enterpriseOf(tx, point),
      followDigest: digestOf(this.followCodeOf(id)),
      state: 'received',
      description,
      spot,
      photoIds,
      reporterDigest,
      reason: null,
      answer: null,
      hazardId: null,
      fixed: null,
      feedback: null,
      receivedAt: now,
      siftedAt: null,
      feedbackAt: null,
      updatedAt: now,
    };
    await insertRows(tx, 'public_report', [report]).catch(idTaken);
    const photos = await this.photos.attach(
      tx,
      { personId: id },
      photoIds,
      { type: 'public-report', id },
      report.areaCode,
    );
    await this.record(tx, report, photos);
    return report;
  }

  private async record(tx: EntityManager, report: PublicReport, photos: AttachedPhoto[]): Promise<void> {
    const now = report.receivedAt;
    await this.ledger.record(tx, {
      areaCode: report.areaCode,
      act: 'public-report-receive',
      subjectType: 'public-report',
      subjectId: report.id,
      personId: null,
      postId: null,
      moment: { occurredAt: now, receivedAt: now, doubted: false },
      changes: { ...report },
      facts: { photos },
    });
  }

  private async enterpriseOf(tx: EntityManager, { unitId }: PublicPoint): Promise<string | null> {
    const [unit] = await tx.query<{ kind: string }[]>('SELECT kind FROM unit WHERE id = ?', [unitId]);
    return unit?.kind === 'enterprise' ? unitId : null;
  }

  private followCodeOf(reportId: string): string {
    return codeFrom(Buffer.from(this.secret.sign('follow-code', reportId), 'hex'), FOLLOW_CODE_LENGTH);
  }
}

function digestOf(followCode: string): string {
  return createHash('sha256').update(followCode).digest('hex');
}

function idTaken(error: unknown): never {
  throw isDuplicate(error) ? new ProblemError('id_taken') : error;
}
