import { Injectable } from '@nestjs/common';
import { addDays, dateOf, startOf } from '@zerentian/shared/calendar';
import type { EntityManager } from 'typeorm';
import { PeopleService } from '../people/people.service';
import { hashPassword } from '../platform/auth/password';
import type { By } from '../platform/writes/by';
import { PostsService } from '../posts/posts.service';
import { TenuresService } from '../posts/tenures.service';
import { UnitsService } from '../units/units.service';
import { demoAccounts } from './demo-logins';
import { demoPlan, FIRST_DAY, type Plan, type PlannedChange } from './demo-plan';

const OFFICE_OPENS_MS = 9 * 3600_000;

/**
 * The invented township, entered through the same services as a real one: each act with its ledger entry, on the day on which it
 * would have been written down. Dates lie relative to today.
 */
@Injectable()
export class DemoRegister {
  constructor(
    private readonly units: UnitsService,
    private readonly people: PeopleService,
    private readonly posts: PostsService,
    private readonly tenures: TenuresService,
  ) {}

  /** The password's hash is slow to make, so it is made before the transaction begins, once for all accounts. */
  async prepare(): Promise<string> {
    return hashPassword(demoAccounts()[0]?.password ?? '');
  }

  /** Enters everything in the caller's transaction. `now`: the instant that counts as today. */
  async enter(tx: EntityManager, now: Date, passwordHash: string): Promise<void> {
    const plan = demoPlan();
    const first = on(now, FIRST_DAY);
    for (const unit of plan.units) await this.units.enter(tx, first, unit);
    for (const { holders: _, managedBy: __, ...post } of plan.posts) await this.posts.enter(tx, first, post);
    await this.enterPeople(tx, now, plan, passwordHash);
    for (const change of plan.changes) await this.change(tx, now, change);
  }

  /** Everybody is in the roster by the day of their first appointment. */
  private async enterPeople(tx: EntityManager, now: Date, plan: Plan, passwordHash: string): Promise<void> {
    const accounts = new Map(demoAccounts().map((account) => [account.personId, account]));
    for (const person of plan.people) {
      const account = accounts.get(person.id);
      await this.people.enter(tx, on(now, FIRST_DAY), {
        ...person,
        login: account?.login,
        passwordHash: account ? passwordHash : null,
      });
    }
  }

  private async change(tx: EntityManager, now: Date, change: PlannedChange): Promise<void> {
    const by = on(now, change.day);
    const date = (days: number) => addDays(dateOf(now), days);
    if (change.what === 'end') {
      await this.tenures.close(tx, by, change.tenureId, { until: date(change.until), basis: change.basis });
      return;
    }
    const { id, personId, postId, kind, lead, basis } = change;
    await this.tenures.enter(tx, by, { id, personId, postId, kind, lead, basis, from: date(change.from) });
  }
}

/** In the morning of a day counted from today, on nobody's account: the system is being set up. */
function on(now: Date, day: number): By {
  const at = new Date(startOf(addDays(dateOf(now), day)).getTime() + OFFICE_OPENS_MS);
  return { personId: null, postId: null, moment: { occurredAt: at, receivedAt: at, doubted: false } };
}
