import { Controller, Get, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { id } from '@zerentian/shared/fields';
import {
  type OpenPublicPoints,
  openedPublicPoints,
  openPublicPoints,
  type PosterQuery,
  type PublicPointQuery,
  posterQuery,
  publicPointPage,
  publicPointQuery,
  publicPointRow,
  type RenewPublicPoint,
  renewPublicPoint,
} from '@zerentian/shared/public-reports/public-point.contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Actor, CurrentActor } from '../platform/auth/actor';
import { Answers, AnswersFile, FromBody, FromPath, FromQuery } from '../platform/http/contract';
import { sendFile } from '../platform/pdf/send-file';
import { PublicPointDesk } from './public-point-desk.service';
import { PublicPosters } from './public-posters.service';

@ApiTags('public-reports')
@ApiBearerAuth()
@Controller('public-points')
export class PublicPointsController {
  @Inject() private readonly desk: PublicPointDesk;
  @Inject() private readonly posters: PublicPosters;

  @Get()
  @Answers(publicPointPage)
  list(@CurrentActor() actor: Actor, @FromQuery(publicPointQuery) query: PublicPointQuery) {
    return this.desk.list(actor, query);
  }

  @Post()
  @Answers(openedPublicPoints)
  open(@CurrentActor() actor: Actor, @FromBody(openPublicPoints) input: OpenPublicPoints) {
    return this.desk.open(actor, input);
  }

  @Post(':id/renew')
  @Answers(publicPointRow)
  renew(
    @CurrentActor() actor: Actor,
    @FromPath('id', id) pointId: string,
    @FromBody(renewPublicPoint) input: RenewPublicPoint,
  ) {
    return this.desk.renew(actor, pointId, input);
  }

  @Get('posters')
  @ApiOperation({ summary: '举报二维码海报' })
  @AnswersFile('application/pdf')
  async print(
    @CurrentActor() actor: Actor,
    @FromQuery(posterQuery) query: PosterQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    sendFile(reply, await this.posters.of(actor, query, `${request.protocol}://${request.host}`));
  }
}
