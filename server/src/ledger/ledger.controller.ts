import { Controller, Get } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { ledgerPage, ledgerQuery } from '@zerentian/shared/ledger/ledger.contract';
import type * as z from 'zod/mini';
import { type Actor, CurrentActor } from '../platform/auth/actor';
import { Answers, FromQuery } from '../platform/http/contract';
import { LedgerReads } from './ledger-reads.service';

@ApiTags('ledger')
@ApiBearerAuth()
@Controller('ledger')
export class LedgerController {
  constructor(private readonly ledger: LedgerReads) {}

  @Get()
  @Answers(ledgerPage)
  list(@CurrentActor() actor: Actor, @FromQuery(ledgerQuery) query: z.infer<typeof ledgerQuery>) {
    return this.ledger.list(actor, query);
  }
}
