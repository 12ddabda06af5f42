import { type DynamicModule, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { AccountabilityModule } from './accountability/accountability.module';
import { AreasModule } from './areas/areas.module';
import { CampaignsModule } from './campaigns/campaigns.module';
import { ChecklistsModule } from './checklists/checklists.module';
import { ContactsModule } from './contacts/contacts.module';
import { DashboardsModule } from './dashboards/dashboards.module';
import { DemoModule } from './demo/demo.module';
import { DemoLoginsModule } from './demo/demo-logins.module';
import { DutiesModule } from './duties/duties.module';
import { DutyRecordsModule } from './duty-records/duty-records.module';
import { EvidencePacksModule } from './evidence-packs/evidence-packs.module';
import { HazardsModule } from './hazards/hazards.module';
import { IdentityModule } from './identity/identity.module';
import { InspectionsModule } from './inspections/inspections.module';
import { LedgerModule } from './ledger/ledger.module';
import { PapersModule } from './papers/papers.module';
import { PeopleModule } from './people/people.module';
import { PhotosModule } from './photos/photos.module';
import type { Clock } from './platform/clock';
import type { Config } from './platform/config';
import { HealthController } from './platform/health.controller';
import { PlatformModule } from './platform/platform.module';
import { PointsModule } from './points/points.module';
import { AccessModule } from './posts/access.module';
import { PostsModule } from './posts/posts.module';
import { PublicReportsModule } from './public-reports/public-reports.module';
import { RulesModule } from './rules/rules.module';
import { SelfChecksModule } from './self-checks/self-checks.module';
import { StandardsModule } from './standards/standards.module';
import { SupervisionNoticesModule } from './supervision-notices/supervision-notices.module';
import { TodayModule } from './today/today.module';
import { TradesModule } from './trades/trades.module';
import { UnitsModule } from './units/units.module';
import { WorkSummariesModule } from './work-summaries/work-summaries.module';

const features: NonNullable<DynamicModule['imports']> = [
  AccessModule,
  AccountabilityModule,
  AreasModule,
  CampaignsModule,
  ChecklistsModule,
  ContactsModule,
  DashboardsModule,
  DemoLoginsModule,
  DemoModule,
  DutiesModule,
  DutyRecordsModule,
  EvidencePacksModule,
  HazardsModule,
  IdentityModule,
  InspectionsModule,
  LedgerModule,
  PapersModule,
  PeopleModule,
  PhotosModule,
  PointsModule,
  PostsModule,
  SelfChecksModule,
  StandardsModule,
  RulesModule,
  SupervisionNoticesModule,
  PublicReportsModule,
  TradesModule,
  UnitsModule,
  WorkSummariesModule,
  TodayModule,
];

/** The whole server on an open database. */
@Module({})
export class AppModule {
  static on(source: DataSource, config: Config, clock: Clock): DynamicModule {
    const database = TypeOrmModule.forRootAsync({
      useFactory: () => source.options,
      dataSourceFactory: async () => source,
    });
    return {
      module: AppModule,
      imports: [database, PlatformModule.with(config, clock), ...features],
      controllers: [HealthController],
    };
  }
}
