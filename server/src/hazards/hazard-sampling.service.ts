import { randomInt } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { RulesService } from '../rules/rules.service';

/** 抽查: the lot falls on the server as the report arrives, so that nobody who reports can know or steer it. */
@Injectable()
export class HazardSampling {
  @Inject() private readonly rules: RulesService;

  isDrawn(): boolean {
    return randomInt(100) < this.rules.current.values['spot-check-share'].value;
  }
}
