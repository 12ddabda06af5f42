import { Global, Module } from '@nestjs/common';
import { ScheduleModule } from '@nestjs/schedule';
import { LedgerController } from './ledger.controller';
import { Ledger } from './ledger.service';
import { LedgerHeads } from './ledger-heads.service';
import { LedgerHistory } from './ledger-history.service';
import { LedgerReads } from './ledger-reads.service';

/** 台账链, for every feature that does something accountable. */
@Global()
@Module({
  imports: [ScheduleModule.forRoot()],
  controllers: [LedgerController],
  providers: [Ledger, LedgerHeads, LedgerHistory, LedgerReads],
  exports: [Ledger, LedgerHeads, LedgerHistory],
})
export class LedgerModule {}
