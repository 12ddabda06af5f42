import { Module } from '@nestjs/common';
import { AreasModule } from '../areas/areas.module';
import { PostsModule } from '../posts/posts.module';
import { CatalogueImport } from './catalogue-import.service';
import { DutiesController } from './duties.controller';
import { DutiesService } from './duties.service';
import { StudyService } from './study.service';

@Module({
  imports: [AreasModule, PostsModule],
  controllers: [DutiesController],
  providers: [DutiesService, StudyService, CatalogueImport],
  exports: [DutiesService, CatalogueImport],
})
export class DutiesModule {}
