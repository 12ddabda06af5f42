import { Inject, Injectable, Logger } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { InjectDataSource } from '@nestjs/typeorm';
import { dateOf } from '@zerentian/shared/calendar';
import type { ActorView } from '@zerentian/shared/hazards/hazard.contract';
import { holderRule, holderTask, isOpen } from '@zerentian/shared/hazards/hazard.deadline';
import {
  type DueRung,
  dueRungs,
  type Lateness,
  mayBeDue,
  type Told,
} from '@zerentian/shared/hazards/hazard.escalation';
import type { EscalationView } from '@zerentian/shared/hazards/hazard.escalation.contract';
import { titleOf } from '@zerentian/shared/hazards/hazard.title';
import { DataSource, type EntityManager, In } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { Ledger } from '../ledger/ledger.service';
import { Notices } from '../notices/notices.service';
import { Clock } from '../platform/clock';
import { isDuplicate } from '../platform/database/database-errors';
import { insertRows } from '../platform/database/insert-rows';
import { lockedOne } from '../platform/database/locked';
import { storedInstant } from '../platform/database/plain-row';
import { afterKeys } from '../platform/http/keyset';
import { Jobs } from '../platform/jobs/jobs.service';
import { Writes } from '../platform/writes/writes.service';
import { Holders } from '../posts/holders.service';
import { PostKinds } from '../posts/post-kinds.service';
import { RulesService } from '../rules/rules.service';
import { SupervisionNotices } from '../supervision-notices/supervision-notices.service';
import { Hazard } from './hazard.entity';
import { factsOf } from './hazard.view';
import { Escalation } from './hazard-escalation.entity';
import { noticeWords } from './hazard-escalation.words';
import { type Ladder, Ladders } from './hazard-ladder';

const BATCH = 200;
const HOUR_MS = 3600_000;

/** One lateness of one hazard: whose, since when. */
interface Late extends Lateness {
  hazard: Hazard;
  holderPostId: string;
}

/** 逐级提示: finds what is late, and tells each rung once, in the ledger. It costs by how much is late, not by how much there is. */
@Injectable()
export class HazardEscalations {
  @Inject() private readonly clock: Clock;
  @Inject() private readonly holders: Holders;
  @Inject() private readonly jobs: Jobs;
  @Inject() private readonly kinds: PostKinds;
  @Inject() private readonly ledger: Ledger;
  @Inject() private readonly notices: Notices;
  @Inject() private readonly rules: RulesService;
  @Inject() private readonly supervision: SupervisionNotices;
  @Inject() private readonly writes: Writes;
  @InjectDataSource() private readonly source: DataSource;
  private readonly log = new Logger('HazardEscalations');

  @Cron('0 11 * * * *', { name: 'hazard-escalation' })
  async hourly(): Promise<void> {
    await this.jobs.hourly('hazard-escalation', () => this.sweep());
  }

  /** Tells what is due now; answers how many rungs were told. May run twice at once: the database refuses a rung's second time. */
  async sweep(): Promise<number> {
    const now = this.clock.now();
    const today = dateOf(now);
    const told = await this.through('holderDueOn', today, (hazard) => {
      const { holderDueOn: dueOn, holderPostId } = hazard;
      if (dueOn === null || holderPostId === null) return null;
      return { hazard, holderPostId, dueOn, hoursLate: 0, case: 'supervising' };
    });
    return told + (await this.through('countyDueAt', storedInstant(now), (hazard) => countyLate(hazard, now)));
  }

  /** Who was told of a hazard's latenesses, the latest first. 监督提示 is not among them: it is not everybody's to know. */
  async of(hazardId: string): Promise<EscalationView[]> {
    const rows = await this.source.manager.find(Escalation, {
      where: { hazardId },
      order: { toldAt: 'DESC', id: 'DESC' },
    });
    const pairs = rows.flatMap((row) => [
      { personId: row.toPersonId, postId: row.toPostId },
      { personId: null, postId: row.holderPostId },
    ]);
    const actor = await this.holders.actors(pairs);
    return rows.map((row) => ({
      id: row.id,
      target: row.target,
      to: toldWords(actor({ personId: row.toPersonId, postId: row.toPostId })),
      holderPost: actor({ personId: null, postId: row.holderPostId }).post,
      dueOn: row.dueOn,
      toldAt: row.toldAt.toISOString(),
    }));
  }

  /** Every hazard whose `column` lies before `limit`, batch by batch along its index. */
  private async through(
    column: 'holderDueOn' | 'countyDueAt',
    limit: string,
    lateOf: (hazard: Hazard) => Late | null,
  ): Promise<number> {
    let last: string[] | null = null;
    let told = 0;
    for (;;) {
      const after = last ? afterKeys([column, 'id'], last) : { sql: '1 = 1', parameters: [] };
      const rows: { id: string; at: string }[] = await this.source.query(
        `SELECT id, ${column} AS at FROM hazard WHERE ${column} < ? AND (${after.sql}) ORDER BY ${column}, id LIMIT ${BATCH}`,
        [limit, ...after.parameters],
      );
      told += await this.batch(
        rows.map((row) => row.id),
        lateOf,
      );
      const end = rows.at(-1);
      if (!end || rows.length < BATCH) return told;
      last = [keyOf(end.at), end.id];
    }
  }

  private async batch(ids: string[], lateOf: (hazard: Hazard) => Late | null): Promise<number> {
    if (ids.length === 0) return 0;
    const now = this.clock.now();
    const hazards = await this.source.manager.findBy(Hazard, { id: In(ids) });
    const toldOf = await this.told(ids);
    const ladders = new Ladders(this.source.manager, this.holders, this.kinds, now);
    let count = 0;
    for (const late of hazards.flatMap((hazard) => lateOf(hazard) ?? [])) {
      try {
        count += await this.one(late, ladders, toldOf, now);
      } catch (error) {
        // Another server was first; anything else must not keep the others from being told.
        if (!isDuplicate(error)) this.log.error(`${late.hazard.number}: ${(error as Error).stack ?? error}`);
      }
    }
    return count;
  }

  private async one(found: Late, ladders: Ladders, toldOf: (late: Late) => Told, now: Date): Promise<number> {
    const { current: rules } = this.rules;
    const late = await this.cased(found, ladders);
    if (!late || !isOpen(late.hazard.state)) return 0;
    const told = toldOf(late);
    if (!mayBeDue(late, told.rungs, dateOf(now), rules)) return 0;
    const ladder = await ladders.of(late, late.holderPostId, late.hazard.areaCode);
    const due = ladder ? dueRungs(ladder.matter, ladder.targets, told, dateOf(now), rules) : [];
    if (!ladder || due.length === 0) return 0;
    return this.writes.transaction((tx) => this.tell(tx, late, ladder, due, now));
  }

  /** Whose lateness it is: the township's step, an enterprise's work, another unit's; and for the county's clock 安监站's. */
  private async cased(late: Late, ladders: Ladders): Promise<Late | null> {
    if (late.case === 'county-report') {
      const holderPostId = await ladders.safetyStation(late.hazard.areaCode);
      return holderPostId === null ? null : { ...late, holderPostId };
    }
    if (holderRule(factsOf(late.hazard)) !== null) return late;
    return { ...late, case: late.hazard.ownership === 'enterprise' ? 'enterprise' : 'unit' };
  }

  /** The rungs in one transaction with their ledger entries and notices, unless the matter has moved on meanwhile. */
  private async tell(tx: EntityManager, late: Late, ladder: Ladder, due: DueRung[], now: Date): Promise<number> {
    const hazard = await lockedOne(tx, Hazard, { id: late.hazard.id });
    if (!hazard || !isSame(hazard, late.hazard)) return 0;
    const titles = await this.holders.of([late.holderPostId], now, tx);
    const words = {
      title: titleOf(hazard),
      holder: titles.get(late.holderPostId)?.title ?? '',
      task: holderTask(factsOf(hazard)),
      dueOn: late.dueOn,
      countyDueAt: late.case === 'county-report' ? hazard.countyDueAt : null,
    };
    for (const rung of due) {
      if (rung.target === 'discipline') await this.supervise(tx, hazard, late, ladder, rung, words, now);
      else await this.enter(tx, hazard, late, rung, noticeWords(rung.target, words, now), now);
    }
    return due.length;
  }

  private async enter(tx: EntityManager, hazard: Hazard, late: Late, rung: DueRung, words: string, now: Date) {
    const row: Escalation = {
      ...{ id: uuidv7(), hazardId: hazard.id, holderPostId: late.holderPostId, dueOn: late.dueOn },
      ...{ rung: rung.key, target: rung.target, toPostId: rung.to.post.postId, toPersonId: rung.to.personId },
      toldAt: now,
    };
    await insertRows(tx, 'escalation', [row]);
    await this.ledger.record(tx, {
      areaCode: hazard.areaCode,
      act: 'escalate',
      subjectType: 'escalation',
      subjectId: row.id,
      personId: null,
      postId: null,
      moment: { occurredAt: now, receivedAt: now, doubted: false },
      changes: { ...row },
      facts: { text: words },
    });
    await this.notices.send(tx, [row.toPostId], words, hazard.id, now);
  }

  private async supervise(
    tx: EntityManager,
    hazard: Hazard,
    late: Late,
    ladder: Ladder,
    rung: DueRung,
    words: { title: string; holder: string; task: string },
    now: Date,
  ): Promise<void> {
    const { id: hazardId, townshipCode, number } = hazard;
    const step = {
      ...{ townshipCode, hazardId, matter: `${words.title}（${number}）`, step: words.task, dueOn: late.dueOn },
      ...{ since: hazard.holderSince ?? now, rule: this.rules.rungWords(rung.key).slice(0, 200) },
      ...{ postId: late.holderPostId, personId: ladder.namedPersonId, superiorPostId: ladder.superiorPostId },
      toPostId: ladder.posts.discipline ?? rung.to.post.postId,
    };
    await this.supervision.make(tx, step, words.holder, now);
  }

  /** What was told already, for each lateness of some hazards. */
  private async told(ids: string[]): Promise<(late: Late) => Told> {
    const rows = await this.source.manager.findBy(Escalation, { hazardId: In(ids) });
    const notices = await this.supervision.madeFor(ids);
    const supervising = this.rules.current.escalation
      .filter((rung) => rung.to === 'discipline')
      .map((rung) => rung.key);
    return ({ hazard, holderPostId, dueOn }) => {
      const mine = rows.filter(
        (row) => row.hazardId === hazard.id && row.holderPostId === holderPostId && row.dueOn === dueOn,
      );
      const made = notices.filter(
        (it) => it.hazardId === hazard.id && it.postId === holderPostId && it.dueOn === dueOn,
      );
      const days = [...mine.map((row) => row.toldAt), ...made.map((it) => it.madeAt)].map(dateOf).sort();
      return {
        rungs: new Set([...mine.map((row) => row.rung), ...(made.length > 0 ? supervising : [])]),
        persons: new Set(mine.flatMap((row) => row.toPersonId ?? [])),
        lastOn: days.at(-1) ?? null,
      };
    };
  }
}

function toldWords({ post, name }: ActorView): EscalationView['to'] {
  return { post, name };
}

/** 疑似重大 that the county has not been told of. */
function countyLate(hazard: Hazard, now: Date): Late | null {
  if (hazard.countyDueAt === null || hazard.level !== 'suspected-major') return null;
  const hoursLate = Math.floor((now.getTime() - hazard.countyDueAt.getTime()) / HOUR_MS);
  return { hazard, holderPostId: '', dueOn: dateOf(hazard.countyDueAt), hoursLate, case: 'county-report' };
}

/** Whether it still lies where it lay, late since the same day, when it was read. */
function isSame(now: Hazard, read: Hazard): boolean {
  const isCounty = now.countyDueAt?.getTime() === read.countyDueAt?.getTime();
  return (
    isCounty && (['state', 'holderPostId', 'holderDueOn'] as const).every((column) => now[column] === read[column])
  );
}

function keyOf(value: string | Date): string {
  return value instanceof Date ? storedInstant(value) : value;
}
