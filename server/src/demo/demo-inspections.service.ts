import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { addDays, dateOf, quarterOf, startOf } from '@zerentian/shared/calendar';
import type { ChecklistView } from '@zerentian/shared/checklists/checklist.contract';
import { checklistsFor } from '@zerentian/shared/checklists/checklist.rule';
import type { InspectedItem } from '@zerentian/shared/inspections/inspection.contract';
import { DataSource } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { CampaignSteps } from '../campaigns/campaign-steps.service';
import { Checklists } from '../checklists/checklists.service';
import { InspectionRecords } from '../inspections/inspection-record.service';
import { PhotoUploads } from '../photos/photo-uploads.service';
import { type CastMember, DemoCast } from './demo-cast.service';
import { DEMO_TOWNSHIP } from './demo-plan';
import { DemoRandom } from './demo-random';
import { demoSignature } from './demo-signature';
import { after, type Story } from './demo-stories';

interface Enterprise {
  id: string;
  areaCode: string;
  trade: string;
  principal: string;
}

const CAMPAIGN = {
  kind: 'rectification' as const,
  title: '冬季餐饮用气用电专项整治',
  basis: '示例：《冬季安全防范工作方案》（示例〔2026〕9号）',
  purpose: '冬季用气用电集中，餐饮商贸场所逐家查一遍。\n发现问题当场交办，拿不准的上报研判，到期复查。',
  checklistKey: 'catering-retail',
  selection: { trades: ['catering-retail'], areas: [], riskGrades: [] },
};
/** Visits of last quarter and of this one: some enterprises are left for the list of who was not visited. */
const EARLIER = 12;
const LATELY = 7;

/** The visits of the demo township and one campaign that runs, made through the services of everybody. */
@Injectable()
export class DemoInspections {
  @Inject() private readonly campaigns: CampaignSteps;
  @Inject() private readonly cast: DemoCast;
  @Inject() private readonly checklists: Checklists;
  @Inject() private readonly inspections: InspectionRecords;
  @Inject() private readonly uploads: PhotoUploads;
  @InjectDataSource() private readonly source: DataSource;
  private readonly random = new DemoRandom(20261001);

  /** All of them up to `now`, each asking for its moment. */
  async stories(now: Date): Promise<Story[]> {
    const enterprises: Enterprise[] = await this.source.query(
      `SELECT id, areaCode, trade, principal FROM unit WHERE kind = 'enterprise' AND supervision = 'township' ORDER BY id`,
    );
    const others = enterprises.filter((unit) => unit.trade !== 'catering-retail');
    const quarter = startOf(quarterOf(dateOf(now)).from);
    const thisQuarter = Math.max(1, Math.floor((now.getTime() - quarter.getTime()) / 86_400_000) - 1);
    const earlier = others
      .slice(0, EARLIER)
      .map((unit) => this.visit(unit, this.daytime(quarter, this.random.between(3, 30))));
    const lately = others
      .slice(-LATELY)
      .map((unit) => this.visit(unit, this.daytime(now, this.random.between(1, Math.min(30, thisQuarter)))));
    const served = enterprises.filter((unit) => unit.trade === 'catering-retail');
    return [...earlier, ...lately, this.campaign(served, now)];
  }

  /** Some days earlier, while people work. */
  private daytime(moment: Date, daysBefore: number): Date {
    return after(startOf(addDays(dateOf(moment), -daysBefore)), this.random.between(9, 16));
  }

  private async *visit(unit: Enterprise, at: Date): Story {
    yield at;
    const inspector = await this.inspector(unit, at);
    if (inspector) await this.record(inspector, unit, undefined);
  }

  /** Planned and begun by 安监站; half of its targets visited by now. */
  private async *campaign(units: Enterprise[], now: Date): Story {
    const at = this.daytime(now, 9);
    yield at;
    const station = await this.cast.one('safety-station-head', DEMO_TOWNSHIP, at);
    if (!station || units.length === 0) return;
    const today = dateOf(at);
    const span = { startsOn: today, endsOn: addDays(today, 40), unitIds: units.map((unit) => unit.id) };
    const { id } = await this.campaigns.plan(station, { ...CAMPAIGN, ...span, actingPostId: station.postId });
    yield after(at, 24);
    await this.campaigns.take(station, id, 'start', { actingPostId: station.postId });
    for (const [index, unit] of units.slice(0, Math.ceil(units.length / 2)).entries()) {
      yield after(at, 48 + 25 * index);
      await this.record(station, unit, id);
    }
  }

  private async record(by: CastMember, unit: Enterprise, campaignId: string | undefined): Promise<void> {
    const list = checklistsFor(await this.checklists.all(by), unit.trade)[0] as ChecklistView;
    const input = { unitId: unit.id, checklistKey: list.key, checklistVersion: list.version, items: this.found(list) };
    const signed = await this.signature(by);
    const who = { inspectedName: unit.principal, inspectedTitle: '负责人', signaturePhotoId: signed };
    await this.inspections.record(by, { actingPostId: by.postId, campaignId, ...input, ...who });
  }

  /** Mostly in order: no, one or two items are not. */
  private found(list: ChecklistView): InspectedItem[] {
    const failed = new Set(Array.from({ length: this.random.between(0, 2) }, () => this.random.pick(list.items).key));
    return list.items.map((item) => {
      const isFailed = failed.has(item.key) && item.suggests.level === 'general';
      return { key: item.key, result: isFailed ? 'fail' : this.random.next() < 0.06 ? 'not-applicable' : 'pass' };
    });
  }

  private async signature(by: CastMember): Promise<string> {
    const { bytes, sm3 } = await demoSignature(this.random);
    const id = uuidv7();
    await this.uploads.announce(by, { id, bytes: bytes.length, sm3 });
    await this.uploads.receive(by, id, 0, bytes);
    return id;
  }

  /** The village's team as a rule, 安监站 now and then. */
  private async inspector(unit: Enterprise, at: Date): Promise<CastMember | null> {
    const team = this.random.next() < 0.3 ? [] : await this.cast.all('village-cadre', unit.areaCode, at);
    if (team.length > 0) return this.random.pick(team);
    return this.cast.one('safety-station-head', DEMO_TOWNSHIP, at);
  }
}
