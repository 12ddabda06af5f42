import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { addDays, dateOf, quarterOf, startOf } from '@zerentian/shared/calendar';
import { DataSource } from 'typeorm';
import { DutyRecords } from '../duty-records/duty-records.service';
import type { ActsWords } from './demo-acts.service';
import { type CastMember, DemoCast } from './demo-cast.service';
import { readDemo } from './demo-data';
import { DEMO_TOWNSHIP } from './demo-plan';
import { DemoRandom } from './demo-random';
import { after, type Story } from './demo-stories';

const RECORDS = 200;
/** Villages from which nothing came this month: a board with nothing to ask about would show nothing. */
const QUIET_VILLAGES = 2;

/** The duty records of the demo township: two hundred over twelve weeks, and last quarter's meeting and reports. */
@Injectable()
export class DemoRecords {
  @Inject() private readonly cast: DemoCast;
  @Inject() private readonly records: DutyRecords;
  @InjectDataSource() private readonly source: DataSource;
  private readonly random = new DemoRandom(20261123);

  /** Two hundred, each asking for its moment. */
  async stories(now: Date): Promise<Story[]> {
    const rows: { code: string }[] = await this.source.query(
      'SELECT code FROM area WHERE parentCode = ? ORDER BY code',
      [DEMO_TOWNSHIP],
    );
    const villages = rows.map((row) => row.code);
    const quarterly = [this.meeting(now), ...villages.map((village) => this.report(village, now))];
    const others = Array.from({ length: RECORDS - quarterly.length }, () => this.daily(villages, now));
    return [...quarterly, ...others];
  }

  private async *daily(villages: string[], now: Date): Story {
    const words = readDemo<ActsWords>('acts').records;
    const days = this.random.between(0, 83);
    const village = this.random.pick(days < 31 ? villages.slice(0, -QUIET_VILLAGES) : villages);
    const kind = this.random.pick(Object.keys(words));
    const at = after(now, -24 * days - this.random.between(1, 9));
    yield at;
    const by = await this.somebody(village, at);
    if (by) await this.record(by, kind, village, this.random.pick(words[kind] ?? []));
  }

  /** 每季度召开一次安全生产例会: held last quarter, still to be held in this one. */
  private async *meeting(now: Date): Story {
    const at = lastQuarter(now);
    yield at;
    const station = await this.cast.one('safety-station-head', DEMO_TOWNSHIP, at);
    if (station)
      await this.record(station, 'meeting', DEMO_TOWNSHIP, '召开季度安全生产例会，安排汛后隐患排查，解决两处突出问题');
  }

  /** 每季度述职, likewise. */
  private async *report(village: string, now: Date): Story {
    const at = after(lastQuarter(now), 1);
    yield at;
    const secretary = await this.cast.one('village-secretary', village, at);
    if (secretary)
      await this.record(secretary, 'duty-report', village, '向乡党委、政府述职：本季度排查、宣传和协助整改情况');
  }

  private async somebody(village: string, at: Date): Promise<CastMember | null> {
    const isVillage = this.random.next() < 0.25;
    const able = isVillage
      ? await this.cast.all('village-secretary', village, at)
      : await this.cast.all('village-cadre', village, at);
    return able.length === 0 ? null : this.random.pick(able);
  }

  private async record(by: CastMember, kind: string, areaCode: string, text: string): Promise<void> {
    await this.records.record(by, { actingPostId: by.postId, kind, areaCode, text });
  }
}

/** Ten in the morning, twelve days before the quarter's end. */
function lastQuarter(now: Date): Date {
  return after(startOf(addDays(quarterOf(dateOf(now)).from, -12)), 10);
}
