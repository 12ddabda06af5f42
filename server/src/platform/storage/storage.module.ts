import { Module } from '@nestjs/common';
import { DiskStorage } from './disk-storage';
import { Storage } from './storage';

@Module({ providers: [{ provide: Storage, useClass: DiskStorage }], exports: [Storage] })
export class StorageModule {}
