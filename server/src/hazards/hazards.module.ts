import { Module } from '@nestjs/common';
import { NoticesModule } from '../notices/notices.module';
import { PhotosModule } from '../photos/photos.module';
import { RemindersModule } from '../reminders/reminders.module';
import { RulesModule } from '../rules/rules.module';
import { SupervisionNoticesModule } from '../supervision-notices/supervision-notices.module';
import { TradesModule } from '../trades/trades.module';
import { HazardCounts } from './hazard-counts.service';
import { HazardDetails } from './hazard-detail.service';
import { HazardDiscretion } from './hazard-discretion.service';
import { HazardEscalations } from './hazard-escalations.service';
import { HazardHistory } from './hazard-history.service';
import { HazardLateSteps } from './hazard-late-steps.service';
import { HazardRechecks } from './hazard-recheck.service';
import { HazardRegister } from './hazard-register';
import { HazardReminders } from './hazard-reminders.service';
import { HazardReports } from './hazard-report.service';
import { HazardSampling } from './hazard-sampling.service';
import { SimilarHazardsController } from './hazard-similar.controller';
import { SimilarHazards } from './hazard-similar.service';
import { HazardStandIns } from './hazard-stand-ins.service';
import { HazardStanding } from './hazard-standing.service';
import { HazardStepContexts } from './hazard-step-contexts.service';
import { HazardStepNotices } from './hazard-step-notices.service';
import { HazardSteps } from './hazard-steps.service';
import { HazardTasks } from './hazard-tasks.service';
import { HazardTransfers } from './hazard-transfers.service';
import { HazardViews } from './hazard-views.service';
import { HazardStepsController, HazardsController, RemindersController } from './hazards.controller';
import { Hazards } from './hazards.service';

@Module({
  imports: [NoticesModule, PhotosModule, RemindersModule, RulesModule, SupervisionNoticesModule, TradesModule],
  controllers: [SimilarHazardsController, HazardsController, HazardStepsController, RemindersController],
  providers: [
    HazardCounts,
    HazardTasks,
    HazardTransfers,
    HazardDetails,
    HazardDiscretion,
    HazardEscalations,
    HazardHistory,
    HazardLateSteps,
    HazardRechecks,
    HazardRegister,
    HazardReminders,
    HazardReports,
    SimilarHazards,
    HazardSampling,
    HazardStandIns,
    HazardStanding,
    HazardStepContexts,
    HazardStepNotices,
    HazardSteps,
    HazardViews,
    Hazards,
  ],
  exports: [
    HazardCounts,
    HazardTasks,
    HazardReminders,
    HazardReports,
    HazardSteps,
    HazardViews,
    Hazards,
    HazardHistory,
    HazardDetails,
    HazardEscalations,
  ],
})
export class HazardsModule {}
