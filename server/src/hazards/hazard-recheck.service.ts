import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { dateOf } from '@zerentian/shared/calendar';
import type { ActorView } from '@zerentian/shared/hazards/hazard.contract';
import type { ActingPost, HazardFacts } from '@zerentian/shared/hazards/hazard.facts';
import { isOfResponsibleUnit } from '@zerentian/shared/hazards/hazard.guards';
import { fitsAsCompanion } from '@zerentian/shared/hazards/hazard.recheck';
import { rolesOf } from '@zerentian/shared/hazards/hazard.roles';
import { DataSource } from 'typeorm';
import { ProblemError } from '../platform/problem';
import { Access, type HeldPost } from '../posts/access.service';
import { TRADES } from '../posts/holders.service';
import type { Hazard } from './hazard.entity';
import { hazardActor } from './hazard-standing.service';

/** Everybody of the village's team and of the stations that may concern it; `fitsAsCompanion` says which of them. */
const COMPANIONS = `
  SELECT n.id AS personId, n.name, n.phone, p.id AS postId, p.title AS post, k.profile, k.line, p.unitId, t.areaCode,
         ${TRADES} AS trades
  FROM post p JOIN post_kind k ON k.\`key\` = p.kindKey
  JOIN tenure t ON t.postId = p.id AND t.supersededAt IS NULL AND t.startsOn <= ? AND (t.endsOn IS NULL OR t.endsOn > ?)
  JOIN person n ON n.id = t.personId
  WHERE t.areaCode IN (?, ?) AND k.profile IN ('village-team', 'station', 'member')
  ORDER BY n.name, p.id`;

/** `isOfResponsibleUnit` for everybody at once. */
const OF_UNIT = `
  SELECT t.personId FROM tenure t JOIN post p ON p.id = t.postId
  WHERE p.unitId = ? AND t.supersededAt IS NULL AND t.startsOn <= ? AND (t.endsOn IS NULL OR t.endsOn > ?)`;

type CompanionRow = ActorView &
  Pick<ActingPost, 'profile' | 'line' | 'unitId' | 'areaCode'> & { trades: string | null };

/** 复查 by two: who may go along, and whether somebody named may. */
@Injectable()
export class HazardRechecks {
  @Inject() private readonly access: Access;
  @InjectDataSource() private readonly source: DataSource;

  /** Whom a re-checker may name beside the own post. */
  async companions(mine: HeldPost, own: string, hazard: Hazard, facts: HazardFacts, at: Date): Promise<ActorView[]> {
    const day = dateOf(at);
    const areas = [hazard.areaCode, hazard.townshipCode];
    const rows = await this.source.query<CompanionRow[]>(COMPANIONS, [day, day, ...areas]);
    const unit = await this.source.query<{ personId: string }[]>(OF_UNIT, [hazard.responsibleUnitId, day, day]);
    const barred = new Set<string | null>([own, ...hazard.rectifierIds, ...unit.map((it) => it.personId)]);
    const companions: ActorView[] = [];
    for (const row of rows) {
      const { personId, name, phone, postId, post } = row;
      if (barred.has(personId)) continue;
      if (!fitsAsCompanion(rolesOf(mine, facts), rolesOf(actingPost(row), facts), hazard.ownership)) continue;
      companions.push({ personId, name, phone, postId, post });
      barred.add(personId);
    }
    return companions;
  }

  /**
   * Whoever goes along (fitsAsCompanion): another person than the re-checker, and none who ever rectified. For an enterprise somebody must.
   * @throws recheck_needs_two, same_person, own_unit
   */
  async companion(
    checker: { personId: string; post: HeldPost },
    personId: string | undefined,
    hazard: Hazard,
    facts: HazardFacts,
    at: Date,
  ): Promise<{ personId: string; postId: string } | null> {
    const unfit = (words: string) => ProblemError.at('recheck_needs_two', 'companionPersonId', words);
    if (personId === undefined && hazard.ownership === 'enterprise') throw unfit('请选择同去复查的人');
    if (personId === undefined) return null;
    if (hazard.rectifierIds.includes(personId)) throw new ProblemError('same_person');
    if (personId === checker.personId) throw unfit('同去的应是另一个人');
    const mine = rolesOf(checker.post, facts);
    const posts = await this.access.postsOf(personId, at);
    if (isOfResponsibleUnit(facts, hazardActor(personId, posts))) throw new ProblemError('own_unit');
    const theirs = posts.find((it) => fitsAsCompanion(mine, rolesOf(it, facts), hazard.ownership));
    if (!theirs) throw unfit('同去的人应是安监站（行业站所）或该村的包村干部');
    return { personId, postId: theirs.id };
  }
}

function actingPost(row: CompanionRow): ActingPost {
  const { postId, profile, line, unitId, areaCode, trades } = row;
  return { id: postId ?? '', profile, line, unitId, areaCode, trades: trades?.split(',') ?? [] };
}
