import { Global, Module } from '@nestjs/common';
import { Ledger } from './ledger.service';

/** 台账链, for every feature that does something accountable. */
@Global()
@Module({ providers: [Ledger], exports: [Ledger] })
export class LedgerModule {}
