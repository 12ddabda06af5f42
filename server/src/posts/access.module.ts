import { Global, Module } from '@nestjs/common';
import { Access } from './access.service';

/** Permissions, for every feature. */
@Global()
@Module({ providers: [Access], exports: [Access] })
export class AccessModule {}
