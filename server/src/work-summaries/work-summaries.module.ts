import { Module } from '@nestjs/common';
import { DutiesModule } from '../duties/duties.module';
import { DutyRecordsModule } from '../duty-records/duty-records.module';
import { DiligenceProofs } from './diligence-proofs.service';
import { OwnActs } from './own-acts.service';
import { OwnNames } from './own-names.service';
import { DiligenceProofsController, WorkSummariesController } from './work-summaries.controller';
import { WorkSummaries } from './work-summaries.service';

/** What one may print about one's own work. */
@Module({
  imports: [DutiesModule, DutyRecordsModule],
  controllers: [DiligenceProofsController, WorkSummariesController],
  providers: [DiligenceProofs, OwnActs, OwnNames, WorkSummaries],
})
export class WorkSummariesModule {}
