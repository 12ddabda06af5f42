import { Body, Controller, Get, Post, Put, Res, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import { id } from '@zerentian/shared/fields';
import { type AnnouncePhoto, announcePhoto, photoView } from '@zerentian/shared/photos/photo.contract';
import { type PhotoQuery, photoQuery } from '@zerentian/shared/photos/photo-link.contract';
import type { FastifyReply } from 'fastify';
import * as z from 'zod/mini';
import { type Actor, CurrentActor, OpenToAll } from '../platform/auth/actor';
import { Answers, AnswersFile, FromBody, FromPath, FromQuery } from '../platform/http/contract';
import { ProblemError } from '../platform/problem';
import { PhotoFiles } from './photo-files.service';
import { PhotoUploads } from './photo-uploads.service';

const partNumber = z.coerce
  .number('块编号应为 0 起的整数')
  .check(z.int('块编号应为 0 起的整数'), z.gte(0), z.lte(9999));

@ApiTags('photos')
@Controller('photos')
export class PhotosController {
  constructor(
    private readonly uploads: PhotoUploads,
    private readonly files: PhotoFiles,
  ) {}

  @Post()
  @Answers(photoView, 201)
  announce(@CurrentActor() actor: Actor, @FromBody(announcePhoto) input: AnnouncePhoto) {
    return this.uploads.announce(actor, input);
  }

  @Put(':id/parts/:n')
  @ApiConsumes('application/octet-stream')
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @Answers(photoView)
  receive(
    @CurrentActor() actor: Actor,
    @FromPath('id', id) photoId: string,
    @FromPath('n', partNumber) n: number,
    @Body() bytes: unknown,
  ) {
    if (!Buffer.isBuffer(bytes)) throw new ProblemError('unsupported_media_type');
    return this.uploads.receive(actor, photoId, n, bytes);
  }

  @Get(':id/state')
  @Answers(photoView)
  state(@CurrentActor() actor: Actor, @FromPath('id', id) photoId: string) {
    return this.uploads.state(actor, photoId);
  }

  @Get(':id')
  @OpenToAll()
  @AnswersFile('image/jpeg')
  async open(
    @FromPath('id', id) photoId: string,
    @FromQuery(photoQuery) query: PhotoQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { stream, bytes, maxAge } = await this.files.open(photoId, query);
    reply.header('cache-control', maxAge === 0 ? 'no-store' : `private, max-age=${maxAge}, immutable`);
    return new StreamableFile(stream, { type: 'image/jpeg', length: bytes });
  }
}
