import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { type AreaQuery, type AreaView, chainOf, levelOf } from '@zerentian/shared/areas/area.contract';
import { areaCode, text } from '@zerentian/shared/fields';
import type { FieldError } from '@zerentian/shared/problem';
import { DataSource, type EntityManager, In } from 'typeorm';
import * as z from 'zod/mini';
import { pageOfWhole } from '../platform/http/keyset';
import { ProblemError } from '../platform/problem';
import { Area } from './area.entity';

/** Rows in one statement. */
const BATCH = 500;

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

  /** Enters areas, or renames those that are there: all of them, or none if one is wrong, with every wrong one named. */
  async import(tx: EntityManager, rows: readonly AreaRow[]): Promise<void> {
    const here = new Set(rows.map((row) => row.code));
    const above = rows.map((row) => parentOf(row.code)).filter((code) => code !== null && !here.has(code));
    const there = await this.names(above as string[], tx);
    const errors = rows.flatMap((row) => faultsOf(row, (code) => here.has(code) || there.has(code)));
    if (errors.length > 0) throw new ProblemError('unknown_area', undefined, errors);
    const areas = rows.map(({ code, name }) => ({ code, name, parentCode: parentOf(code) }));
    for (let i = 0; i < areas.length; i += BATCH) await tx.upsert(Area, areas.slice(i, i + BATCH), ['code']);
  }

  private below(parent: string | null): Promise<Area[]> {
    const find = this.source.manager.createQueryBuilder(Area, 'a').orderBy('a.code');
    if (parent === null) return find.where('a.parentCode IS NULL').getMany();
    return find.where('a.parentCode = :parent', { parent }).getMany();
  }
}

function faultsOf({ code, name }: AreaRow, isKnown: (code: string) => boolean): FieldError[] {
  if (!z.safeParse(areaCode, code).success) return [{ path: code, message: '辖区代码应为 2、4、6、9 或 12 位数字' }];
  if (!z.safeParse(text(100), name).success) return [{ path: code, message: '名称应为 1 到 100 个字' }];
  const parent = parentOf(code);
  return parent === null || isKnown(parent) ? [] : [{ path: code, message: `没有这个辖区：上级 ${parent}` }];
}

function parentOf(code: string): string | null {
  return chainOf(code).at(-2) ?? null;
}

function viewArea({ code, name, parentCode }: Area): AreaView {
  return { code, name, level: levelOf(code), parentCode };
}
