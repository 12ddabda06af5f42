import { Module } from '@nestjs/common';
import { DutiesModule } from '../duties/duties.module';
import { DutyRecordViews } from './duty-record-views.service';
import { DutyRecordsController } from './duty-records.controller';
import { DutyRecords } from './duty-records.service';

@Module({
  imports: [DutiesModule],
  controllers: [DutyRecordsController],
  providers: [DutyRecords, DutyRecordViews],
  exports: [DutyRecords],
})
export class DutyRecordsModule {}
