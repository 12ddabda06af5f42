import { Inject, Injectable } from '@nestjs/common';
import { type HazardPaper, hazardPaperNames, hazardPapers } from '@zerentian/shared/hazards/hazard.papers.contract';
import { Hazards } from '../hazards/hazards.service';
import { LedgerHistory, type PastAct } from '../ledger/ledger-history.service';
import type { Actor } from '../platform/auth/actor';
import { Clock } from '../platform/clock';
import { Paper } from '../platform/pdf/paper';
import { ProblemError } from '../platform/problem';
import { Discretion } from '../posts/discretion.service';
import { Holders } from '../posts/holders.service';
import { TradesService } from '../trades/trades.service';
import { inspectionRecord } from './inspection-record';
import { aboutOf } from './paper-conditions';
import { type ActFacts, factsOf, type Pair, type PaperFacts, shownUnit, standingAfter } from './paper-facts';
import { PaperRegister } from './paper-register.service';
import { paperFoot } from './paper-words';
import { recheckOpinion } from './recheck-opinion';
import { rectificationNotice } from './rectification-notice';

const COMPOSERS: Record<HazardPaper, (paper: Paper, facts: PaperFacts) => void> = {
  'inspection-record': inspectionRecord,
  'rectification-notice': rectificationNotice,
  'recheck-opinion': recheckOpinion,
};

/** 文书: papers made from the record as it stood after the act that they are about, so that a second print says the same to the same reader. */
@Injectable()
export class Papers {
  @Inject() private readonly clock: Clock;
  @Inject() private readonly discretion: Discretion;
  @Inject() private readonly hazards: Hazards;
  @Inject() private readonly history: LedgerHistory;
  @Inject() private readonly holders: Holders;
  @Inject() private readonly register: PaperRegister;
  @Inject() private readonly trades: TradesService;

  /** A paper of a hazard that the actor may see. @throws not_found, step_not_allowed while the record lacks what the paper says */
  async of(actor: Actor, hazardId: string, kind: HazardPaper): Promise<{ name: string; file: Buffer }> {
    const facts = await this.facts(actor, hazardId, kind);
    const title = `${hazardPaperNames[kind]} ${facts.number}`;
    const paper = new Paper({ title, at: this.clock.now(), foot: facts.foot });
    COMPOSERS[kind](paper, facts);
    return { name: `${title}.pdf`, file: await paper.finish() };
  }

  /** The papers that the record of a hazard makes today, in their order. */
  async available(actor: Actor, hazardId: string): Promise<HazardPaper[]> {
    const hazard = await this.hazards.visibleOne(actor, hazardId);
    const acts = (await this.history.of('hazard', hazardId)).filter((act) => act.act.startsWith('hazard-'));
    const post = await this.register.post(hazard.reporterPostId);
    return hazardPapers.filter((kind) => isThere(() => aboutOf(kind, acts, post?.profile ?? null)));
  }

  /** Sets one of them into a paper of several, with what ties it to the chain below it. */
  async compose(paper: Paper, actor: Actor, hazardId: string, kind: HazardPaper): Promise<void> {
    const facts = await this.facts(actor, hazardId, kind);
    COMPOSERS[kind](paper, facts);
    paper.gap(6);
    for (const line of facts.foot) paper.paragraph(line, { size: 7.5, leading: 11 });
  }

  private async facts(actor: Actor, hazardId: string, kind: HazardPaper): Promise<PaperFacts> {
    const hazard = await this.hazards.visibleOne(actor, hazardId);
    const all = (await this.history.of('hazard', hazardId)).filter((act) => act.act.startsWith('hazard-'));
    const report = all[0] as PastAct;
    const post = await this.register.post(hazard.reporterPostId);
    const act = aboutOf(kind, all, post?.profile ?? null);
    const acts = all.filter((it) => it.seq <= act.seq);
    const standing = standingAfter(acts, hazard);
    const units = await this.register.units([standing.unitId, standing.responsibleUnitId, standing.assistingUnitId]);
    const own = await this.discretion.enterprisesOf(actor);
    const unitOf = (id: string | null) => (id === null ? null : shownUnit(units.get(id) ?? null, own));
    const { document, clause } = await this.register.basis(standing.areaCode, post?.kindKey ?? null);
    const area = await this.register.areaName(standing.areaCode);
    return {
      number: hazard.number,
      issuer: await this.register.issuer(standing.areaCode),
      place: [area, standing.spot].filter(Boolean).join('，'),
      standing,
      unit: unitOf(standing.unitId),
      responsible: unitOf(standing.responsibleUnitId),
      assisting: unitOf(standing.assistingUnitId)?.name ?? null,
      trade: standing.trade === null ? null : (this.trades.find(standing.trade)?.name ?? standing.trade),
      basis: clause,
      document,
      report,
      act,
      acts,
      named: await this.names(acts),
      foot: paperFoot(hazard.number, act, await this.register.entry(hazardId, act.seq), this.clock.now()),
    };
  }

  private async names(acts: PastAct[]): Promise<(pair: Pair) => string> {
    const companions = acts.map((act): ActFacts => factsOf(act)).flatMap((facts) => facts.companion ?? []);
    const actorOf = await this.holders.actors([...acts, ...companions]);
    return (pair) => {
      const { name, post } = actorOf(pair);
      return `${post ? `${post} ` : ''}${name ?? '（姓名已删除）'}`;
    };
  }
}

/** Whether the record has what a paper is about. */
function isThere(look: () => unknown): boolean {
  try {
    look();
    return true;
  } catch (error) {
    if (error instanceof ProblemError) return false;
    throw error;
  }
}
