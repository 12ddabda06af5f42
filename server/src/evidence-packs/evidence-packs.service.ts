import { Injectable } from '@nestjs/common';
import type { EvidenceContents, EvidencePackQuery } from '@zerentian/shared/evidence-packs/evidence-pack.contract';
import { PaperRegister } from '../papers/paper-register.service';
import type { Actor } from '../platform/auth/actor';
import { workbook } from '../platform/excel/workbook';
import type { OutCell } from '../platform/excel/workbook.xml';
import type { NamedFile } from '../platform/pdf/send-file';
import { Semaphore } from '../platform/semaphore';
import { Holders } from '../posts/holders.service';
import { DutyRecordEvidence } from './duty-record-evidence.service';
import { evidencePaper } from './evidence-pack.paper';
import { EvidenceScopes } from './evidence-scopes.service';
import type { EvidenceSource, PackAsk } from './evidence-source';
import { HazardEvidence } from './hazard-evidence.service';
import { InspectionEvidence } from './inspection-evidence.service';
import { LedgerEvidence } from './ledger-evidence.service';

/** A PDF is whole in memory until it is finished: one at a time. */
const turns = new Semaphore(1);

/** 迎检材料: what is on record about a unit and a span, as one PDF and one Excel. Reading alone: nothing is entered in the ledger. */
@Injectable()
export class EvidencePacks {
  private readonly sources: readonly EvidenceSource[];

  constructor(
    private readonly scopes: EvidenceScopes,
    private readonly holders: Holders,
    private readonly register: PaperRegister,
    inspections: InspectionEvidence,
    hazards: HazardEvidence,
    dutyRecords: DutyRecordEvidence,
    ledger: LedgerEvidence,
  ) {
    // A new kind of evidence is one more line here; the ledger stays last.
    this.sources = [inspections, hazards, dutyRecords, ledger];
  }

  /** What a pack would hold, so that nobody waits for an empty one. */
  async contents(actor: Actor, query: EvidencePackQuery): Promise<EvidenceContents> {
    const ask = await this.scopes.ask(actor, query);
    const { name, from, until } = ask.scope;
    return { name, from, until, parts: await this.parts(ask) };
  }

  async paper(actor: Actor, query: EvidencePackQuery): Promise<NamedFile> {
    const ask = await this.scopes.ask(actor, query);
    const { scope, now } = ask;
    const file = await turns.run(async () => {
      const chapters = [];
      for (const source of this.sources) chapters.push(...(await source.chapters(ask)));
      const name = (await this.holders.actors([{ personId: actor.personId, postId: null }]))({
        personId: actor.personId,
        postId: null,
      }).name;
      const issuer = await this.register.issuer(scope.areaCode);
      return evidencePaper(scope, { issuer, asker: name ?? '', parts: await this.parts(ask) }, chapters, now);
    });
    return { name: `${nameOf(ask)}.pdf`, file };
  }

  /** The same records as a workbook, streamed. */
  async excel(actor: Actor, query: EvidencePackQuery): Promise<NamedFile> {
    const ask = await this.scopes.ask(actor, query);
    const parts = await this.parts(ask);
    const sheets = this.sources.flatMap((source) => source.sheets(ask));
    const contents = {
      name: '目录',
      columns: [
        { title: '内容', width: 24 },
        { title: '数量', width: 12 },
      ],
      rows: contentsRows(ask, parts),
    };
    return { name: `${nameOf(ask)}.xlsx`, file: workbook([contents, ...sheets], ask.now) };
  }

  private async parts(ask: PackAsk): Promise<EvidenceContents['parts']> {
    const parts = [];
    for (const source of this.sources)
      parts.push({ name: source.name, count: await source.count(ask), unit: source.unit });
    return parts;
  }
}

function contentsRows({ scope }: PackAsk, parts: EvidenceContents['parts']): OutCell[][] {
  const about: OutCell[][] = [
    ['单位', scope.name],
    ['从', { date: scope.from }],
    ['到', { date: scope.until }],
  ];
  return [...about, ...parts.map(({ name, count }) => [name, count])];
}

function nameOf({ scope }: PackAsk): string {
  return `迎检材料 ${scope.name} ${scope.from}至${scope.until}`;
}
