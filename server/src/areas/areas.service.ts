import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { type AreaQuery, type AreaView, areaQuery, chainOf, levelOf } from '@zerentian/shared/areas/area.contract';
import { DataSource, type EntityManager, In } from 'typeorm';
import { pageOfWhole } from '../platform/http/keyset';
import { ProblemError } from '../platform/problem';
import { Area } from './area.entity';

/** A row of an import: the code tells the level and the parent. */
export interface AreaRow {
  code: string;
  name: string;
}

@Injectable()
export class AreasService {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  /** The areas directly below one, by code; the topmost ones without a parent. Statistical codes are public: no post is needed. */
  async list(query: AreaQuery) {
    if (query.parent !== undefined) await this.get(query.parent, 'parent');
    const rows = await this.below(query.parent ?? null);
    return pageOfWhole(rows.map(viewArea), query, (area) => area.code);
  }

  /** One area, or `unknown_area` at the field that named it. */
  async get(code: string, field = 'area', within?: EntityManager): Promise<AreaView> {
    const row = await (within ?? this.source.manager).findOneBy(Area, { code });
    if (!row) throw ProblemError.at('unknown_area', field, '没有这个辖区');
    return viewArea(row);
  }

  /** Names by code; codes that are not in the register stay out. */
  async names(codes: readonly string[], within?: EntityManager): Promise<Map<string, string>> {
    if (codes.length === 0) return new Map();
    const rows = await (within ?? this.source.manager).findBy(Area, { code: In([...new Set(codes)]) });
    return new Map(rows.map((row) => [row.code, row.name]));
  }

  async isEmpty(): Promise<boolean> {
    return (await this.source.manager.countBy(Area, {})) === 0;
  }

  /** Enters areas, or renames those that are there. A code whose parent is neither there nor in the import is refused. */
  async import(tx: EntityManager, rows: readonly AreaRow[]): Promise<void> {
    const known = new Set(rows.map((row) => row.code));
    for (const { code } of rows) {
      const parent = parentOf(code);
      if (!areaQuery.shape.parent.safeParse(code).success)
        throw ProblemError.at('unknown_area', code, '辖区代码格式不对');
      if (parent !== null && !known.has(parent)) await this.get(parent, code, tx);
    }
    const areas = rows.map(({ code, name }) => ({ code, name, parentCode: parentOf(code) }));
    for (let i = 0; i < areas.length; i += 500) await tx.upsert(Area, areas.slice(i, i + 500), ['code']);
  }

  private below(parent: string | null): Promise<Area[]> {
    const find = this.source.manager.createQueryBuilder(Area, 'a').orderBy('a.code');
    if (parent === null) return find.where('a.parentCode IS NULL').getMany();
    return find.where('a.parentCode = :parent', { parent }).getMany();
  }
}

function parentOf(code: string): string | null {
  return chainOf(code).at(-2) ?? null;
}

function viewArea({ code, name, parentCode }: Area): AreaView {
  return { code, name, level: levelOf(code), parentCode };
}
