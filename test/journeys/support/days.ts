import { HazardEscalations } from '@zerentian/server/hazards/hazard-escalations.service';
import { addDays, startOf } from '@zerentian/shared/calendar';
import type { Township } from '../../support/township';

const HOUR_MS = 3600_000;

/** Days as they pass in the town: its clock goes on, whatever it answers carries that time, and the job of escalation is done on each. */
export class Days {
  private reached = 0;

  /** Begins at nine in the morning of the first. */
  constructor(
    private readonly town: Township,
    private readonly first: string,
  ) {
    town.nest
      .getHttpServer()
      .prependListener('request', (_: unknown, answer: { setHeader(name: string, value: string): void }) =>
        answer.setHeader('date', town.clock.now().toUTCString()),
      );
    this.at(9);
  }

  /** The date of the day so many after the first. */
  date(count: number): string {
    return addDays(this.first, count);
  }

  /** Passes day by day, up to the afternoon of one. */
  async pass(until: number): Promise<void> {
    while (this.reached < until) {
      this.reached += 1;
      this.at(13);
      await this.town.nest.get(HazardEscalations, { strict: false }).sweep();
    }
  }

  private at(hour: number): void {
    this.town.clock.set(new Date(startOf(this.date(this.reached)).getTime() + hour * HOUR_MS));
  }
}
