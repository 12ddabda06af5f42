import { Inject, Injectable } from '@nestjs/common';
import { townshipOf } from '@zerentian/shared/areas/area.contract';
import type { RecordInspection } from '@zerentian/shared/inspections/inspection.contract';
import { mayInspect } from '@zerentian/shared/inspections/inspection.rule';
import type { UnitView } from '@zerentian/shared/units/unit.contract';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../platform/auth/actor';
import { instantOf } from '../platform/database/instant';
import { ProblemError } from '../platform/problem';
import type { Moment } from '../platform/writes/moment';
import { Access } from '../posts/access.service';

/** A unit as far as inspections care. */
export interface InspectionUnit {
  id: string;
  name: string;
  kind: UnitView['kind'];
  areaCode: string;
  trade: string | null;
}

interface CampaignRow {
  townshipCode: string;
  state: string;
  finishedAt: string | Date | null;
}

const UNIT = 'SELECT id, name, kind, areaCode, trade FROM unit WHERE id = ?';
const CAMPAIGN = 'SELECT townshipCode, state, finishedAt FROM campaign WHERE id = ?';
/** Whom a matter is handed to: a unit's one head before its staff; of a village's two, the director. */
const HEAD = `
  SELECT p.id FROM post p JOIN post_kind k ON k.\`key\` = p.kindKey
  WHERE p.unitId = ? AND k.profile IN ('enterprise-head', 'village-head', 'station')
  ORDER BY k.singleHolder DESC, k.profile, p.kindKey, p.id`;

/** What a visit looks up: the unit and its head, the campaign, who went along. */
@Injectable()
export class InspectionRegister {
  @Inject() private readonly access: Access;

  /** @throws unknown_unit */
  async unit(tx: EntityManager, id: string): Promise<InspectionUnit> {
    const [unit] = await tx.query<InspectionUnit[]>(UNIT, [id]);
    if (!unit) throw ProblemError.at('unknown_unit', 'unitId', '没有找到这个单位');
    if (townshipOf(unit.areaCode) === null)
      throw ProblemError.at('invalid_input', 'unitId', '这是县级单位，不由乡里检查');
    return unit;
  }

  async headPost(tx: EntityManager, unitId: string): Promise<string | null> {
    const [post] = await tx.query<{ id: string }[]>(HEAD, [unitId]);
    return post?.id ?? null;
  }

  /** A campaign of the unit's township that was running when the visit was made. @throws unknown_reference, invalid_input */
  async checkCampaign(tx: EntityManager, input: RecordInspection, unit: InspectionUnit, moment: Moment): Promise<void> {
    if (input.campaignId === undefined) return;
    const [campaign] = await tx.query<CampaignRow[]>(CAMPAIGN, [input.campaignId]);
    if (!campaign || campaign.townshipCode !== townshipOf(unit.areaCode))
      throw ProblemError.at('unknown_reference', 'campaignId', '没有这个专项行动');
    const ended = campaign.finishedAt === null ? null : instantOf(campaign.finishedAt);
    if (campaign.state === 'planned')
      throw ProblemError.at('invalid_input', 'campaignId', '这个行动还没有开始，请先开始，或不选行动');
    if (ended !== null && ended <= moment.occurredAt)
      throw ProblemError.at('invalid_input', 'campaignId', '这个行动已经结束，请不选行动再提交');
  }

  /**
   * Who went along, each in a post held then. Neither the inspector again, nor anybody of the inspected unit.
   * @throws unknown_reference, invalid_input
   */
  async companions(
    actor: Actor,
    ids: readonly string[],
    unit: InspectionUnit,
    at: Date,
  ): Promise<{ personId: string; postId: string }[]> {
    const companions: { personId: string; postId: string }[] = [];
    for (const [index, personId] of [...new Set(ids)].entries()) {
      const path = `companionIds.${index}`;
      if (personId === actor.personId) throw ProblemError.at('invalid_input', path, '陪同人员不用再写自己');
      const posts = (await this.access.postsOf(personId, at)).filter((post) => post.profile !== 'administrator');
      const township = townshipOf(unit.areaCode) as string;
      const near = posts.filter((post) => post.areaCode.startsWith(township) || township.startsWith(post.areaCode));
      const post = near.find(mayInspect) ?? near[0];
      if (!post) throw ProblemError.at('unknown_reference', path, '没有这个人，或当天不在岗位上');
      if (posts.some((held) => held.unitId === unit.id))
        throw ProblemError.at('invalid_input', path, '被检查单位的人不算检查人员');
      companions.push({ personId, postId: post.id });
    }
    return companions;
  }
}
