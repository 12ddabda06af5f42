import { Module } from '@nestjs/common';
import { DutyRecordsModule } from '../duty-records/duty-records.module';
import { HazardsModule } from '../hazards/hazards.module';
import { DashboardsController } from './dashboards.controller';
import { Dashboards } from './dashboards.service';

@Module({ imports: [DutyRecordsModule, HazardsModule], controllers: [DashboardsController], providers: [Dashboards] })
export class DashboardsModule {}
