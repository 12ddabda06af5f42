import { Module } from '@nestjs/common';
import { AreasModule } from '../areas/areas.module';
import { PeopleModule } from '../people/people.module';
import { TradesModule } from '../trades/trades.module';
import { UnitsModule } from '../units/units.module';
import { FirstAdministrator } from './first-administrator.service';
import { PostsController } from './posts.controller';
import { PostsService } from './posts.service';
import { TenuresController } from './tenures.controller';
import { TenuresService } from './tenures.service';

@Module({
  imports: [AreasModule, TradesModule, UnitsModule, PeopleModule],
  controllers: [PostsController, TenuresController],
  providers: [FirstAdministrator, PostsService, TenuresService],
  exports: [FirstAdministrator, PostsService, TenuresService],
})
export class PostsModule {}
