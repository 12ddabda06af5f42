import type { Config } from '../config';
import { CodeSender } from './code-sender';

const TIMEOUT_MS = 10_000;

/**
 * Posts JSON to the gateway that SMS_URL names, with SMS_TOKEN as bearer token: `phone`, `code`, `minutes` for gateways that work with
 * templates, `text` for those that send words. Any 2xx counts as sent.
 */
export class SmsCodeSender extends CodeSender {
  readonly way = 'sms';

  constructor(
    private readonly gateway: NonNullable<Config['sms']>,
    private readonly minutes: number,
  ) {
    super();
  }

  async send(phone: string, code: string): Promise<void> {
    const { url, token } = this.gateway;
    const text = `【责任田】验证码 ${code}，${this.minutes} 分钟内有效。不要告诉别人；不是您本人操作请不用理会。`;
    const response = await fetch(url, {
      method: 'POST',
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
      headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
      body: JSON.stringify({ phone, code, minutes: this.minutes, text }),
    });
    await response.body?.cancel();
    if (!response.ok) throw new Error(`the SMS gateway answered ${response.status}`);
  }
}
