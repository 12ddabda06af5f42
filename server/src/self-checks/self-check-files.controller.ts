import { Body, Controller, Get, Inject, Post, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  IMPORT_MOST_BYTES,
  type SelfCheckImportQuery,
  type SelfCheckSpan,
  selfCheckImportCheck,
  selfCheckImported,
  selfCheckImportQuery,
  selfCheckSpan,
} from '@zerentian/shared/self-checks/self-check.contract';
import type { FastifyReply } from 'fastify';
import { type Actor, CurrentActor } from '../platform/auth/actor';
import { Answers, AnswersFile, FromQuery } from '../platform/http/contract';
import { fileFrom, TakesFile } from '../platform/http/takes-file';
import { sendFile, XLSX } from '../platform/pdf/send-file';
import { SelfCheckExports } from './self-check-exports.service';
import { SelfCheckImports } from './self-check-import.service';

/** Files in and out of an enterprise's own list. */
@ApiTags('self-checks')
@ApiBearerAuth()
@Controller('self-checks')
export class SelfCheckFilesController {
  @Inject() private readonly exports: SelfCheckExports;
  @Inject() private readonly imports: SelfCheckImports;

  @Get('import-template')
  @ApiOperation({ summary: '导入模板' })
  @AnswersFile(XLSX)
  async template(@CurrentActor() actor: Actor, @Res() reply: FastifyReply) {
    sendFile(reply, await this.exports.template(actor));
  }

  @Get('ledger.xlsx')
  @ApiOperation({ summary: '自查台账（Excel）' })
  @AnswersFile(XLSX)
  async excel(@CurrentActor() actor: Actor, @FromQuery(selfCheckSpan) span: SelfCheckSpan, @Res() reply: FastifyReply) {
    sendFile(reply, await this.exports.excel(actor, span));
  }

  @Get('ledger.pdf')
  @ApiOperation({ summary: '自查台账（打印）' })
  @AnswersFile('application/pdf')
  async paper(@CurrentActor() actor: Actor, @FromQuery(selfCheckSpan) span: SelfCheckSpan, @Res() reply: FastifyReply) {
    sendFile(reply, await this.exports.paper(actor, span));
  }

  @Post('imports/check')
  @ApiOperation({ summary: '核对要导入的表格' })
  @TakesFile(IMPORT_MOST_BYTES)
  @Answers(selfCheckImportCheck)
  check(
    @CurrentActor() actor: Actor,
    @FromQuery(selfCheckImportQuery) query: SelfCheckImportQuery,
    @Body() file: unknown,
  ) {
    return this.imports.check(actor, query, fileFrom(file));
  }

  @Post('imports')
  @ApiOperation({ summary: '导入表格' })
  @TakesFile(IMPORT_MOST_BYTES)
  @Answers(selfCheckImported, 201)
  import(
    @CurrentActor() actor: Actor,
    @FromQuery(selfCheckImportQuery) query: SelfCheckImportQuery,
    @Body() file: unknown,
  ) {
    return this.imports.import(actor, query, fileFrom(file));
  }
}
