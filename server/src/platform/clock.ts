import { Injectable } from '@nestjs/common';

/** The only source of `now`: tests and the demo's history set it, nothing else reads the machine's clock. */
@Injectable()
export class Clock {
  private fixed: Date | null = null;

  now(): Date {
    return this.fixed ?? new Date();
  }

  /** Stops the clock at an instant, or lets it run again with null. */
  set(instant: Date | null): void {
    this.fixed = instant;
  }
}
