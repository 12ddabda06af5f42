import { Body, Controller, Get, Inject, Ip, Post, Put } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import { id } from '@zerentian/shared/fields';
import { photoView } from '@zerentian/shared/photos/photo.contract';
import { followCode, pointCode } from '@zerentian/shared/public-reports/public-code';
import {
  type AnnouncePublicPhoto,
  type AnswerPublicReport,
  announcePublicPhoto,
  answerPublicReport,
  followedReport,
  publicPointView,
  type SendPublicReport,
  sendPublicReport,
  sentPublicReport,
} from '@zerentian/shared/public-reports/public-report.contract';
import * as z from 'zod/mini';
import { OpenToAll, RequestKey, type Sender } from '../platform/auth/actor';
import { RateLimiter } from '../platform/auth/rate-limiter';
import { Answers, FromBody, FromPath } from '../platform/http/contract';
import { ProblemError } from '../platform/problem';
import { PublicFollow } from './public-follow.service';
import { PublicPhotos } from './public-photos.service';
import { PublicPoints } from './public-points.service';
import { PublicReports } from './public-reports.service';

const partNumber = z.coerce.number('块编号应为 0 起的整数').check(z.int('块编号应为 0 起的整数'), z.gte(0), z.lte(99));

/** What anybody may do who has scanned a code: no session, no names, and only so often. */
@ApiTags('public')
@OpenToAll()
@Controller('public')
export class PublicController {
  @Inject() private readonly following: PublicFollow;
  @Inject() private readonly limiter: RateLimiter;
  @Inject() private readonly photos: PublicPhotos;
  @Inject() private readonly points: PublicPoints;
  @Inject() private readonly reports: PublicReports;

  @Get('points/:code')
  @Answers(publicPointView)
  async point(@FromPath('code', pointCode) code: string, @Ip() address: string) {
    this.limiter.count('public-lookup-by-address', address);
    return this.points.view(await this.points.withCode(code));
  }

  @Post('points/:code/reports')
  @Answers(sentPublicReport, 201)
  send(
    @FromPath('code', pointCode) code: string,
    @FromBody(sendPublicReport) input: SendPublicReport,
    @Ip() address: string,
    @RequestKey() request: Sender['request'],
  ) {
    return this.reports.send(code, { address, request }, input);
  }

  @Post('points/:code/photos')
  @Answers(photoView, 201)
  announce(
    @FromPath('code', pointCode) code: string,
    @FromBody(announcePublicPhoto) input: AnnouncePublicPhoto,
    @Ip() address: string,
  ) {
    return this.photos.announce(code, address, input);
  }

  @Put('photos/:reportId/:id/parts/:n')
  @ApiConsumes('application/octet-stream')
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @Answers(photoView)
  receive(
    @FromPath('reportId', id) reportId: string,
    @FromPath('id', id) photoId: string,
    @FromPath('n', partNumber) n: number,
    @Body() bytes: unknown,
    @Ip() address: string,
  ) {
    if (!Buffer.isBuffer(bytes)) throw new ProblemError('unsupported_media_type');
    return this.photos.receive(address, reportId, photoId, n, bytes);
  }

  @Get('reports/:followCode')
  @Answers(followedReport)
  follow(@FromPath('followCode', followCode) code: string, @Ip() address: string) {
    return this.following.of(code, address);
  }

  @Post('reports/:followCode/feedback')
  @Answers(followedReport)
  answer(
    @FromPath('followCode', followCode) code: string,
    @FromBody(answerPublicReport) input: AnswerPublicReport,
    @Ip() address: string,
    @RequestKey() request: Sender['request'],
  ) {
    return this.following.answer(code, { address, request }, input);
  }
}
