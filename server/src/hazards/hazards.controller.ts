import { Controller, Get, Inject, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { id } from '@zerentian/shared/fields';
import {
  hazardDetail,
  hazardStepInputs,
  hazardView,
  type ReportHazard,
  reminderView,
  reportHazard,
  stepAnswer,
} from '@zerentian/shared/hazards/hazard.contract';
import { type HazardQuery, hazardPage, hazardQuery } from '@zerentian/shared/hazards/hazard.query.contract';
import { type HazardStep, hazardStepNames, hazardSteps } from '@zerentian/shared/hazards/hazard.vocabulary';
import {
  type AnswerReminder,
  answerReminder,
  type Remind,
  remind,
} from '@zerentian/shared/reminders/reminder.contract';
import { type Actor, CurrentActor } from '../platform/auth/actor';
import { Answers, FromBody, FromPath, FromQuery } from '../platform/http/contract';
import { Discretion } from '../posts/discretion.service';
import { TradesService } from '../trades/trades.service';
import { HazardDetails } from './hazard-detail.service';
import { HazardDiscretion } from './hazard-discretion.service';
import { HazardReminders } from './hazard-reminders.service';
import { HazardReports } from './hazard-report.service';
import type { StepInput } from './hazard-step.context';
import { HazardSteps } from './hazard-steps.service';
import { Hazards } from './hazards.service';

@ApiTags('hazards')
@ApiBearerAuth()
@Controller('hazards')
export class HazardsController {
  @Inject() private readonly details: HazardDetails;
  @Inject() private readonly hazards: Hazards;
  @Inject() private readonly reminders: HazardReminders;
  @Inject() private readonly reports: HazardReports;
  @Inject() private readonly trades: TradesService;

  @Post()
  @Answers(hazardView, 201)
  report(@CurrentActor() actor: Actor, @FromBody(reportHazard) input: ReportHazard) {
    return this.reports.report(actor, this.trades.checked(input));
  }

  @Get()
  @Answers(hazardPage)
  list(@CurrentActor() actor: Actor, @FromQuery(hazardQuery) query: HazardQuery) {
    return this.hazards.list(actor, query);
  }

  @Get(':id')
  @Answers(hazardDetail)
  detail(@CurrentActor() actor: Actor, @FromPath('id', id) hazardId: string) {
    return this.details.of(actor, hazardId);
  }

  @Post(':id/reminders')
  @Answers(reminderView, 201)
  remind(@CurrentActor() actor: Actor, @FromPath('id', id) hazardId: string, @FromBody(remind) input: Remind) {
    return this.reminders.send(actor, hazardId, input);
  }
}

@ApiTags('hazards')
@ApiBearerAuth()
@Controller('reminders')
export class RemindersController {
  @Inject() private readonly discretion: Discretion;
  @Inject() private readonly reminders: HazardReminders;

  @Post(':id/answer')
  @Answers(reminderView)
  async answer(
    @CurrentActor() actor: Actor,
    @FromPath('id', id) reminderId: string,
    @FromBody(answerReminder) input: AnswerReminder,
  ) {
    return this.discretion.told(actor, await this.reminders.answer(actor, reminderId, input));
  }
}

/** POST /api/hazards/:id/<step>, one route for each row of the transition table. */
@ApiTags('hazards')
@ApiBearerAuth()
@Controller('hazards')
export class HazardStepsController {
  @Inject() readonly discretion: HazardDiscretion;
  @Inject() readonly steps: HazardSteps;
  @Inject() readonly trades: TradesService;
}

for (const step of hazardSteps) addStepRoute(step);

function addStepRoute(step: HazardStep): void {
  const prototype = HazardStepsController.prototype as unknown as Record<string, unknown>;
  prototype[step] = async function (this: HazardStepsController, actor: Actor, hazardId: string, input: StepInput) {
    const hazard = await this.steps.take(actor, hazardId, step, this.trades.checked(input));
    return this.discretion.told(actor, hazard);
  };
  const descriptor = Object.getOwnPropertyDescriptor(prototype, step) as PropertyDescriptor;
  CurrentActor()(prototype, step, 0);
  FromPath('id', id)(prototype, step, 1);
  FromBody(hazardStepInputs[step])(prototype, step, 2);
  Answers(stepAnswer)(prototype, step, descriptor);
  Post(`:id/${step}`)(prototype, step, descriptor);
  ApiOperation({ summary: hazardStepNames[step], operationId: `HazardStepsController_${step}` })(
    prototype,
    step,
    descriptor,
  );
}
