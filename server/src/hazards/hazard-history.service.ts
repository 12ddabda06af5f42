import { Injectable } from '@nestjs/common';
import { dateOf } from '@zerentian/shared/calendar';
import type { ActorView, HazardEvent } from '@zerentian/shared/hazards/hazard.contract';
import { LedgerHistory, type PastAct } from '../ledger/ledger-history.service';
import { type Holder, Holders } from '../posts/holders.service';
import { factsOf, inWords } from './hazard-history.words';

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
        facts: inWords(act),
        occurredAt: act.occurredAt.toISOString(),
        receivedAt: act.receivedAt.toISOString(),
        heldMinutes: null,
        late: facts.wanted !== undefined,
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
