import { Module } from '@nestjs/common';
import { Notices } from './notices.service';

@Module({ providers: [Notices], exports: [Notices] })
export class NoticesModule {}
