import { Inject, Injectable, Logger } from '@nestjs/common';
import { Clock } from '../clock';
import { CONFIG, type Config } from '../config';
import { ProblemError } from '../problem';
import { AccessToken } from './access-token';
import { BUSY, CODE_REFUSED, TOKEN_REFUSED, type WechatAnswer, WechatFailure } from './wechat-answer';

const TIMEOUT_MS = 5000;
const BUSY_TRIES = 2;

/**
 * The few calls that sign-in needs of WeChat's servers. What goes wrong there is one of two problems here: the code is no good (take
 * another), or WeChat cannot be reached (use the password). Neither addresses nor answers are ever logged: they hold the secret, the
 * access token and session keys.
 */
@Injectable()
export class WechatClient {
  /** How long an answer may take; a test makes it short. */
  timeoutMs = TIMEOUT_MS;
  private readonly log = new Logger('WeChat');
  private readonly token: AccessToken;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    clock: Clock,
  ) {
    this.token = new AccessToken(clock, (refresh) => this.fetchToken(refresh));
  }

  /**
   * Whose phone a `wx.login` code comes from. The session key in the answer is dropped: nothing here decrypts with it.
   * @throws wechat_code_invalid, wechat_unavailable
   */
  async openIdOf(code: string): Promise<string> {
    const { appId, secret } = this.settings();
    const query = { appid: appId, secret, js_code: code, grant_type: 'authorization_code' };
    const { openid } = await this.named(() => this.call('GET', '/sns/jscode2session', query));
    if (typeof openid !== 'string' || openid.length === 0 || openid.length > 64)
      throw this.unavailable('jscode2session gave no openid');
    return openid;
  }

  /**
   * The phone number that the person agreed to hand over with `getPhoneNumber`, without country code; null for a number outside mainland China.
   * @throws wechat_code_invalid, wechat_unavailable
   */
  async phoneOf(phoneCode: string): Promise<string | null> {
    const { phone_info: phone } = await this.named(() =>
      this.withToken((token) =>
        this.call('POST', '/wxa/business/getuserphonenumber', { access_token: token }, { code: phoneCode }),
      ),
    );
    if (typeof phone?.purePhoneNumber !== 'string') throw this.unavailable('getuserphonenumber gave no number');
    return String(phone.countryCode) === '86' ? phone.purePhoneNumber : null;
  }

  /** A token that WeChat no longer takes is replaced once. */
  private async withToken(act: (token: string) => Promise<WechatAnswer>): Promise<WechatAnswer> {
    const token = await this.token.current();
    try {
      return await act(token);
    } catch (error) {
      if (!(error instanceof WechatFailure) || !TOKEN_REFUSED.has(error.errcode)) throw error;
      return act(await this.token.renewed(token));
    }
  }

  /** Stable tokens: another server that asks for one does not end ours. */
  private async fetchToken(refresh: boolean): Promise<{ token: string; seconds: number }> {
    const { appId, secret } = this.settings();
    const body = { grant_type: 'client_credential', appid: appId, secret, force_refresh: refresh };
    const { access_token: token, expires_in: seconds } = await this.call('POST', '/cgi-bin/stable_token', {}, body);
    if (typeof token !== 'string' || typeof seconds !== 'number') throw this.unavailable('stable_token gave no token');
    return { token, seconds };
  }

  private async named<T>(act: () => Promise<T>): Promise<T> {
    try {
      return await act();
    } catch (error) {
      if (!(error instanceof WechatFailure)) throw error;
      if (CODE_REFUSED.has(error.errcode)) throw new ProblemError('wechat_code_invalid');
      throw this.unavailable(`${error.path} answered errcode ${error.errcode}`);
    }
  }

  /** One call; asked again once when WeChat says that it is busy. */
  private async call(
    method: 'GET' | 'POST',
    path: string,
    query: Record<string, string>,
    body?: object,
  ): Promise<WechatAnswer> {
    for (let attempt = 1; ; attempt++) {
      const answer = await this.send(method, path, query, body);
      const errcode = answer.errcode ?? 0;
      if (errcode === 0) return answer;
      if (errcode !== BUSY || attempt === BUSY_TRIES) throw new WechatFailure(path, errcode);
    }
  }

  private async send(
    method: 'GET' | 'POST',
    path: string,
    query: Record<string, string>,
    body?: object,
  ): Promise<WechatAnswer> {
    const address = new URL(`${this.settings().api.replace(/\/$/, '')}${path}`);
    address.search = new URLSearchParams(query).toString();
    try {
      const response = await fetch(address, {
        method,
        redirect: 'error',
        signal: AbortSignal.timeout(this.timeoutMs),
        ...(body ? { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) } : {}),
      });
      if (!response.ok) throw this.unavailable(`${path} answered status ${response.status}`);
      return (await response.json()) as WechatAnswer;
    } catch (error) {
      if (error instanceof ProblemError) throw error;
      throw this.unavailable(`${path} gave no answer: ${(error as Error).name}`);
    }
  }

  private settings(): NonNullable<Config['wechat']> {
    if (!this.config.wechat)
      throw new ProblemError('wechat_unavailable', '本系统还没有开通微信登录。请改用账号密码登录。');
    return this.config.wechat;
  }

  private unavailable(why: string): ProblemError {
    this.log.warn(why);
    return new ProblemError('wechat_unavailable');
  }
}
