import { Module } from '@nestjs/common';
import { AreasModule } from '../areas/areas.module';
import { DutiesModule } from '../duties/duties.module';
import { HazardsModule } from '../hazards/hazards.module';
import { InspectionsModule } from '../inspections/inspections.module';
import { PapersModule } from '../papers/papers.module';
import { RemindersModule } from '../reminders/reminders.module';
import { UnitsModule } from '../units/units.module';
import { DutyRecordEvidence } from './duty-record-evidence.service';
import { EvidencePacksController } from './evidence-packs.controller';
import { EvidencePacks } from './evidence-packs.service';
import { EvidenceScopes } from './evidence-scopes.service';
import { HazardEvidence } from './hazard-evidence.service';
import { InspectionEvidence } from './inspection-evidence.service';
import { LedgerEvidence } from './ledger-evidence.service';

@Module({
  imports: [AreasModule, DutiesModule, HazardsModule, InspectionsModule, PapersModule, RemindersModule, UnitsModule],
  controllers: [EvidencePacksController],
  providers: [DutyRecordEvidence, EvidencePacks, EvidenceScopes, HazardEvidence, InspectionEvidence, LedgerEvidence],
})
export class EvidencePacksModule {}
