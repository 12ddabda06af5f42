import { Injectable } from '@nestjs/common';
import { dateOf } from '@zerentian/shared/calendar';
import { type ActorView, coordinationNeeds, type HazardEvent } from '@zerentian/shared/hazards/hazard.contract';
import { type HazardLevel, hazardLevelNames } from '@zerentian/shared/hazards/hazard.facts';
import type { HazardState } from '@zerentian/shared/hazards/hazard.vocabulary';
import { reminderAnswerNames } from '@zerentian/shared/reminders/reminder.contract';
import { LedgerHistory, type PastAct } from '../ledger/ledger-history.service';
import { type Holder, Holders } from '../posts/holders.service';

interface AttachedPhoto {
  id: string;
}

/** What the acts on a hazard keep beside the columns that they set. */
interface HazardActFacts {
  from?: HazardState;
  to?: HazardState;
  text?: string | null;
  need?: keyof typeof coordinationNeeds | null;
  answer?: keyof typeof reminderAnswerNames | null;
  companion?: { personId: string; postId: string } | null;
  photos?: AttachedPhoto[];
  afterPhotos?: AttachedPhoto[];
}

/** The history of a hazard, read from the ledger and put into words. */
@Injectable()
export class HazardHistory {
  constructor(
    private readonly history: LedgerHistory,
    private readonly holders: Holders,
  ) {}

  async of(hazardId: string): Promise<HazardEvent[]> {
    const acts = await this.history.of(hazardId);
    const companions = acts.map((act) => factsOf(act).companion ?? { personId: null, postId: null });
    const actor = await this.holders.actors([...acts, ...companions]);
    const holders = await this.holdersAfter(acts);
    return acts.map((act, index) => {
      const facts = factsOf(act);
      return {
        seq: act.seq,
        step: act.act.replace(/^hazard-/, ''),
        from: facts.from ?? null,
        to: facts.to ?? null,
        actor: actor(act),
        companion: facts.companion ? actor(facts.companion) : null,
        text: act.content === null ? '（内容已按规定删除）' : (facts.text ?? null),
        photoIds: [...(facts.photos ?? []), ...(facts.afterPhotos ?? [])].map((photo) => photo.id),
        facts: inWords(act, facts),
        occurredAt: act.occurredAt.toISOString(),
        receivedAt: act.receivedAt.toISOString(),
        holder: holders[index] ?? null,
      };
    });
  }

  /** Who held the matter after each act, by the posts' holders on that day: one look-up for each day on which something was done. */
  private async holdersAfter(acts: PastAct[]): Promise<(ActorView | null)[]> {
    const postOf = (act: PastAct) => (act.content?.changes.holderPostId as string | null | undefined) ?? null;
    const days = new Map<string, Map<string, Holder>>();
    for (const { occurredAt } of acts) {
      const day = dateOf(occurredAt);
      if (days.has(day)) continue;
      const posts = acts.filter((act) => dateOf(act.occurredAt) === day).map(postOf);
      days.set(day, await this.holders.of(posts, occurredAt));
    }
    return acts.map((act) => {
      const holder = days.get(dateOf(act.occurredAt))?.get(postOf(act) ?? '');
      if (!holder) return null;
      const { personId, name, phone, postId, post } = holder;
      return { personId, name, phone, postId, post };
    });
  }
}

function factsOf(act: PastAct): HazardActFacts {
  return (act.content?.facts ?? {}) as HazardActFacts;
}

function inWords(act: PastAct, facts: HazardActFacts): HazardEvent['facts'] {
  const changes = act.content?.changes ?? {};
  const words: HazardEvent['facts'] = [];
  const add = (label: string, value: unknown) => {
    if (typeof value === 'string' && value !== '') words.push({ label, value });
  };
  if (act.act !== 'hazard-report') add('级别', hazardLevelNames[changes.level as HazardLevel]);
  add('判定依据', changes.standardClause);
  add('整改期限', changes.deadline);
  if (facts.need) add('需要', coordinationNeeds[facts.need]);
  if (facts.answer) add('答复', reminderAnswerNames[facts.answer]);
  // A new start or suspicion only takes the county's number away; what was put on record is told where it was.
  const major = act.act === 'hazard-record-major' ? ((changes.major ?? null) as Record<string, string> | null) : null;
  if (major) for (const [key, label] of MAJOR_LABELS) add(label, major[key]);
  if (act.content?.doubted) add('时间', '手机时间不可信，已按服务器的记录校正');
  return words;
}

const MAJOR_LABELS = [
  ['responsibility', '责任'],
  ['measures', '措施'],
  ['funds', '资金'],
  ['timeLimit', '时限'],
  ['contingency', '预案'],
  ['countyNumber', '县级编号'],
] as const;
