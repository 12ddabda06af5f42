import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { HazardPath } from '@zerentian/shared/hazards/hazard.contract';
import type { CoverageQuery } from '@zerentian/shared/inspections/inspection.contract';
import { findingWords } from '@zerentian/shared/inspections/inspection.rule';
import { shortTime } from '@zerentian/shared/work-summaries/chinese-dates';
import { DataSource } from 'typeorm';
import { LedgerHistory } from '../ledger/ledger-history.service';
import { PaperRegister } from '../papers/paper-register.service';
import { PhotoBytes } from '../photos/photo-bytes.service';
import type { Actor } from '../platform/auth/actor';
import { Clock } from '../platform/clock';
import { Paper } from '../platform/pdf/paper';
import { Access } from '../posts/access.service';
import { Discretion } from '../posts/discretion.service';
import { Holders } from '../posts/holders.service';
import { coveragePaper } from './coverage.paper';
import { Coverage } from './coverage.service';
import type { Inspection, StoredItem } from './inspection.entity';
import { type InspectionPaperFacts, inspectionPaper, type PaperFinding } from './inspection-record.paper';
import { Inspections } from './inspections.service';

interface PrintedFile {
  name: string;
  file: Buffer;
}

/** Papers of visits: made from the visit as it was written, so that a second print says the same to the same reader. */
@Injectable()
export class InspectionPapers {
  @Inject() private readonly access: Access;
  @Inject() private readonly bytes: PhotoBytes;
  @Inject() private readonly clock: Clock;
  @Inject() private readonly covered: Coverage;
  @Inject() private readonly discretion: Discretion;
  @Inject() private readonly history: LedgerHistory;
  @Inject() private readonly holders: Holders;
  @Inject() private readonly inspections: Inspections;
  @Inject() private readonly register: PaperRegister;
  @InjectDataSource() private readonly source: DataSource;

  /** 《安全检查记录》 of a visit that the actor may see. @throws not_found */
  async record(actor: Actor, id: string): Promise<PrintedFile> {
    const row = await this.inspections.visibleOne(actor, id);
    const facts = await this.facts(actor, row);
    const title = `安全检查记录 ${row.number}`;
    const paper = new Paper({ title, at: this.clock.now(), foot: await this.foot(row) });
    await inspectionPaper(paper, facts);
    return { name: `${title}.pdf`, file: await paper.finish() };
  }

  /** The same set into a paper of several, with what ties it to the chain below it. */
  async compose(paper: Paper, actor: Actor, id: string): Promise<void> {
    const row = await this.inspections.visibleOne(actor, id);
    await inspectionPaper(paper, await this.facts(actor, row));
    paper.gap(6);
    for (const line of await this.foot(row)) paper.paragraph(line, { size: 7.5, leading: 11 });
  }

  /** 《安全检查覆盖情况表》 of the actor's scope. @throws forbidden, unknown_area, outside_scope */
  async coverage(actor: Actor, query: Pick<CoverageQuery, 'quarter' | 'area'>): Promise<PrintedFile> {
    const now = this.clock.now();
    const coverage = await this.covered.whole(actor, query);
    const area = query.area ?? (await this.access.registerArea(actor, now));
    const title = `安全检查覆盖情况表 ${coverage.quarter}`;
    const paper = new Paper({
      title,
      at: now,
      foot: [`${title}　${shortTime(now)} 由责任田系统打印，由检查记录自动汇总`],
    });
    await coveragePaper(paper, await this.register.issuer(area), coverage, now);
    return { name: `${title}.pdf`, file: await paper.finish() };
  }

  private async facts(actor: Actor, row: Inspection): Promise<InspectionPaperFacts> {
    const own = await this.discretion.enterprisesOf(actor);
    const inspector = { personId: row.inspectorPersonId, postId: row.inspectorPostId };
    const nameOf = await this.holders.actors([inspector, ...row.companions]);
    const people = [inspector, ...row.companions].map((pair) => {
      const { name, post } = nameOf(pair);
      return `${post ? `${post} ` : ''}${name ?? '（姓名已删除）'}`;
    });
    const post = await this.register.post(row.inspectorPostId);
    const { clause } = await this.register.basis(row.areaCode, post?.kindKey ?? null);
    return {
      row,
      issuer: await this.register.issuer(row.areaCode),
      unit: await this.register.unit(row.unitId, own),
      place: [await this.register.areaName(row.areaCode), row.spot].filter(Boolean).join('，'),
      people,
      campaign: await this.campaignTitle(row.campaignId),
      basis: clause,
      findings: await this.findings(row.items),
      signature: row.signaturePhotoId === null ? null : await this.bytes.of(row.signaturePhotoId),
    };
  }

  /** Each hazard as its report left it: later steps have papers of their own. */
  private async findings(items: StoredItem[]): Promise<Map<string, PaperFinding>> {
    const findings = new Map<string, PaperFinding>();
    for (const item of items) {
      if (item.hazardId === null) continue;
      const [report] = await this.history.of('hazard', item.hazardId);
      const changes = (report?.content?.changes ?? {}) as Partial<{
        number: string;
        path: HazardPath;
        deadline: string | null;
        description: string;
      }>;
      const { number = '', path = 'referred', deadline = null, description } = changes;
      const remedy = (report?.content?.facts.text as string | null | undefined) ?? null;
      findings.set(item.hazardId, { number, path, deadline, words: description ?? findingWords(item), remedy });
    }
    return findings;
  }

  private async campaignTitle(id: string | null): Promise<string | null> {
    if (id === null) return null;
    const [row] = await this.source.query<{ title: string }[]>('SELECT title FROM campaign WHERE id = ?', [id]);
    return row?.title ?? null;
  }

  /** By this the paper is found in the record, and the record in the chain. */
  private async foot(row: Inspection): Promise<string[]> {
    const [act] = await this.history.of('inspection', row.id);
    const seq = act?.seq ?? 0;
    const { chain, hash } = await this.register.entry(row.id, seq);
    const printed = `${shortTime(this.clock.now())} 由责任田系统打印，内容取自该条记录`;
    return [`检查编号 ${row.number}　台账链 ${chain} 第 ${seq} 条　${printed}`, `记录哈希 ${hash}`];
  }
}
