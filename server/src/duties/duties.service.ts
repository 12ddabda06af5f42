import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DutiesQuery } from '@zerentian/shared/duties/study.contract';
import { DataSource } from 'typeorm';
import type { Actor } from '../platform/auth/actor';
import { Clock } from '../platform/clock';
import { pageOfWhole, within } from '../platform/http/keyset';
import { ProblemError } from '../platform/problem';
import { Access } from '../posts/access.service';
import { PostKinds } from '../posts/post-kinds.service';
import { Catalogue } from './catalogue.entity';
import { LoadedCatalogue } from './loaded-catalogue';

/** Catalogues held in memory at a time; each is about a megabyte. */
const HELD = 50;

/** 安全生产职责清单 as it is in force. A version never changes once it is stored, so it is loaded once and kept by its id. */
@Injectable()
export class DutiesService {
  private readonly held = new Map<string, LoadedCatalogue>();

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly access: Access,
    private readonly kinds: PostKinds,
    private readonly clock: Clock,
  ) {}

  /** The catalogue that the actor may read and works under: of the area asked for or of their own township. */
  async read(actor: Actor, area?: string): Promise<LoadedCatalogue> {
    return this.required(await this.access.registerArea(actor, this.clock.now(), area));
  }

  /** Refuses a post kind that no catalogue has; one of another township's, or without a duty, has none here. @throws unknown_reference */
  async checkKind(key: string | undefined): Promise<void> {
    if (key === undefined || (await this.kinds.all()).has(key)) return;
    throw ProblemError.at('unknown_reference', 'postKind', '没有这个岗位类别');
  }

  /** All duties, or those that reach a post kind; a page of them where a limit is given. */
  page(catalogue: LoadedCatalogue, query: DutiesQuery) {
    const duties = query.postKind === undefined ? catalogue.duties : catalogue.dutiesOf(query.postKind);
    return pageOfWhole(duties, query, (duty) => duty.key);
  }

  /** Kinds of 履职记录 that a township's catalogue knows. @throws no_catalogue */
  async recordKinds(area: string): Promise<readonly { key: string; name: string }[]> {
    return (await this.required(area)).recordKinds;
  }

  /** The catalogue in force in an area. @throws no_catalogue */
  async required(area: string): Promise<LoadedCatalogue> {
    const catalogue = await this.current(area);
    if (!catalogue) throw new ProblemError('no_catalogue');
    return catalogue;
  }

  /** The catalogue in force in an area's township; above townships the only one below it. Null if there is none. */
  async current(area: string): Promise<LoadedCatalogue | null> {
    const range = within('areaCode', area.slice(0, 9));
    const sql = `SELECT id FROM catalogue WHERE ${range.sql} AND current = ? ORDER BY areaCode LIMIT 2`;
    const rows = await this.source.query<{ id: string }[]>(sql, [...range.parameters, 1]);
    if (rows.length > 1) throw ProblemError.at('invalid_input', 'area', '这个辖区有几个乡镇，请选择一个');
    return rows[0] ? this.byId(rows[0].id) : null;
  }

  /** A version by its id: no statement once it is in memory. */
  async byId(id: string): Promise<LoadedCatalogue> {
    const known = this.held.get(id);
    if (known) return known;
    const row = await this.source.manager.findOneByOrFail(Catalogue, { id });
    const loaded = new LoadedCatalogue(row.id, row.areaCode, row.content, row.sourceText.text);
    const [oldest] = this.held.keys();
    if (this.held.size >= HELD && oldest !== undefined) this.held.delete(oldest);
    this.held.set(id, loaded);
    return loaded;
  }
}
