import { Module } from '@nestjs/common';
import { ChecklistsModule } from '../checklists/checklists.module';
import { InspectionsModule } from '../inspections/inspections.module';
import { NoticesModule } from '../notices/notices.module';
import { PapersModule } from '../papers/papers.module';
import { TradesModule } from '../trades/trades.module';
import { CampaignPapers } from './campaign-papers.service';
import { CampaignRegister } from './campaign-register';
import { CampaignSteps } from './campaign-steps.service';
import { CampaignViews } from './campaign-views.service';
import { CampaignsController } from './campaigns.controller';
import { Campaigns } from './campaigns.service';

@Module({
  imports: [ChecklistsModule, InspectionsModule, NoticesModule, PapersModule, TradesModule],
  controllers: [CampaignsController],
  providers: [CampaignPapers, CampaignRegister, CampaignSteps, CampaignViews, Campaigns],
  exports: [CampaignSteps],
})
export class CampaignsModule {}
