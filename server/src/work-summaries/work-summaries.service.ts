import { Inject, Injectable } from '@nestjs/common';
import { dateOf, type Window } from '@zerentian/shared/calendar';
import type { WorkSummary } from '@zerentian/shared/duty-records/duty-record.contract';
import { overdueDays } from '@zerentian/shared/hazards/hazard.deadline';
import { proofOf } from '@zerentian/shared/work-summaries/diligence-proof.kinds';
import { periodOf } from '@zerentian/shared/work-summaries/period';
import type {
  SummaryAct,
  SummaryFacts,
  SummaryHazard,
  SummaryRecord,
} from '@zerentian/shared/work-summaries/work-summary.facts';
import { summaryCounts, summaryText } from '@zerentian/shared/work-summaries/work-summary.text';
import { DutiesService } from '../duties/duties.service';
import { DutyRecords } from '../duty-records/duty-records.service';
import type { Actor } from '../platform/auth/actor';
import { Clock } from '../platform/clock';
import { ProblemError } from '../platform/problem';
import { Holders } from '../posts/holders.service';
import { type OwnAct, OwnActs } from './own-acts.service';
import { type NamedHazard, OwnNames } from './own-names.service';
import { summaryPaper } from './work-summary.paper';

/** 我的工作小结: a draft of one's own month or quarter, to be changed, and the changed text as paper. */
@Injectable()
export class WorkSummaries {
  @Inject() private readonly acts: OwnActs;
  @Inject() private readonly clock: Clock;
  @Inject() private readonly duties: DutiesService;
  @Inject() private readonly dutyRecords: DutyRecords;
  @Inject() private readonly holders: Holders;
  @Inject() private readonly names: OwnNames;

  async draft(actor: Actor, text: string): Promise<WorkSummary> {
    const period = known(text);
    const facts = await this.facts(actor.personId, period);
    return {
      period: text,
      name: await this.names.person(actor.personId),
      text: summaryText(facts),
      counts: summaryCounts(facts),
    };
  }

  /** The text as its owner left it; nothing is added but title, name and date. */
  async paper(actor: Actor, input: { period: string; text: string }): Promise<{ name: string; file: Buffer }> {
    const period = known(input.period);
    const name = await this.names.person(actor.personId);
    const tenures = await this.names.tenures(actor.personId, period.from, period.until);
    const posts = tenures.map((it) => it.title);
    const file = await summaryPaper({ name, posts, period: period.name, text: input.text, now: this.clock.now() });
    return { name: `工作小结 ${name} ${period.name}.pdf`, file };
  }

  private async facts(personId: string, period: Window): Promise<SummaryFacts> {
    const tenures = await this.names.tenures(personId, period.from, period.until);
    const acts = await this.acts.of(personId, period.from, period.until);
    const hazards = await this.names.hazards(acts.map((act) => act.hazardId));
    return {
      period: period.name,
      today: dateOf(this.clock.now()),
      posts: tenures.map((it) => it.title),
      rectifies:
        tenures.length > 0 && tenures.every((it) => it.profile === 'enterprise-head' || it.profile === 'village-head'),
      records: await this.records(personId, period),
      acts: await this.summaryActs(acts, hazards),
      hazards: await this.summaryHazards(personId, [...hazards.values()], acts),
    };
  }

  private async records(personId: string, period: Window): Promise<SummaryRecord[]> {
    const records = await this.dutyRecords.own(personId, period.from, period.until);
    const place = await this.names.places(records);
    const kinds = new Map<string, string>();
    for (const township of new Set(records.map((it) => it.townshipCode))) {
      for (const kind of (await this.duties.current(township))?.recordKinds ?? []) kinds.set(kind.key, kind.name);
    }
    return records.map((record) => {
      const { area, unit } = place(record);
      return {
        kind: kinds.get(record.kind) ?? record.kind,
        areaCode: record.areaCode,
        area: area ?? record.areaCode,
        unit,
        text: record.text,
        date: dateOf(record.occurredAt),
      };
    });
  }

  private async summaryActs(acts: OwnAct[], hazards: Map<string, NamedHazard>): Promise<SummaryAct[]> {
    const where = (act: OwnAct) => ({
      areaCode: (act.hazardId && hazards.get(act.hazardId)?.areaCode) || null,
      unitId: null,
    });
    const place = await this.names.places(acts.map(where));
    return acts.flatMap((act): SummaryAct[] => {
      const proof = proofOf(act);
      const { areaCode } = where(act);
      return proof
        ? [{ kinds: proof.kinds, words: proof.words, hazardId: act.hazardId, areaCode, area: place(where(act)).area }]
        : [];
    });
  }

  private async summaryHazards(personId: string, hazards: NamedHazard[], acts: OwnAct[]): Promise<SummaryHazard[]> {
    const now = this.clock.now();
    const placeIds = (it: NamedHazard) => ({ areaCode: it.areaCode, unitId: it.unitId ?? it.responsibleUnitId });
    const place = await this.names.places(hazards.map(placeIds));
    const holders = await this.holders.of(
      hazards.map((it) => it.holderPostId),
      now,
    );
    const found = new Set(acts.filter((act) => act.act === 'hazard-report').map((act) => act.hazardId));
    return hazards.map((hazard) => {
      const { id, description, level, state, deadline } = hazard;
      const holder = hazard.holderPostId === null ? undefined : holders.get(hazard.holderPostId);
      return {
        ...{ id, description, level, state, deadline },
        place: place(placeIds(hazard)).words,
        overdueDays: overdueDays(hazard, now),
        foundByMe: found.has(id),
        holder: holder ? holderWords(holder, personId) : null,
      };
    });
  }
}

function holderWords(
  holder: { personId: string | null; post: string | null; name: string | null },
  self: string,
): string {
  return holder.personId === self ? '本人' : [holder.post, holder.name].filter(Boolean).join(' ');
}

function known(text: string): Window {
  const period = periodOf(text);
  if (!period) throw ProblemError.at('invalid_input', 'period', '期间应为 2026-11 或 2026-Q4');
  return period;
}
