import { Controller, Get, Inject, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { id } from '@zerentian/shared/fields';
import {
  type FixSelfCheck,
  type LogSelfCheck,
  logSelfCheck,
  type ReferSelfCheck,
  type ReopenSelfCheck,
  type SelfCheckCountsQuery,
  type SelfCheckQuery,
  selfCheckCountsPage,
  selfCheckCountsQuery,
  selfCheckPage,
  selfCheckQuery,
  selfCheckStepInputs,
  selfCheckView,
} from '@zerentian/shared/self-checks/self-check.contract';
import { type Actor, CurrentActor } from '../platform/auth/actor';
import { Answers, FromBody, FromPath, FromQuery } from '../platform/http/contract';
import { SelfCheckCountsService } from './self-check-counts.service';
import { SelfCheckLists } from './self-check-lists.service';
import { SelfCheckSteps } from './self-check-steps.service';
import { SelfChecks } from './self-checks.service';

@ApiTags('self-checks')
@ApiBearerAuth()
@Controller('self-checks')
export class SelfChecksController {
  @Inject() private readonly counts: SelfCheckCountsService;
  @Inject() private readonly entries: SelfChecks;
  @Inject() private readonly lists: SelfCheckLists;
  @Inject() private readonly steps: SelfCheckSteps;

  @Post()
  @ApiOperation({ summary: '登记自查隐患' })
  @Answers(selfCheckView, 201)
  log(@CurrentActor() actor: Actor, @FromBody(logSelfCheck) input: LogSelfCheck) {
    return this.entries.log(actor, input);
  }

  @Get()
  @ApiOperation({ summary: '本企业的自查清单' })
  @Answers(selfCheckPage)
  list(@CurrentActor() actor: Actor, @FromQuery(selfCheckQuery) query: SelfCheckQuery) {
    return this.lists.list(actor, query);
  }

  @Get('counts')
  @ApiOperation({ summary: '各企业自查数量' })
  @Answers(selfCheckCountsPage)
  countsOf(@CurrentActor() actor: Actor, @FromQuery(selfCheckCountsQuery) query: SelfCheckCountsQuery) {
    return this.counts.list(actor, query);
  }

  @Get(':id')
  @Answers(selfCheckView)
  one(@CurrentActor() actor: Actor, @FromPath('id', id) entryId: string) {
    return this.lists.one(actor, entryId);
  }

  @Post(':id/fix')
  @ApiOperation({ summary: '整改完成' })
  @Answers(selfCheckView)
  fix(
    @CurrentActor() actor: Actor,
    @FromPath('id', id) entryId: string,
    @FromBody(selfCheckStepInputs.fix) input: FixSelfCheck,
  ) {
    return this.steps.take(actor, entryId, 'fix', input);
  }

  @Post(':id/reopen')
  @ApiOperation({ summary: '重新打开' })
  @Answers(selfCheckView)
  reopen(
    @CurrentActor() actor: Actor,
    @FromPath('id', id) entryId: string,
    @FromBody(selfCheckStepInputs.reopen) input: ReopenSelfCheck,
  ) {
    return this.steps.take(actor, entryId, 'reopen', input);
  }

  @Post(':id/refer')
  @ApiOperation({ summary: '疑似重大，上报' })
  @Answers(selfCheckView)
  refer(
    @CurrentActor() actor: Actor,
    @FromPath('id', id) entryId: string,
    @FromBody(selfCheckStepInputs.refer) input: ReferSelfCheck,
  ) {
    return this.steps.take(actor, entryId, 'refer', input);
  }
}
