import { Module } from '@nestjs/common';
import { DutiesModule } from '../duties/duties.module';
import { DutyRecordsModule } from '../duty-records/duty-records.module';
import { HazardsModule } from '../hazards/hazards.module';
import { NoticesModule } from '../notices/notices.module';
import { RemindersModule } from '../reminders/reminders.module';
import { DueDuties } from './due-duties.service';
import { TodayController } from './today.controller';
import { Today } from './today.service';

@Module({
  imports: [DutiesModule, DutyRecordsModule, HazardsModule, NoticesModule, RemindersModule],
  controllers: [TodayController],
  providers: [DueDuties, Today],
})
export class TodayModule {}
