import { Injectable } from '@nestjs/common';
import { townshipOf } from '@zerentian/shared/areas/area.contract';
import { ownerships } from '@zerentian/shared/hazards/hazard.contract';
import type { HolderPosts } from '@zerentian/shared/hazards/hazard.holder';
import type { UnitView } from '@zerentian/shared/units/unit.contract';
import type { EntityManager } from 'typeorm';
import { instantOf } from '../platform/database/instant';
import { ProblemError } from '../platform/problem';

/** A unit as far as hazards care. */
export interface HazardUnit {
  id: string;
  name: string;
  kind: UnitView['kind'];
  areaCode: string;
  trade: string | null;
}

export type Ownership = (typeof ownerships)[number];

const UNIT = 'SELECT id, name, kind, areaCode, trade FROM unit';

const KNOWN_SINCE = `
  SELECT MAX(CASE WHEN personId = ? THEN occurredAt ELSE receivedAt END) AS last FROM ledger_entry
  WHERE subjectId = ? AND subjectType = 'hazard'`;

/** A unit's one head before its staff; of a village's two, the director (who manages what the collective owns). */
const POSTS = `
  SELECT p.id, k.profile, k.singleHolder, p.kindKey, 'supervision' AS part FROM post p JOIN post_kind k ON k.\`key\` = p.kindKey
  WHERE p.areaCode = ? AND k.line = 'supervision' AND k.profile IN ('station', 'deputy')
  UNION ALL
  SELECT p.id, k.profile, k.singleHolder, p.kindKey, 'unit' AS part FROM post p JOIN post_kind k ON k.\`key\` = p.kindKey
  WHERE p.unitId = ? AND k.profile IN ('enterprise-head', 'village-head', 'station')
  UNION ALL
  SELECT p.id, k.profile, k.singleHolder, p.kindKey, 'county' AS part FROM post p JOIN post_kind k ON k.\`key\` = p.kindKey
  WHERE p.areaCode = ? AND k.profile = 'county'
  ORDER BY part, singleHolder DESC, profile, kindKey, id`;

const LEADER = `
  SELECT p.id FROM post p JOIN post_kind k ON k.\`key\` = p.kindKey
  WHERE p.id = ? AND p.areaCode = ? AND k.profile IN ('leader', 'deputy')`;

const COUNTY_DIGITS = 6;

/** What hazards look up in the register of areas, units and posts. */
@Injectable()
export class HazardRegister {
  async areaName(tx: EntityManager, code: string): Promise<string> {
    const [area] = await tx.query<{ name: string }[]>('SELECT name FROM area WHERE code = ?', [code]);
    if (!area) throw ProblemError.at('unknown_area', 'areaCode', '没有这个辖区');
    return area.name;
  }

  async unit(tx: EntityManager, id: string, field: string): Promise<HazardUnit> {
    const [unit] = await tx.query<HazardUnit[]>(`${UNIT} WHERE id = ?`, [id]);
    if (!unit) throw ProblemError.at('unknown_unit', field, '没有找到这个单位');
    return unit;
  }

  /**
   * From when on somebody could answer a hazard's state: their own acts count from when they happened, others' from when they arrived.
   * Before that nobody here knew of them, so that no former holder acts upon what came after the tenure.
   */
  async knownSince(tx: EntityManager, hazardId: string, personId: string): Promise<Date> {
    const [row] = await tx.query<{ last: string | Date }[]>(KNOWN_SINCE, [personId, hazardId]);
    return row?.last ? instantOf(row.last) : new Date(0);
  }

  /** The village whose 劝导、督促、上报、协助复查 the hazard needs; none above villages. */
  async villageUnitId(tx: EntityManager, areaCode: string): Promise<string | null> {
    const [unit] = await tx.query<HazardUnit[]>(`${UNIT} WHERE areaCode = ? AND kind = 'village' ORDER BY id`, [
      areaCode,
    ]);
    return unit?.id ?? null;
  }

  /** The posts between which the matter moves. */
  async posts(tx: EntityManager, areaCode: string, responsibleUnitId: string | null): Promise<HolderPosts> {
    const rows = await tx.query<{ id: string; profile: string; part: string }[]>(POSTS, [
      townshipOf(areaCode) ?? areaCode,
      responsibleUnitId ?? '',
      areaCode.slice(0, COUNTY_DIGITS),
    ]);
    const first = (part: string, profile?: string) =>
      rows.find((row) => row.part === part && (!profile || row.profile === profile))?.id ?? null;
    return {
      safetyStationId: first('supervision', 'station'),
      safetyDeputyId: first('supervision', 'deputy'),
      responsibleHeadId: first('unit'),
      countyId: first('county'),
    };
  }

  /** A post that may be named as 包保领导: a leader's or 分管's of the township. @throws unknown_reference */
  async leaderPost(tx: EntityManager, postId: string, townshipCode: string): Promise<string> {
    const [post] = await tx.query<{ id: string }[]>(LEADER, [postId, townshipCode]);
    if (!post) throw ProblemError.at('unknown_reference', 'leaderPostId', '包保领导应是本乡的党政负责人或分管负责人');
    return post.id;
  }
}

/** A matter handed to a unit that nobody heads would lie with nobody. */
export function mustBeHeaded(posts: HolderPosts, field: string): void {
  if (posts.responsibleHeadId) return;
  throw ProblemError.at('invalid_input', field, '这个单位没有负责整改的岗位，请选站所、村或生产经营单位');
}

/**
 * Who may be made responsible (2022 rules on village organisations): an enterprise for what it runs; a village only for what the
 * collective owns or uses; for public places the township through a named station.
 */
export function ownershipOf(unit: HazardUnit, given: Ownership | undefined): Ownership {
  if (unit.kind === 'village') {
    if (given !== 'collective') throw new ProblemError('village_not_responsible');
    return 'collective';
  }
  const natural = unit.kind === 'enterprise' ? 'enterprise' : 'public';
  if (given !== undefined && given !== natural) {
    throw ProblemError.at(
      'invalid_input',
      'ownership',
      natural === 'enterprise' ? '企业对自己的场所负责' : '公共场所由乡政府指定的站所整改',
    );
  }
  return natural;
}
