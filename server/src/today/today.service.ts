import { Inject, Injectable } from '@nestjs/common';
import { townshipOf } from '@zerentian/shared/areas/area.contract';
import type { DutyView } from '@zerentian/shared/duties/duty.contract';
import type { TodayItem, TodayQuery, TodayView } from '@zerentian/shared/today/today.contract';
import { DutiesService } from '../duties/duties.service';
import { type HazardTask, HazardTasks } from '../hazards/hazard-tasks.service';
import { Notices } from '../notices/notices.service';
import type { Actor } from '../platform/auth/actor';
import { Clock } from '../platform/clock';
import { Access, type HeldPost } from '../posts/access.service';
import type { StandIn } from '../posts/stand-ins.service';
import { Reminders } from '../reminders/reminders.service';
import { DueDuties } from './due-duties.service';
import { PublicReportItems } from './public-report-items.service';
import { SupervisionItems } from './supervision-items.service';
import { blankItem } from './today.item';
import { pageAfter } from './today.page';

const NOTICES_SHOWN = 20;
const NOTICES_MS = 14 * 86_400_000;

type Clauses = Map<string, readonly DutyView[]>;

/** 今日: what lies with me and what is due, few, ordered by urgency, each with its reason and its one button. */
@Injectable()
export class Today {
  @Inject() private readonly access: Access;
  @Inject() private readonly clock: Clock;
  @Inject() private readonly due: DueDuties;
  @Inject() private readonly duties: DutiesService;
  @Inject() private readonly hazards: HazardTasks;
  @Inject() private readonly notices: Notices;
  @Inject() private readonly publicReports: PublicReportItems;
  @Inject() private readonly reminders: Reminders;
  @Inject() private readonly supervision: SupervisionItems;

  async of(actor: Actor, query: TodayQuery = {}): Promise<TodayView> {
    const now = this.clock.now();
    const posts = await this.access.postsOf(actor.personId, now);
    const clauses = await this.clausesOf(posts);
    const standIns = await this.hazards.standIns(posts);
    const reminders = await this.reminderItems(posts, clauses, standIns);
    const hazards = (await this.hazards.of(actor.personId, posts, standIns)).map((task) => hazardItem(task, clauses));
    const reported = await this.publicReports.of(posts);
    const duties = await this.due.items(actor.personId, posts, clauses, now);
    const told = await this.supervision.items(actor.personId, posts);
    const since = new Date(now.getTime() - NOTICES_MS);
    const notices = await this.notices.latest(
      [...posts.map((post) => post.id), ...standIns.keys()],
      since,
      NOTICES_SHOWN,
    );
    return {
      asOf: now.toISOString(),
      ...pageAfter([...reminders, ...told, ...reported, ...hazards, ...duties], query),
      notices,
    };
  }

  /** The duties of each post that the person holds, by post id. */
  private async clausesOf(posts: HeldPost[]): Promise<Clauses> {
    const clauses: Clauses = new Map();
    for (const post of posts) {
      const township = townshipOf(post.areaCode);
      const catalogue = township === null ? null : await this.duties.current(township);
      clauses.set(post.id, catalogue?.dutiesOf(post.kindKey) ?? []);
    }
    return clauses;
  }

  private async reminderItems(
    posts: HeldPost[],
    clauses: Clauses,
    standIns: Map<string, StandIn>,
  ): Promise<TodayItem[]> {
    const waiting = await this.reminders.unanswered([...posts.map((post) => post.id), ...standIns.keys()]);
    const titles = await this.hazards.titles(waiting.map((it) => it.hazardId));
    return waiting.map((reminder) => {
      const standIn = standIns.get(reminder.to.postId ?? '');
      const post = standIn?.post ?? (posts.find((it) => it.id === reminder.to.postId) as HeldPost);
      const sender = [reminder.from.post, reminder.from.name].filter(Boolean).join(' ');
      return {
        ...blankItem(post),
        vacantPost: standIn?.vacantPost ?? null,
        kind: 'reminder' as const,
        title: titles.get(reminder.hazardId) ?? '催办',
        subtitle: `${sender} 催办${reminder.text ? `：${reminder.text}` : ''}`,
        duty: hazardClause(clauses.get(post.id)),
        hazardId: reminder.hazardId,
        reminderId: reminder.id,
        step: '答复催办',
        since: reminder.sentAt,
      };
    });
  }
}

function hazardItem(task: HazardTask, clauses: Clauses): TodayItem {
  const { vacantPost, step, since, dueOn, overdueDays } = task;
  const why = task.transfer ? '企业逾期没有改完，建议上报县级、移送执法' : null;
  const vacancy = vacantPost === null ? null : `岗位空缺：${vacantPost}`;
  return {
    ...blankItem(task.post),
    kind: task.isRecheck ? 'recheck' : 'hazard',
    title: task.title,
    subtitle: [vacancy, why, task.spot].filter(Boolean).join('，') || null,
    vacantPost,
    duty: hazardClause(clauses.get(task.post.id)),
    hazardId: task.id,
    ...{ step, since, dueOn, overdueDays },
  };
}

const ABOUT_HAZARDS = ['hazard-follow-up', 'hazard-report', 'inspection', 'supervisory-check'];

/** The clause that makes a hazard the post's: the first of its duties that inspections or hazards are evidence of. */
function hazardClause(duties: readonly DutyView[] | undefined): TodayItem['duty'] {
  const duty = duties?.find((it) => it.recordKinds.some((kind) => ABOUT_HAZARDS.includes(kind.key))) ?? duties?.[0];
  return duty ? { key: duty.key, clause: duty.clause, quote: duty.quote } : null;
}
