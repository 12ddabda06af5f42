import { Inject, Injectable } from '@nestjs/common';
import type { CampaignSelection, PlanCampaign } from '@zerentian/shared/campaigns/campaign.contract';
import { reachesUnit } from '@zerentian/shared/inspections/inspection.rule';
import type { UnitView } from '@zerentian/shared/units/unit.contract';
import type { EntityManager } from 'typeorm';
import { Checklists } from '../checklists/checklists.service';
import { within } from '../platform/http/keyset';
import { ProblemError } from '../platform/problem';
import type { HeldPost } from '../posts/access.service';
import { TradesService } from '../trades/trades.service';

/** A unit as far as campaigns care. */
export interface CampaignTarget {
  id: string;
  name: string;
  areaCode: string;
  trade: string | null;
  supervision: UnitView['supervision'];
}

const UNIT = 'SELECT id, name, areaCode, trade, supervision FROM unit';
const MOST_PROPOSED = 100;
const AT_ONCE = 200;

/** What campaigns look up in the register of units and posts. */
@Injectable()
export class CampaignRegister {
  @Inject() private readonly checklists: Checklists;
  @Inject() private readonly trades: TradesService;

  /** Units by their ids, in the order of the register. */
  async units(tx: EntityManager, ids: readonly string[]): Promise<CampaignTarget[]> {
    const rows: CampaignTarget[] = [];
    for (let start = 0; start < ids.length; start += AT_ONCE) {
      const some = ids.slice(start, start + AT_ONCE);
      rows.push(...(await tx.query<CampaignTarget[]>(`${UNIT} WHERE id IN (${some.map(() => '?').join(', ')})`, some)));
    }
    return rows.toSorted((a, b) => `${a.areaCode} ${a.name} ${a.id}`.localeCompare(`${b.areaCode} ${b.name} ${b.id}`));
  }

  /** Every target lies in the scope of the post that plans. @throws unknown_unit, outside_scope */
  async checkUnits(tx: EntityManager, ids: readonly string[], post: HeldPost): Promise<void> {
    const known = new Map((await this.units(tx, ids)).map((unit) => [unit.id, unit]));
    for (const [index, id] of ids.entries()) {
      const unit = known.get(id);
      if (!unit) throw ProblemError.at('unknown_unit', `unitIds.${index}`, '没有找到这个单位');
      if (!reachesUnit(post, unit))
        throw ProblemError.at('outside_scope', `unitIds.${index}`, `${unit.name}不在您岗位的范围内`);
    }
  }

  /** The list, the trades and the responsible post of a plan are there. @throws unknown_reference, trade_unknown */
  async checkPlan(tx: EntityManager, townshipCode: string, plan: Omit<PlanCampaign, 'id'>): Promise<void> {
    if (!(await this.checklists.has(tx, townshipCode, plan.checklistKey)))
      throw ProblemError.at('unknown_reference', 'checklistKey', '没有这张检查表，请从列表中选择');
    for (const trade of plan.selection?.trades ?? []) this.trades.get(trade, 'selection.trades');
    if (plan.responsiblePostId === undefined) return;
    const [post] = await tx.query<{ areaCode: string }[]>('SELECT areaCode FROM post WHERE id = ?', [
      plan.responsiblePostId,
    ]);
    if (!post?.areaCode.startsWith(townshipCode))
      throw ProblemError.at('unknown_reference', 'responsiblePostId', '没有这个岗位，请从本乡的岗位中选择');
  }

  /** Enterprises that fit how the targets were chosen and are none yet: what entered the register since. */
  async proposed(
    tx: EntityManager,
    townshipCode: string,
    selection: CampaignSelection,
    known: ReadonlySet<string>,
  ): Promise<CampaignTarget[]> {
    const parts = [within('areaCode', townshipCode)];
    const among = (column: string, values: readonly string[]) => {
      if (values.length > 0)
        parts.push({ sql: `${column} IN (${values.map(() => '?').join(', ')})`, parameters: [...values] });
    };
    among('trade', selection.trades);
    among('areaCode', selection.areas);
    among('riskGrade', selection.riskGrades);
    if (parts.length === 1) return [];
    const rows = await tx.query<CampaignTarget[]>(
      `${UNIT} WHERE kind = 'enterprise' AND supervision = 'township' AND ${parts.map((part) => part.sql).join(' AND ')}
       ORDER BY areaCode, name, id LIMIT ${MOST_PROPOSED + known.size}`,
      parts.flatMap((part) => part.parameters),
    );
    return rows.filter((row) => !known.has(row.id)).slice(0, MOST_PROPOSED);
  }
}
