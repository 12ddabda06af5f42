import { Global, Module } from '@nestjs/common';
import { LedgerHistory } from './ledger-history.service';
import { Ledger } from './ledger.service';

/** 台账链, for every feature that does something accountable. */
@Global()
@Module({ providers: [Ledger, LedgerHistory], exports: [Ledger, LedgerHistory] })
export class LedgerModule {}
