import { Global, Module } from '@nestjs/common';
import { Access } from './access.service';
import { Holders } from './holders.service';

/** Permissions, for every feature. */
@Global()
@Module({ providers: [Access, Holders], exports: [Access, Holders] })
export class AccessModule {}
