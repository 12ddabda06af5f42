import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { id } from '@zerentian/shared/fields';
import { createStandard } from '@zerentian/shared/standards/standard.contract';
import { type EntityManager, IsNull } from 'typeorm';
import * as z from 'zod/mini';
import { TradesService } from '../trades/trades.service';
import { Standard } from './standard.entity';

const FILE = join(__dirname, '../../data/standards.json');

const entry = z.extend(z.omit(z.object(createStandard.shape), { replacesId: true, active: true }), { id });
const file = z.object({ standards: z.array(entry) });

/** The library that comes with the system, as the file has it: nobody's act, so no entry of the ledger tells of it. */
@Injectable()
export class BuiltInStandards {
  @Inject() private readonly trades: TradesService;

  /** Brings the table to the state of the file: enters and rewrites; what the file no longer has is retired. */
  async enter(tx: EntityManager, now: Date): Promise<void> {
    const wanted = this.read();
    const known = new Map((await tx.findBy(Standard, { areaCode: IsNull() })).map((row) => [row.id, row]));
    const ids = new Set(wanted.map((row) => row.id));
    const gone = [...known.values()]
      .filter((row) => row.active && !ids.has(row.id))
      .map((row) => ({ ...row, active: false }));
    const changed = [...wanted.filter((row) => differs(row, known.get(row.id))), ...gone];
    if (changed.length === 0) return;
    const rows = changed.map((row) => ({ ...row, createdAt: known.get(row.id)?.createdAt ?? now, updatedAt: now }));
    await tx.upsert(Standard, rows, ['id']);
  }

  /** The file, checked by the contract that every other entry passes. */
  read(): Omit<Standard, 'createdAt' | 'updatedAt'>[] {
    const { standards } = file.parse(JSON.parse(readFileSync(FILE, 'utf8')));
    return standards.map(({ id: entryId, kind, wording, level, trade, basis, clause, verified, advice }) => ({
      id: entryId,
      areaCode: null,
      kind,
      trade: trade ? this.trades.get(trade).key : null,
      wording,
      level,
      basis: basis ?? null,
      clause: clause ?? null,
      verified: verified ?? false,
      advice: advice ?? null,
      active: true,
      replacesId: null,
    }));
  }
}

function differs<T extends object>(wanted: T, known: T | undefined): boolean {
  return !known || (Object.keys(wanted) as (keyof T)[]).some((column) => wanted[column] !== known[column]);
}
