import { Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD } from '@nestjs/core';
import { AuthGuard } from './auth/auth.guard';
import { Clock } from './clock';
import { CONFIG, type Config } from './config';
import { PathMethods } from './http/path-methods';
import { Jobs } from './jobs/jobs.service';
import { ProblemFilter } from './problem.filter';
import { Writes } from './writes/writes.service';
import { WritesCleanup } from './writes/writes-cleanup.service';

/** What every feature stands on. */
@Global()
@Module({})
export class PlatformModule {
  static with(config: Config, clock: Clock) {
    const shared = [
      { provide: CONFIG, useValue: config },
      { provide: Clock, useValue: clock },
      PathMethods,
      Writes,
      Jobs,
    ];
    return {
      module: PlatformModule,
      providers: [
        ...shared,
        WritesCleanup,
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_GUARD, useClass: AuthGuard },
      ],
      exports: shared,
    };
  }
}
