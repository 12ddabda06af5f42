import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { pageQuery } from '@zerentian/shared/fields';
import { tradePage } from '@zerentian/shared/units/unit.contract';
import * as z from 'zod/mini';
import { Answers, FromQuery } from '../platform/http/contract';
import { pageOfWhole } from '../platform/http/keyset';
import { TradesService } from './trades.service';

const tradeQuery = z.strictObject(pageQuery);

@ApiTags('units')
@Controller('trades')
export class TradesController {
  constructor(private readonly trades: TradesService) {}

  @Get()
  @Answers(tradePage)
  list(@FromQuery(tradeQuery) query: z.infer<typeof tradeQuery>) {
    return pageOfWhole(this.trades.all, query, (trade) => trade.key);
  }
}
