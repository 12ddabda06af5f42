import { Module } from '@nestjs/common';
import { AreasModule } from '../areas/areas.module';
import { DutiesModule } from '../duties/duties.module';
import { PeopleModule } from '../people/people.module';
import { PostsModule } from '../posts/posts.module';
import { UnitsModule } from '../units/units.module';
import { DemoService } from './demo.service';
import { DemoRegister } from './demo-register.service';

@Module({
  imports: [AreasModule, DutiesModule, PeopleModule, PostsModule, UnitsModule],
  providers: [DemoService, DemoRegister],
  exports: [DemoService],
})
export class DemoModule {}
