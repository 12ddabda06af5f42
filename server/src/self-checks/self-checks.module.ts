import { Module } from '@nestjs/common';
import { HazardsModule } from '../hazards/hazards.module';
import { PhotosModule } from '../photos/photos.module';
import { EnterprisePosts } from './enterprise-posts.service';
import { SelfCheckCountsService } from './self-check-counts.service';
import { SelfCheckExports } from './self-check-exports.service';
import { SelfCheckFilesController } from './self-check-files.controller';
import { SelfCheckImports } from './self-check-import.service';
import { SelfCheckLists } from './self-check-lists.service';
import { SelfCheckSteps } from './self-check-steps.service';
import { SelfCheckViews } from './self-check-views.service';
import { SelfChecksController } from './self-checks.controller';
import { SelfChecks } from './self-checks.service';

@Module({
  imports: [HazardsModule, PhotosModule],
  controllers: [SelfCheckFilesController, SelfChecksController],
  providers: [
    EnterprisePosts,
    SelfCheckCountsService,
    SelfCheckExports,
    SelfCheckImports,
    SelfCheckLists,
    SelfCheckSteps,
    SelfCheckViews,
    SelfChecks,
  ],
})
export class SelfChecksModule {}
