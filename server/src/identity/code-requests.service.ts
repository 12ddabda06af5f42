import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import type { HandedOverCode, HandOverCode } from '@zerentian/shared/people/account.contract';
import type { RequestCode } from '@zerentian/shared/people/session.contract';
import type { EntityManager } from 'typeorm';
import { Ledger } from '../ledger/ledger.service';
import type { Actor } from '../platform/auth/actor';
import { RateLimiter } from '../platform/auth/rate-limiter';
import { Clock } from '../platform/clock';
import { CodeSender } from '../platform/codes/code-sender';
import { OneTimeCodes } from '../platform/codes/one-time-codes.service';
import { ProblemError } from '../platform/problem';
import { momentOf } from '../platform/writes/moment';
import { Writes } from '../platform/writes/writes.service';
import { Access, type HeldPost } from '../posts/access.service';
import { Identities, type RosterPerson } from './identities.service';
import type { Caller } from './sessions.service';

/** The three ways to a one-time code: sent to the phone, shown in the demo, handed over in person. */
@Injectable()
export class CodeRequests implements OnModuleDestroy {
  private readonly log = new Logger('Codes');
  private readonly onTheirWay = new Set<Promise<void>>();

  constructor(
    private readonly codes: OneTimeCodes,
    private readonly sender: CodeSender,
    private readonly identities: Identities,
    private readonly limiter: RateLimiter,
    private readonly access: Access,
    private readonly writes: Writes,
    private readonly ledger: Ledger,
    private readonly clock: Clock,
  ) {}

  /** What is on its way is sent before the server stops. */
  async onModuleDestroy(): Promise<void> {
    await Promise.all(this.onTheirWay);
  }

  /**
   * Sends a code to a phone of the roster. For a phone that is not in it everything is the same but the sending, and that happens after
   * the answer: neither words nor time tell who is in the roster.
   * @throws too_many_requests; codes_not_sent where nothing sends them: an official hands them over in person
   */
  async request(input: RequestCode, caller: Caller): Promise<{ expiresAt: string; demoCode?: string }> {
    this.limiter.count('code-by-address', caller.address);
    if (this.sender.way === 'none') throw new ProblemError('codes_not_sent');
    await this.codes.limit(input.phone);
    const { code, expiresAt } = await this.writes.transaction((tx) => this.codes.issue(tx, input.phone));
    const person = await this.identities.byPhone(input.phone);
    if (this.sender.way === 'shown') return { expiresAt: expiresAt.toISOString(), demoCode: code };
    if (person) this.sendLater(input.phone, code);
    return { expiresAt: expiresAt.toISOString() };
  }

  /**
   * A named official has seen who it is and hands the code over: 党政综合办 or the administrator, to people of their own area; the
   * administrator's own account only by an administrator. The code is in this answer alone, so a repeat makes another.
   * @throws forbidden, not_found, outside_scope, too_many_requests
   */
  async handOver(actor: Actor, input: HandOverCode): Promise<HandedOverCode> {
    const moment = momentOf(input, this.clock.now());
    const wanted = { postId: input.actingPostId, at: moment.occurredAt };
    const post = await this.access.actIn(actor, wanted, (held) => OFFICIALS.has(held.profile));
    this.limiter.count('code-by-official', actor.personId);
    const person = await this.identities.byPhone(input.phone);
    if (!person) throw new ProblemError('not_found', '名册里没有（或不止一人登记了）这个手机号。请先在名册里核对。');
    await this.identities.mustReach(post, person);
    const issued = await this.writes.transaction(async (tx) => {
      await this.ledgerHandOver(tx, { personId: actor.personId, postId: post.id, moment }, person);
      return this.codes.issue(tx, input.phone);
    });
    return { code: issued.code, expiresAt: issued.expiresAt.toISOString(), personName: person.name };
  }

  private ledgerHandOver(
    tx: EntityManager,
    by: Pick<Parameters<Ledger['record']>[1], 'personId' | 'postId' | 'moment'>,
    person: RosterPerson,
  ) {
    const subject = { subjectType: 'person', subjectId: person.id };
    return this.ledger.record(tx, { ...by, ...subject, areaCode: person.areaCode, act: 'hand-over-code', changes: {} });
  }

  private sendLater(phone: string, code: string): void {
    const sending = this.sender
      .send(phone, code)
      .catch((error: unknown) =>
        this.log.error(`a code could not be sent: ${(error as Error).name} ${(error as Error).message}`),
      )
      .finally(() => this.onTheirWay.delete(sending));
    this.onTheirWay.add(sending);
  }
}

const OFFICIALS = new Set<HeldPost['profile']>(['administrator', 'office']);
