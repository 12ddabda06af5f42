import { Injectable } from '@nestjs/common';
import { dateOf } from '@zerentian/shared/calendar';
import type { Place } from '@zerentian/shared/fields';
import type { ActorView, HazardEvent } from '@zerentian/shared/hazards/hazard.contract';
import { mayKnowTime, type TimeReader } from '@zerentian/shared/hazards/hazard.time';
import { LedgerHistory, type PastAct } from '../ledger/ledger-history.service';
import { type Holder, Holders } from '../posts/holders.service';
import { PostKinds } from '../posts/post-kinds.service';
import type { Hazard } from './hazard.entity';
import { factsOf, inWords } from './hazard-history.words';

const MINUTE = 60_000;

/** The history of a hazard, read from the ledger and put into words. */
@Injectable()
export class HazardHistory {
  constructor(
    private readonly history: LedgerHistory,
    private readonly holders: Holders,
    private readonly kinds: PostKinds,
  ) {}

  /** As the reader may know it: how long it lay with whom is not everybody's business (hazard.time.ts). */
  async of(hazard: Hazard, reader: TimeReader): Promise<HazardEvent[]> {
    const acts = await this.history.of('hazard', hazard.id);
    const companions = acts.map((act) => factsOf(act).companion ?? { personId: null, postId: null });
    const actor = await this.holders.actors([...acts, ...companions]);
    const holders = await this.holdersAfter(acts);
    const minutes = await this.minutesHeld(acts, holders, hazard, reader);
    const where = (acts[0]?.content?.changes.place as Place | null | undefined) ?? null;
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
        facts: inWords(act, where),
        occurredAt: act.occurredAt.toISOString(),
        receivedAt: act.receivedAt.toISOString(),
        heldMinutes: minutes[index] ?? null,
        late: facts.wanted !== undefined,
        holder: named(holders[index]),
      };
    });
  }

  /** Who held the matter after each act, by the posts' holders on that day: one look-up for each day on which something was done. */
  private async holdersAfter(acts: PastAct[]): Promise<(Holder | undefined)[]> {
    const days = new Map<string, Map<string, Holder>>();
    for (const { occurredAt } of acts) {
      const day = dateOf(occurredAt);
      if (days.has(day)) continue;
      const posts = acts.filter((act) => dateOf(act.occurredAt) === day).map((act) => holderPostOf(act) ?? null);
      days.set(day, await this.holders.of(posts, occurredAt));
    }
    return acts.map((act) => days.get(dateOf(act.occurredAt))?.get(holderPostOf(act) ?? ''));
  }

  /** For each act that took the matter away from its holder, the minutes that it had lain there; null where the reader may not know. */
  private async minutesHeld(
    acts: PastAct[],
    holders: (Holder | undefined)[],
    hazard: Hazard,
    reader: TimeReader,
  ): Promise<(number | null)[]> {
    const kinds = await this.kinds.all();
    let since: { at: Date; holder: Holder | undefined; postId: string | null } | null = null;
    return acts.map((act, index) => {
      const postId = holderPostOf(act);
      if (postId === undefined || postId === since?.postId) return null;
      const before = since;
      since = { at: act.occurredAt, holder: holders[index], postId };
      if (!before?.holder || !mayKnowTime(reader, before.holder, hazard.areaCode, kinds)) return null;
      return Math.round((act.occurredAt.getTime() - before.at.getTime()) / MINUTE);
    });
  }
}

/** The post that holds the matter after an act; undefined where the act says nothing of it. */
function holderPostOf(act: PastAct): string | null | undefined {
  return act.content?.changes.holderPostId as string | null | undefined;
}

function named(holder: Holder | undefined): ActorView | null {
  if (!holder) return null;
  const { personId, name, phone, postId, post } = holder;
  return { personId, name, phone, postId, post };
}
