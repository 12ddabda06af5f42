import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { BindWechat, SessionView, SignInWithWechat } from '@zerentian/shared/people/session.contract';
import { DataSource, type EntityManager, IsNull } from 'typeorm';
import { Ledger } from '../ledger/ledger.service';
import { Session, WechatBinding } from '../platform/auth/auth.entity';
import { RateLimiter } from '../platform/auth/rate-limiter';
import { Clock } from '../platform/clock';
import { OneTimeCodes } from '../platform/codes/one-time-codes.service';
import { forUpdate } from '../platform/database/data-source';
import { isDuplicate } from '../platform/database/database-errors';
import { ProblemError } from '../platform/problem';
import { WechatClient } from '../platform/wechat/wechat.client';
import { Writes } from '../platform/writes/writes.service';
import { Identities, type RosterPerson } from './identities.service';
import { type Caller, Sessions } from './sessions.service';

/**
 * Sign-in with WeChat. A WeChat identity is tied once to the person of the roster who has the phone, proved by a one-time code or by
 * WeChat itself; from then on `wx.login` is enough. The ledger keeps a digest of the identity, never the identity.
 */
@Injectable()
export class WechatSignIn {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly wechat: WechatClient,
    private readonly codes: OneTimeCodes,
    private readonly identities: Identities,
    private readonly sessions: Sessions,
    private readonly limiter: RateLimiter,
    private readonly writes: Writes,
    private readonly ledger: Ledger,
    private readonly clock: Clock,
  ) {}

  /** @throws not_bound, wechat_code_invalid, wechat_unavailable, too_many_requests */
  async signIn(input: SignInWithWechat, caller: Caller): Promise<SessionView> {
    this.limiter.count('sign-in-by-address', caller.address);
    const openId = await this.wechat.openIdOf(input.code);
    const binding = await this.source.manager.findOneBy(WechatBinding, { openId });
    if (!binding) throw new ProblemError('not_bound');
    return this.sessions.open(binding.personId, input.device);
  }

  /**
   * Binds and signs in. Whether a phone is in the roster is told only to whoever has proved that it is theirs.
   * @throws wrong_code, not_bound for a proved phone that the roster does not hold, and as signIn
   */
  async bind(input: BindWechat, caller: Caller): Promise<SessionView> {
    this.limiter.count('sign-in-by-address', caller.address);
    checkProof(input);
    const openId = await this.wechat.openIdOf(input.code);
    const phone = await this.provedPhone(input);
    const person = phone === null ? null : await this.identities.byPhone(phone);
    if (!person)
      throw new ProblemError('not_bound', '名册里没有找到这个手机号。请核对号码，或请管理员在名册里登记后再绑定。');
    await this.writes.transaction((tx) => this.tie(tx, openId, person));
    return this.sessions.open(person.id, input.device);
  }

  private async provedPhone({ phone, oneTimeCode, phoneCode }: BindWechat): Promise<string | null> {
    if (phoneCode !== undefined) return this.wechat.phoneOf(phoneCode);
    await this.codes.use(phone as string, oneTimeCode as string);
    return phone as string;
  }

  /** One identity per person and one person per identity; a new one takes the place of the old, whose devices are signed out. */
  private async tie(tx: EntityManager, openId: string, person: RosterPerson): Promise<void> {
    await tx.query(`SELECT id FROM person WHERE id = ?${forUpdate(tx.dataSource)}`, [person.id]);
    const before = await tx.findOneBy(WechatBinding, { personId: person.id });
    if (before?.openId === openId) return;
    const boundAt = this.clock.now();
    await tx.delete(WechatBinding, [{ personId: person.id }, { openId }]);
    await tx.insert(WechatBinding, { personId: person.id, openId, boundAt }).catch((error: unknown) => {
      throw isDuplicate(error) ? new ProblemError('busy') : error;
    });
    if (before) await tx.update(Session, { personId: person.id, revokedAt: IsNull() }, { revokedAt: boundAt });
    await this.ledger.record(tx, {
      areaCode: person.areaCode,
      act: 'bind-wechat',
      subjectType: 'person',
      subjectId: person.id,
      personId: person.id,
      postId: null,
      moment: { occurredAt: boundAt, receivedAt: boundAt, doubted: false },
      changes: {},
      facts: { wechat: digestOf(openId), replaced: before ? digestOf(before.openId) : null },
    });
  }
}

function digestOf(openId: string): string {
  return createHash('sha256').update(`wechat ${openId}`).digest('hex');
}

/** Either a phone with its code, or what getPhoneNumber gave. */
function checkProof({ phone, oneTimeCode, phoneCode }: BindWechat): void {
  if (phoneCode !== undefined) return;
  if (phone === undefined) throw ProblemError.at('invalid_input', 'phone', '请填写手机号');
  if (oneTimeCode === undefined) throw ProblemError.at('invalid_input', 'oneTimeCode', '请填写验证码');
}
