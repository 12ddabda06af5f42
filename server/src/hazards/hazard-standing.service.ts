import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { HazardActor, HazardFacts } from '@zerentian/shared/hazards/hazard.facts';
import { DataSource, type EntityManager } from 'typeorm';
import type { HeldPost } from '../posts/access.service';
import { type Holder, Holders } from '../posts/holders.service';
import type { Hazard } from './hazard.entity';
import { factsOf } from './hazard.view';

const SAFETY_STATIONS = `
  SELECT DISTINCT p.unitId FROM post p JOIN post_kind k ON k.\`key\` = p.kindKey
  WHERE k.line = 'supervision' AND k.profile = 'station' AND p.unitId IN`;

const STATION_HEADS = `
  SELECT p.areaCode, p.id FROM post p JOIN post_kind k ON k.\`key\` = p.kindKey
  WHERE k.line = 'supervision' AND k.profile = 'station' AND p.areaCode IN`;

/** What the transition table must know beyond a row: who answers for a vacant post, and whether 安监站 itself is responsible. */
@Injectable()
export class HazardStanding {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly holders: Holders,
  ) {}

  async one(hazard: Hazard, at: Date, within?: EntityManager): Promise<HazardFacts> {
    return (await this.many([hazard], at, within))(hazard);
  }

  /** The facts of each of some hazards at an instant: a few statements for all of them. */
  async many(
    hazards: Hazard[],
    at: Date,
    within: EntityManager = this.source.manager,
  ): Promise<(hazard: Hazard) => HazardFacts> {
    const heads = await stationHeads(within, hazards);
    const holders = await this.holders.of([...hazards.map((it) => it.holderPostId), ...heads.values()], at, within);
    const stations = await safetyStations(within, hazards);
    return (hazard) => ({
      ...factsOf(hazard),
      standInPostId: standInFor(holders.get(hazard.holderPostId ?? '')),
      stationStandInPostId: standInFor(holders.get(heads.get(hazard.townshipCode) ?? '')),
      bySafetyStation: hazard.responsibleUnitId !== null && stations.has(hazard.responsibleUnitId),
    });
  }
}

/** Somebody with the units of the posts that they hold. */
export function hazardActor(personId: string, posts: HeldPost[]): HazardActor {
  return { personId, unitIds: posts.map((post) => post.unitId) };
}

/** No office puts right, in its stead, what an enterprise must: its matter waits for a head. */
function standInFor(holder: Holder | undefined): string | null {
  return holder?.vacant && holder.profile !== 'enterprise-head' ? holder.answeringPostId : null;
}

async function safetyStations(within: EntityManager, hazards: Hazard[]): Promise<Set<string>> {
  const ids = [...new Set(hazards.flatMap((it) => it.responsibleUnitId ?? []))];
  if (ids.length === 0) return new Set();
  const sql = `${SAFETY_STATIONS} (${ids.map(() => '?').join(', ')})`;
  return new Set((await within.query<{ unitId: string }[]>(sql, ids)).map((row) => row.unitId));
}

/** The head of each township's 安监站, by the township: the one whose kind has a single holder, before others. */
async function stationHeads(within: EntityManager, hazards: Hazard[]): Promise<Map<string, string>> {
  const townships = [...new Set(hazards.map((it) => it.townshipCode))];
  if (townships.length === 0) return new Map();
  const sql = `${STATION_HEADS} (${townships.map(() => '?').join(', ')}) ORDER BY k.singleHolder, p.kindKey DESC, p.id DESC`;
  const rows = await within.query<{ areaCode: string; id: string }[]>(sql, townships);
  return new Map(rows.map(({ areaCode, id }) => [areaCode, id]));
}
