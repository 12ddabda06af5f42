import { Module } from '@nestjs/common';
import { AreasModule } from '../areas/areas.module';
import { DutiesModule } from '../duties/duties.module';
import { DutyRecordsModule } from '../duty-records/duty-records.module';
import { HazardsModule } from '../hazards/hazards.module';
import { PeopleModule } from '../people/people.module';
import { PostsModule } from '../posts/posts.module';
import { StandardsModule } from '../standards/standards.module';
import { UnitsModule } from '../units/units.module';
import { DemoService } from './demo.service';
import { DemoActs } from './demo-acts.service';
import { DemoCast } from './demo-cast.service';
import { DemoRecords } from './demo-records.service';
import { DemoRegister } from './demo-register.service';

@Module({
  imports: [
    AreasModule,
    DutiesModule,
    DutyRecordsModule,
    HazardsModule,
    PeopleModule,
    PostsModule,
    StandardsModule,
    UnitsModule,
  ],
  providers: [DemoService, DemoRegister, DemoActs, DemoRecords, DemoCast],
  exports: [DemoService],
})
export class DemoModule {}
