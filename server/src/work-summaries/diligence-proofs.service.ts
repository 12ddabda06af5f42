import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { townshipOf } from '@zerentian/shared/areas/area.contract';
import { addDays, daysBetween } from '@zerentian/shared/calendar';
import type { ProofItem, ProofItemsQuery } from '@zerentian/shared/work-summaries/diligence-proof.contract';
import { proofOf, totalsOf } from '@zerentian/shared/work-summaries/diligence-proof.kinds';
import { DataSource } from 'typeorm';
import { DutiesService } from '../duties/duties.service';
import type { Actor } from '../platform/auth/actor';
import { Clock } from '../platform/clock';
import { pageOfWhole } from '../platform/http/keyset';
import { ProblemError } from '../platform/problem';
import { Holders } from '../posts/holders.service';
import { diligencePaper } from './diligence-proof.paper';
import { type OwnAct, OwnActs } from './own-acts.service';
import { type NamedHazard, OwnNames } from './own-names.service';

const LONGEST_DAYS = 366;
const PREFIX = 16;

/** 尽职证明: what I did and when, each act with its place in the ledger. Only ever one's own. */
@Injectable()
export class DiligenceProofs {
  @Inject() private readonly acts: OwnActs;
  @Inject() private readonly clock: Clock;
  @Inject() private readonly duties: DutiesService;
  @Inject() private readonly holders: Holders;
  @Inject() private readonly names: OwnNames;
  @InjectDataSource() private readonly source: DataSource;

  /** The acts of a span, both days included, oldest first; totals of the whole span. */
  async page(actor: Actor, query: ProofItemsQuery) {
    const { from, until } = query;
    const items = await this.items(actor, from, until);
    const name = await this.names.person(actor.personId);
    return {
      name,
      from,
      until,
      totals: totalsOf(items),
      ...pageOfWhole(items, query, (item) => `${item.chain}/${item.seq}`),
    };
  }

  /** The same as paper. */
  async paper(actor: Actor, from: string, until: string): Promise<{ name: string; file: Buffer }> {
    const items = await this.items(actor, from, until);
    const name = await this.names.person(actor.personId);
    const tenures = await this.names.tenures(actor.personId, from, addDays(until, 1));
    const heads = await this.heads(items);
    const file = await diligencePaper({
      name,
      from,
      until,
      tenures,
      items,
      totals: totalsOf(items),
      heads,
      now: this.clock.now(),
    });
    return { name: `尽职证明 ${name} ${from}至${until}.pdf`, file };
  }

  private async items(actor: Actor, from: string, until: string): Promise<ProofItem[]> {
    checkSpan(from, until);
    const acts = await this.acts.of(actor.personId, from, addDays(until, 1));
    const hazards = await this.names.hazards(acts.map((act) => act.hazardId));
    const where = acts.map((act) => placeOf(act, hazards));
    const place = await this.names.places(where);
    const posts = await this.holders.actors(acts.map(({ postId }) => ({ personId: null, postId })));
    const kinds = await this.recordKinds(acts);
    return acts.flatMap((act, index): ProofItem[] => {
      const proof = proofOf(act);
      if (!proof) return [];
      return [
        {
          chain: act.chain,
          seq: act.seq,
          hashPrefix: act.hash.slice(0, PREFIX),
          kinds: proof.kinds,
          words: act.act === 'record-duty' ? recordWords(act, kinds) : proof.words,
          hazardId: act.hazardId,
          hazardNumber: act.hazardId === null ? null : (hazards.get(act.hazardId)?.number ?? null),
          place: place(where[index] as Where).words || null,
          post: posts({ personId: null, postId: act.postId }).post,
          occurredAt: act.occurredAt.toISOString(),
          receivedAt: act.receivedAt.toISOString(),
        },
      ];
    });
  }

  /** Names of the kinds of record, by township and key. */
  private async recordKinds(acts: OwnAct[]): Promise<Map<string, string>> {
    const names = new Map<string, string>();
    const townships = new Set(
      acts.filter((act) => act.act === 'record-duty').map((act) => townshipOf(String(act.changes.areaCode ?? ''))),
    );
    for (const township of townships) {
      if (!township) continue;
      for (const { key, name } of (await this.duties.current(township))?.recordKinds ?? [])
        names.set(`${township} ${key}`, name);
    }
    return names;
  }

  /** Where each chain stands now, so that the paper can be told from one made of a chain rewritten since. */
  private async heads(items: ProofItem[]): Promise<{ chain: string; seq: number; hash: string }[]> {
    const chains = [...new Set(items.map((item) => item.chain))];
    if (chains.length === 0) return [];
    return this.source.query(
      `SELECT chain, seq, hash FROM ledger_chain WHERE chain IN (${chains.map(() => '?').join(', ')}) ORDER BY chain`,
      chains,
    );
  }
}

function checkSpan(from: string, until: string): void {
  if (until < from) throw ProblemError.at('invalid_input', 'until', '结束日期不能早于开始日期');
  if (daysBetween(from, until) > LONGEST_DAYS)
    throw ProblemError.at('invalid_input', 'until', '一次最多一年，请分段打印');
}

interface Where {
  areaCode: string | null;
  unitId: string | null;
}

function placeOf(act: OwnAct, hazards: Map<string, NamedHazard>): Where {
  const hazard = act.hazardId === null ? undefined : hazards.get(act.hazardId);
  if (hazard) return { areaCode: hazard.areaCode, unitId: hazard.unitId ?? hazard.responsibleUnitId };
  const { areaCode = null, unitId = null } = act.changes as Partial<Where>;
  return { areaCode, unitId };
}

function recordWords(act: OwnAct, kinds: Map<string, string>): string {
  const { kind, areaCode, paper } = act.changes as {
    kind?: string;
    areaCode?: string;
    paper?: { doneOn: string } | null;
  };
  const name = kinds.get(`${townshipOf(areaCode ?? '')} ${kind}`) ?? kind ?? '';
  return `履职记录：${name}${paper ? `（补录 ${paper.doneOn} 的纸质记录）` : ''}`;
}
