import { Module } from '@nestjs/common';
import { ChecklistsModule } from '../checklists/checklists.module';
import { HazardsModule } from '../hazards/hazards.module';
import { NoticesModule } from '../notices/notices.module';
import { PapersModule } from '../papers/papers.module';
import { TradesModule } from '../trades/trades.module';
import { CampaignVisitCounts } from './campaign-visits.service';
import { Coverage } from './coverage.service';
import { InspectionPapers } from './inspection-papers.service';
import { InspectionRecords } from './inspection-record.service';
import { InspectionRegister } from './inspection-register';
import { InspectionViews } from './inspection-views.service';
import { InspectionsController } from './inspections.controller';
import { Inspections } from './inspections.service';

@Module({
  imports: [ChecklistsModule, HazardsModule, NoticesModule, PapersModule, TradesModule],
  controllers: [InspectionsController],
  providers: [
    CampaignVisitCounts,
    Coverage,
    InspectionPapers,
    InspectionRecords,
    InspectionRegister,
    InspectionViews,
    Inspections,
  ],
  exports: [CampaignVisitCounts, InspectionPapers, InspectionRecords, Inspections],
})
export class InspectionsModule {}
