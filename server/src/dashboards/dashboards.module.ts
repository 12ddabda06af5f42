import { Module } from '@nestjs/common';
import { DashboardsController } from './dashboards.controller';
import { Dashboards } from './dashboards.service';

@Module({ controllers: [DashboardsController], providers: [Dashboards] })
export class DashboardsModule {}
