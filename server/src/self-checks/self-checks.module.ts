import { Module } from '@nestjs/common';
import { HazardsModule } from '../hazards/hazards.module';
import { PhotosModule } from '../photos/photos.module';
import { EnterprisePosts } from './enterprise-posts.service';
import { SelfCheckCountsService } from './self-check-counts.service';
import { SelfCheckLists } from './self-check-lists.service';
import { SelfCheckSteps } from './self-check-steps.service';
import { SelfCheckViews } from './self-check-views.service';
import { SelfChecksController } from './self-checks.controller';
import { SelfChecks } from './self-checks.service';

@Module({
  imports: [HazardsModule, PhotosModule],
  controllers: [SelfChecksController],
  providers: [EnterprisePosts, SelfCheckCountsService, SelfCheckLists, SelfCheckSteps, SelfCheckViews, SelfChecks],
})
export class SelfChecksModule {}
