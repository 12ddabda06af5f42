import { Module } from '@nestjs/common';
import { AreasModule } from '../areas/areas.module';
import { CampaignsModule } from '../campaigns/campaigns.module';
import { ChecklistsModule } from '../checklists/checklists.module';
import { DutiesModule } from '../duties/duties.module';
import { DutyRecordsModule } from '../duty-records/duty-records.module';
import { HazardsModule } from '../hazards/hazards.module';
import { InspectionsModule } from '../inspections/inspections.module';
import { PeopleModule } from '../people/people.module';
import { PostsModule } from '../posts/posts.module';
import { PublicReportsModule } from '../public-reports/public-reports.module';
import { StandardsModule } from '../standards/standards.module';
import { UnitsModule } from '../units/units.module';
import { DemoService } from './demo.service';
import { DemoActs } from './demo-acts.service';
import { DemoCast } from './demo-cast.service';
import { DemoInspections } from './demo-inspections.service';
import { DemoPublicReports } from './demo-public-reports.service';
import { DemoRecords } from './demo-records.service';
import { DemoRegister } from './demo-register.service';

@Module({
  imports: [
    AreasModule,
    CampaignsModule,
    ChecklistsModule,
    DutiesModule,
    DutyRecordsModule,
    HazardsModule,
    InspectionsModule,
    PeopleModule,
    PostsModule,
    PublicReportsModule,
    StandardsModule,
    UnitsModule,
  ],
  providers: [DemoService, DemoRegister, DemoActs, DemoInspections, DemoRecords, DemoCast, DemoPublicReports],
  exports: [DemoService],
})
export class DemoModule {}
