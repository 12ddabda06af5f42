import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { HazardLevel } from '@zerentian/shared/hazards/hazard.facts';
import type { HazardState } from '@zerentian/shared/hazards/hazard.vocabulary';
import { type TenureView, tenureKindNames } from '@zerentian/shared/posts/post.contract';
import type { Profile } from '@zerentian/shared/posts/profile';
import { DataSource } from 'typeorm';
import { namesOf } from '../platform/database/names';

/** A hazard as far as somebody's own papers name it. */
export interface NamedHazard {
  id: string;
  number: string;
  areaCode: string;
  unitId: string | null;
  responsibleUnitId: string | null;
  description: string | null;
  level: HazardLevel;
  state: HazardState;
  deadline: string | null;
  holderPostId: string | null;
}

/** A post held in a span, with the dates of the tenure. */
export interface HeldTenure {
  title: string;
  profile: Profile;
  from: string;
  until: string | null;
}

const HAZARDS =
  'SELECT id, number, areaCode, unitId, responsibleUnitId, description, level, state, deadline, holderPostId FROM hazard WHERE id IN';
const TENURES = `
  SELECT p.title, u.name AS unitName, k.profile, t.kind, t.startsOn, t.endsOn FROM tenure t
  JOIN post p ON p.id = t.postId JOIN post_kind k ON k.\`key\` = p.kindKey JOIN unit u ON u.id = p.unitId
  WHERE t.personId = ? AND t.supersededAt IS NULL AND t.startsOn < ? AND (t.endsOn IS NULL OR t.endsOn > ?) ORDER BY t.startsOn, p.title`;
const AT_ONCE = 500;

interface TenureRow {
  title: string;
  unitName: string;
  profile: Profile;
  kind: TenureView['kind'];
  startsOn: string;
  endsOn: string | null;
}

/** The names that stand in somebody's own papers. */
@Injectable()
export class OwnNames {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  async person(id: string): Promise<string> {
    const [person] = await this.source.query<{ name: string }[]>('SELECT name FROM person WHERE id = ?', [id]);
    return person?.name ?? '';
  }

  /** Posts held at some time in [from, until); 代理, 主持工作 and the like are said. */
  async tenures(personId: string, from: string, until: string): Promise<HeldTenure[]> {
    const rows = await this.source.query<TenureRow[]>(TENURES, [personId, until, from]);
    return rows.map((row) => ({ title: titleOf(row), profile: row.profile, from: row.startsOn, until: row.endsOn }));
  }

  async hazards(wanted: (string | null)[]): Promise<Map<string, NamedHazard>> {
    const ids = [...new Set(wanted)].filter((id): id is string => id !== null);
    const found = new Map<string, NamedHazard>();
    for (let start = 0; start < ids.length; start += AT_ONCE) {
      const some = ids.slice(start, start + AT_ONCE);
      const rows = await this.source.query<NamedHazard[]>(`${HAZARDS} (${some.map(() => '?').join(', ')})`, some);
      for (const row of rows) found.set(row.id, row);
    }
    return found;
  }

  /** Names of places: village and unit together. */
  async places(
    wanted: { areaCode: string | null; unitId: string | null }[],
  ): Promise<(place: { areaCode: string | null; unitId: string | null }) => Place> {
    const areas = await namesOf(
      this.source.manager,
      'area',
      'code',
      wanted.map((it) => it.areaCode),
    );
    const units = await namesOf(
      this.source.manager,
      'unit',
      'id',
      wanted.map((it) => it.unitId),
    );
    return ({ areaCode, unitId }) => {
      const area = areaCode === null ? null : (areas.get(areaCode) ?? areaCode);
      const unit = unitId === null ? null : (units.get(unitId) ?? null);
      return {
        area,
        unit: unit === area ? null : unit,
        words: [area, unit === area ? null : unit].filter(Boolean).join('，'),
      };
    };
  }
}

export interface Place {
  area: string | null;
  unit: string | null;
  words: string;
}

/** 主要负责人 alone tells nobody of which enterprise. */
function titleOf({ title, unitName, profile, kind }: TenureRow): string {
  const post = profile === 'enterprise-head' && !title.includes(unitName) ? `${unitName}${title}` : title;
  return kind === 'regular' ? post : `${post}（${tenureKindNames[kind]}）`;
}
