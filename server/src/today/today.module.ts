import { Module } from '@nestjs/common';
import { DutiesModule } from '../duties/duties.module';
import { DutyRecordsModule } from '../duty-records/duty-records.module';
import { HazardsModule } from '../hazards/hazards.module';
import { InspectionsModule } from '../inspections/inspections.module';
import { NoticesModule } from '../notices/notices.module';
import { PublicReportsModule } from '../public-reports/public-reports.module';
import { RemindersModule } from '../reminders/reminders.module';
import { SupervisionNoticesModule } from '../supervision-notices/supervision-notices.module';
import { DueDuties } from './due-duties.service';
import { PublicReportItems } from './public-report-items.service';
import { SupervisionItems } from './supervision-items.service';
import { TodayController } from './today.controller';
import { Today } from './today.service';

@Module({
  imports: [
    DutiesModule,
    DutyRecordsModule,
    HazardsModule,
    InspectionsModule,
    NoticesModule,
    PublicReportsModule,
    RemindersModule,
    SupervisionNoticesModule,
  ],
  controllers: [TodayController],
  providers: [DueDuties, PublicReportItems, SupervisionItems, Today],
})
export class TodayModule {}
