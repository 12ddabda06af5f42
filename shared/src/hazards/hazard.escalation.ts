/**
 * 逐级提示: who is told that a matter is late, and when. The rungs are data (server/data/rules.json); this file holds what no data may
 * change: nobody is told of their own superior; nobody is told twice of the same lateness; after a pause the rungs go on one a day, so
 * that everybody below had their chance first; 监督提示 goes to 乡纪委 only about those whom the township itself manages.
 */

import { type Kinds, kindsAbove } from '../accountability/superior.rule';
import { covers } from '../areas/area.contract';
import { daysBetween, workingDaysBetween } from '../calendar';
import type { managers } from '../people/person.contract';
import type { Profile } from '../posts/profile';
import { outranks } from '../reminders/reminder.rule';
import type { Rules } from '../rules/rules';
import type { RungCase, RungTarget } from '../rules/rules.contract';

/** A post as far as ranks go. */
export interface RankedPost {
  postId: string;
  kindKey: string;
  profile: Profile;
  line: string | null;
  reportsTo: string | null;
  superiorProfile: Profile | null;
}

/** Whoever answers for a post, with all that they hold: rank belongs to the person. */
export interface Party {
  /** The post in which they answer: the superior's of a vacant one. */
  post: RankedPost;
  personId: string;
  held: readonly RankedPost[];
}

/** Whose lateness it is: an enterprise's, another unit's, or a supervising post's of the township. */
export type LateCase = Exclude<RungCase, 'any'> | 'unit';

/** How late it is. */
export interface Lateness {
  case: LateCase;
  /** The last day in time. */
  dueOn: string;
  /** Whole hours past the county's hour; 0 for every other case, where days count. */
  hoursLate: number;
}

/** A matter that is late, with whoever has it. */
export interface LateMatter extends Lateness {
  holder: Party;
  /** Who may decide about the person who held the post on the last day in time. */
  managedBy: (typeof managers)[number] | null;
}

/** What was told already of this very lateness. */
export interface Told {
  rungs: ReadonlySet<string>;
  persons: ReadonlySet<string>;
  /** Shanghai date of the last. */
  lastOn: string | null;
}

export interface DueRung {
  key: string;
  target: RungTarget;
  to: Party;
}

type Targets = Readonly<Partial<Record<RungTarget, Party | null>>>;

/** The rungs to be told now, by Shanghai dates: at most one a day, but for the county's clock, where all are told at once. */
export function dueRungs(matter: LateMatter, targets: Targets, told: Told, today: string, rules: Rules): DueRung[] {
  const isUrgent = matter.case === 'county-report';
  if (!isUrgent && told.lastOn !== null && told.lastOn >= today) return [];
  const due: DueRung[] = [];
  const persons = new Set(told.persons);
  for (const rung of rungsFor(matter.case, rules)) {
    if (told.rungs.has(rung.key) || !isTime(rung, matter, today, rules)) continue;
    const to = rung.to === 'holder' ? matter.holder : (targets[rung.to] ?? null);
    if (!to || !mayBeTold(rung.to, to, matter, persons)) continue;
    due.push({ key: rung.key, target: rung.to, to });
    persons.add(to.personId);
    if (!isUrgent) break;
  }
  return due;
}

/** Whether any rung's time has come that was not told yet: cheap, before anybody is looked up. */
export function mayBeDue(late: Lateness, told: ReadonlySet<string>, today: string, rules: Rules): boolean {
  return rungsFor(late.case, rules).some((rung) => !told.has(rung.key) && isTime(rung, late, today, rules));
}

function rungsFor(of: LateCase, rules: Rules) {
  return rules.escalation.filter((rung) => rung.case === of || (rung.case === 'any' && of !== 'county-report'));
}

function isTime(rung: Rules['escalation'][number], late: Lateness, today: string, rules: Rules): boolean {
  if (rung.unit === 'hours') return late.hoursLate >= rung.after;
  const isWorking = rung.unit === 'working-days';
  const days = isWorking ? workingDaysBetween(late.dueOn, today, rules.holidays) : daysBetween(late.dueOn, today);
  return days >= rung.after;
}

function mayBeTold(target: RungTarget, to: Party, matter: LateMatter, told: ReadonlySet<string>): boolean {
  if (target === 'holder') return true;
  if (to.personId === matter.holder.personId) return false;
  // 乡纪委 acts within its authority over cadres (干部管理权限): who is managed by the county or a bureau is not the township's to supervise.
  if (target === 'discipline') return matter.managedBy === 'township' && !isSuperior(matter.holder, to);
  if (target === 'safety-station') return !isSuperior(matter.holder, to);
  return !told.has(to.personId) && outranks(to.post, matter.holder.post) && !isSuperior(matter.holder, to);
}

/** Whether somebody stands, in one of their posts, above all that the other holds. */
function isSuperior(person: Party, other: Party): boolean {
  return person.held.some((mine) => other.held.every((theirs) => outranks(mine, theirs)));
}

/** A post with its place, as the ladder is looked up from. */
export interface LadderPost extends RankedPost {
  areaCode: string;
  trades: readonly string[];
}

/**
 * The post that a target names for a matter, vacant or not: 包村领导 of the place; the nearest deputy and leader above the holder's own
 * kind; 乡纪委; 安监站. `posts`: those of the place and of its township. Null where there is none, so that the rung is passed over.
 */
export function targetPost(
  target: RungTarget,
  holder: LadderPost,
  areaCode: string,
  posts: readonly LadderPost[],
  kinds: Kinds,
): LadderPost | null {
  const first = (fits: (post: LadderPost) => boolean) =>
    posts.filter((post) => covers(post.areaCode, areaCode) && fits(post)).toSorted(byId)[0] ?? null;
  switch (target) {
    case 'holder':
      return holder;
    case 'village-leader':
      return first((post) => leadsTeam(post) && post.areaCode === areaCode);
    case 'deputy':
    case 'leader':
      return above(holder, posts, kinds, target);
    case 'discipline':
      return first((post) => post.profile === 'discipline');
    case 'safety-station':
      return first((post) => post.profile === 'station' && post.line === 'supervision' && isHead(post, kinds));
    default:
      return null;
  }
}

function leadsTeam(post: LadderPost): boolean {
  return post.profile === 'village-team' && post.superiorProfile !== 'village-team';
}

function isHead(post: LadderPost, kinds: Kinds): boolean {
  return kinds.get(post.kindKey)?.singleHolder === true;
}

/** The nearest post above the holder's, of a profile or of any. */
export function above(
  holder: LadderPost,
  posts: readonly LadderPost[],
  kinds: Kinds,
  profile: Profile | null,
): LadderPost | null {
  for (const key of kindsAbove(kinds, holder.kindKey)) {
    if (profile !== null && kinds.get(key)?.profile !== profile) continue;
    const byTrade = kinds.get(key)?.line === 'sector';
    const [found] = posts
      .filter((post) => post.kindKey === key && covers(post.areaCode, holder.areaCode))
      .filter((post) => !byTrade || post.trades.some((trade) => holder.trades.includes(trade)))
      .toSorted(byId);
    if (found) return found;
  }
  return null;
}

function byId(a: LadderPost, b: LadderPost): number {
  return a.postId < b.postId ? -1 : a.postId > b.postId ? 1 : 0;
}
