import { Controller, Get, Inject } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { dashboardView } from '@zerentian/shared/dashboards/dashboard.contract';
import { areaCode } from '@zerentian/shared/fields';
import { type Actor, CurrentActor } from '../platform/auth/actor';
import { Answers, FromPath } from '../platform/http/contract';
import { Dashboards } from './dashboards.service';

@ApiTags('dashboards')
@ApiBearerAuth()
@Controller('dashboards')
export class DashboardsController {
  @Inject() private readonly dashboards: Dashboards;

  @Get(':areaCode')
  @Answers(dashboardView)
  of(@CurrentActor() actor: Actor, @FromPath('areaCode', areaCode) code: string) {
    return this.dashboards.of(actor, code);
  }
}
