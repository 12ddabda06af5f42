import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { townshipOf } from '@zerentian/shared/areas/area.contract';
import type { DutyView } from '@zerentian/shared/duties/duty.contract';
import { overdueDays } from '@zerentian/shared/hazards/hazard.deadline';
import { hazardStepNames, openStates, rolesOf } from '@zerentian/shared/hazards/hazard.lifecycle';
import type { TodayItem, TodayView } from '@zerentian/shared/today/today.contract';
import { DataSource, In } from 'typeorm';
import { DutiesService } from '../duties/duties.service';
import { Hazard } from '../hazards/hazard.entity';
import { factsOf } from '../hazards/hazard.view';
import { stepsOf } from '../hazards/hazard-detail.service';
import { Notices } from '../notices/notices.service';
import type { Actor } from '../platform/auth/actor';
import { Clock } from '../platform/clock';
import { Access, type HeldPost } from '../posts/access.service';
import { Reminders } from '../reminders/reminders.service';
import { DueDuties } from './due-duties.service';
import { blankItem } from './today.item';

const SHOWN = 50;
const NOTICES_DAYS = 14;

/** 今日: what lies with me and what is due, few, ordered by urgency, each with its reason and its one button. */
@Injectable()
export class Today {
  @Inject() private readonly access: Access;
  @Inject() private readonly clock: Clock;
  @Inject() private readonly due: DueDuties;
  @Inject() private readonly duties: DutiesService;
  @Inject() private readonly notices: Notices;
  @Inject() private readonly reminders: Reminders;
  @InjectDataSource() private readonly source: DataSource;

  async of(actor: Actor): Promise<TodayView> {
    const now = this.clock.now();
    const posts = await this.access.postsOf(actor.personId, now);
    const clauses = await this.clausesOf(posts);
    const reminders = await this.reminderItems(posts, clauses);
    const hazards = await this.hazardItems(actor, posts, clauses, now);
    const duties = await this.due.items(actor.personId, posts, clauses, now);
    const since = new Date(now.getTime() - NOTICES_DAYS * 86_400_000);
    const notices = await this.notices.latest(posts.map((post) => post.id), since, 20);
    return { asOf: now.toISOString(), items: [...reminders, ...hazards, ...duties].slice(0, SHOWN), notices };
  }

  /** The duties of each post that the person holds, by post id. */
  private async clausesOf(posts: HeldPost[]): Promise<Map<string, readonly DutyView[]>> {
    const clauses = new Map<string, readonly DutyView[]>();
    for (const post of posts) {
      const township = townshipOf(post.areaCode);
      const catalogue = township === null ? null : await this.duties.current(township);
      clauses.set(post.id, catalogue?.dutiesOf(post.kindKey) ?? []);
    }
    return clauses;
  }

  private async reminderItems(posts: HeldPost[], clauses: Map<string, readonly DutyView[]>): Promise<TodayItem[]> {
    const waiting = await this.reminders.unanswered(posts.map((post) => post.id));
    const hazards = await this.hazardsById(waiting.map((it) => it.hazardId));
    return waiting.map((reminder) => {
      const hazard = hazards.get(reminder.hazardId);
      const post = posts.find((it) => it.id === reminder.to.postId) as HeldPost;
      return {
        ...blankItem(post),
        kind: 'reminder' as const,
        title: hazard ? titleOf(hazard) : '催办',
        subtitle: `${reminder.from.post ?? ''} ${reminder.from.name ?? ''} 催办${reminder.text ? `：${reminder.text}` : ''}`.trim(),
        duty: hazardClause(clauses.get(post.id)),
        hazardId: reminder.hazardId,
        reminderId: reminder.id,
        step: '答复催办',
        since: reminder.sentAt,
      };
    });
  }

  /** What my posts hold, and what I may re-check although another holds it; the oldest and the overdue first. */
  private async hazardItems(actor: Actor, posts: HeldPost[], clauses: Map<string, readonly DutyView[]>, now: Date): Promise<TodayItem[]> {
    const areas = posts.filter((post) => post.profile === 'station' || post.profile === 'village-team').map((post) => post.areaCode);
    const open = { state: In(openStates) };
    const mine = await this.source.manager.find(Hazard, { where: { holderPostId: In(posts.map((it) => it.id)), ...open }, order: { holderSince: 'ASC' }, take: SHOWN });
    const submitted = areas.length === 0 ? [] : await this.submittedIn(areas);
    const known = new Set(mine.map((it) => it.id));
    const rechecks = submitted.filter((it) => !known.has(it.id) && stepsOf(posts, it, actor.personId).some(({ step }) => step === 'verify'));
    const items = [...mine, ...rechecks].map((hazard) => this.hazardItem(actor, posts, clauses, hazard, now));
    return items.toSorted((a, b) => b.overdueDays - a.overdueDays);
  }

  private hazardItem(actor: Actor, posts: HeldPost[], clauses: Map<string, readonly DutyView[]>, hazard: Hazard, now: Date): TodayItem {
    const holding = posts.find((it) => it.id === hazard.holderPostId);
    const post = holding ?? (posts.find((it) => rolesOf(it, factsOf(hazard)).size > 0) as HeldPost);
    const [next] = stepsOf(posts, hazard, actor.personId);
    return {
      ...blankItem(post),
      kind: hazard.state === 'submitted' ? 'recheck' : 'hazard',
      title: titleOf(hazard),
      subtitle: hazard.spot,
      duty: hazardClause(clauses.get(post.id)),
      hazardId: hazard.id,
      step: next ? hazardStepNames[next.step] : null,
      since: hazard.holderSince?.toISOString() ?? null,
      dueOn: hazard.deadline,
      overdueDays: overdueDays(hazard, now),
    };
  }

  private async submittedIn(areas: string[]): Promise<Hazard[]> {
    const select = this.source.manager.createQueryBuilder(Hazard, 'h').where("h.state = 'submitted'");
    select.andWhere('(h.areaCode IN (:...areas) OR h.townshipCode IN (:...areas))', { areas });
    return select.orderBy('h.updatedAt', 'ASC').limit(SHOWN).getMany();
  }

  private async hazardsById(ids: string[]): Promise<Map<string, Hazard>> {
    const rows = ids.length === 0 ? [] : await this.source.manager.findBy(Hazard, { id: In(ids) });
    return new Map(rows.map((row) => [row.id, row]));
  }
}

function titleOf(hazard: Hazard): string {
  return hazard.description?.slice(0, 60) ?? `隐患 ${hazard.number}`;
}

const ABOUT_HAZARDS = ['hazard-follow-up', 'hazard-report', 'inspection', 'supervisory-check'];

/** The clause that makes a hazard the post's: the first of its duties that inspections or hazards are evidence of. */
function hazardClause(duties: readonly DutyView[] | undefined): TodayItem['duty'] {
  const duty = duties?.find((it) => it.recordKinds.some((kind) => ABOUT_HAZARDS.includes(kind.key))) ?? duties?.[0];
  return duty ? { key: duty.key, clause: duty.clause, quote: duty.quote } : null;
}
