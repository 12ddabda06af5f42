import { Module } from '@nestjs/common';
import { DutiesModule } from '../duties/duties.module';
import { NoticesModule } from '../notices/notices.module';
import { RemindersModule } from '../reminders/reminders.module';
import { DueDuties } from './due-duties.service';
import { TodayController } from './today.controller';
import { Today } from './today.service';

@Module({ imports: [DutiesModule, NoticesModule, RemindersModule], controllers: [TodayController], providers: [DueDuties, Today] })
export class TodayModule {}
