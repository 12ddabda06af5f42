import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { SAMPLE_PERCENT } from '@zerentian/shared/hazards/hazard.sampling';

/** 抽查: the lot falls on the server as the report arrives, so that nobody who reports can know or steer it. */
@Injectable()
export class HazardSampling {
  isDrawn(): boolean {
    return randomInt(100) < SAMPLE_PERCENT;
  }
}
