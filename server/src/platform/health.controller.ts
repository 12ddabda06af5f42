import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import * as z from 'zod/mini';
import { OpenToAll } from './auth/actor';
import { Answers } from './http/contract';
import { VERSION } from './version';

const health = z.object({ status: z.literal('ok'), database: z.string(), version: z.string() });

@ApiTags('platform')
@Controller('healthz')
export class HealthController {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  @Get()
  @OpenToAll()
  @Answers(health)
  async check() {
    await this.source.query('SELECT 1');
    const type = this.source.options.type;
    return { status: 'ok' as const, database: type === 'better-sqlite3' ? 'sqlite' : type, version: VERSION };
  }
}
