import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { townshipOf } from '@zerentian/shared/areas/area.contract';
import type { Profile } from '@zerentian/shared/posts/profile';
import { DataSource } from 'typeorm';
import { DutiesService } from '../duties/duties.service';
import { namesOf } from '../platform/database/names';
import type { OwnEnterprises } from '../posts/discretion.service';
import { type PaperUnit, shownUnit } from './paper-facts';

const UNITS = 'SELECT id, name, kind, address, principal, phone FROM unit WHERE id IN';
const GOVERNMENT = `SELECT name FROM unit WHERE areaCode = ? AND kind = 'government' ORDER BY id`;
const POST = 'SELECT p.kindKey, k.profile FROM post p JOIN post_kind k ON k.`key` = p.kindKey WHERE p.id = ?';
const ENTRY = 'SELECT chain, hash FROM ledger_entry WHERE subjectId = ? AND seq = ?';
/** Kinds of 履职记录 that checking a place is, in the order in which a duty is looked for. */
const CHECKING = ['inspection', 'supervisory-check', 'hazard-report'];

/** What papers look up beside the hazard: units, posts, the document in force, the ledger entry. */
@Injectable()
export class PaperRegister {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly duties: DutiesService,
  ) {}

  async units(wanted: (string | null)[]): Promise<Map<string, PaperUnit>> {
    const ids = [...new Set(wanted)].filter((id): id is string => id !== null && id !== undefined);
    if (ids.length === 0) return new Map();
    const rows = await this.source.query<PaperUnit[]>(`${UNITS} (${ids.map(() => '?').join(', ')})`, ids);
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** A unit as the reader may know it; null where the register has none of that id. */
  async unit(id: string, own: OwnEnterprises): Promise<PaperUnit | null> {
    return shownUnit((await this.units([id])).get(id) ?? null, own);
  }

  /** 乡人民政府 of an area, by its name in the register. */
  async issuer(areaCode: string): Promise<string> {
    const township = townshipOf(areaCode) ?? areaCode;
    const [unit] = await this.source.query<{ name: string }[]>(GOVERNMENT, [township]);
    return unit?.name ?? `${await this.areaName(township)}人民政府`;
  }

  async areaName(code: string): Promise<string> {
    return (await namesOf(this.source.manager, 'area', 'code', [code])).get(code) ?? code;
  }

  async post(id: string | null): Promise<{ kindKey: string; profile: Profile } | null> {
    if (id === null) return null;
    const [post] = await this.source.query<{ kindKey: string; profile: Profile }[]>(POST, [id]);
    return post ?? null;
  }

  /** The township's document, and with it the clause by which checking is a duty of the post kind. */
  async basis(areaCode: string, postKind: string | null): Promise<{ document: string | null; clause: string | null }> {
    const catalogue = await this.duties.current(areaCode);
    if (!catalogue) return { document: null, clause: null };
    const document = `《${catalogue.document.title}》（${catalogue.document.number}）`;
    const duties = postKind === null ? [] : catalogue.dutiesOf(postKind);
    const found = CHECKING.map((key) =>
      duties.find((duty) => duty.canFallDue && duty.recordKinds.some((kind) => kind.key === key)),
    ).find(Boolean);
    return { document, clause: found ? `${document}${found.clause}“${found.quote}”` : document };
  }

  /** What ties a paper to the chain: the entry's chain, number and hash. */
  async entry(subjectId: string, seq: number): Promise<{ chain: string; hash: string }> {
    const [entry] = await this.source.query<{ chain: string; hash: string }[]>(ENTRY, [subjectId, seq]);
    if (!entry) throw new Error(`ledger entry ${seq} of ${subjectId} is gone`);
    return entry;
  }
}
