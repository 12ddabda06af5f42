import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { type TradeView, tradeView } from '@zerentian/shared/units/unit.contract';
import * as z from 'zod/mini';
import { ProblemError } from '../platform/problem';

const file = z.object({ countySupervisor: z.string(), trades: z.array(tradeView) });

/**
 * 行业: which county department answers for a trade, and whether the township supervises it. Data, not code: the division of labour
 * differs from county to county.
 */
@Injectable()
export class TradesService {
  readonly all: readonly TradeView[];
  /** Who watches from above over what is 县级及以上监管. */
  readonly countySupervisor: string;

  constructor() {
    const { trades, countySupervisor } = file.parse(
      JSON.parse(readFileSync(join(__dirname, '../../data/trades.json'), 'utf8')),
    );
    this.all = trades;
    this.countySupervisor = countySupervisor;
  }

  /** The trade of a key, or null. */
  find(key: string): TradeView | null {
    return this.all.find((trade) => trade.key === key) ?? null;
  }

  /** The trade of a key, or `trade_unknown` at the field that named it. */
  get(key: string, field = 'trade'): TradeView {
    const trade = this.find(key);
    if (!trade) throw ProblemError.at('trade_unknown', field, '没有这个行业，请从列表中选择');
    return trade;
  }

  /** What was sent, if the trade that it names (if any) is one of the list. @throws trade_unknown */
  checked<T extends object>(input: T): T {
    const { trade } = input as { trade?: string };
    if (trade !== undefined) this.get(trade);
    return input;
  }
}
