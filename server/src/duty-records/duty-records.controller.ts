import { Controller, Get, Inject, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import {
  type DutyRecordQuery,
  dutyRecordPage,
  dutyRecordQuery,
  dutyRecordView,
  type RecordDuty,
  recordDuty,
} from '@zerentian/shared/duty-records/duty-record.contract';
import { type Actor, CurrentActor } from '../platform/auth/actor';
import { Answers, FromBody, FromQuery } from '../platform/http/contract';
import { DutyRecords } from './duty-records.service';

@ApiTags('duty-records')
@ApiBearerAuth()
@Controller('duty-records')
export class DutyRecordsController {
  @Inject() private readonly records: DutyRecords;

  @Post()
  @Answers(dutyRecordView, 201)
  record(@CurrentActor() actor: Actor, @FromBody(recordDuty) input: RecordDuty) {
    return this.records.record(actor, input);
  }

  @Get()
  @Answers(dutyRecordPage)
  list(@CurrentActor() actor: Actor, @FromQuery(dutyRecordQuery) query: DutyRecordQuery) {
    return this.records.list(actor, query);
  }
}
