/** How the person or the phone takes a call of an API. */
export type Behaviour =
  /** It works. */
  | 'ok'
  /** The person thinks better of it. */
  | 'cancel'
  /** The person, or an earlier answer of theirs, forbids it. */
  | 'deny'
  /** There is no network, no camera, no satellite. */
  | 'fail'
  /** Too long without an answer. */
  | 'timeout'
  /** The server takes it, and its answer never arrives. */
  | 'answer-lost'
  /** No room left. */
  | 'full'
  /** No callback is ever called. */
  | 'hang';

/** A call that WeChat answers with `fail`; the text stands behind `api:fail`. */
export class WxFailure extends Error {
  constructor(
    text: string,
    readonly fields: Record<string, unknown> = {},
  ) {
    super(text);
  }
}

const NO_NETWORK = {
  errno: 600001,
  text: 'errcode:-106 cronet_error_code:-106 error_msg:net::ERR_INTERNET_DISCONNECTED',
};

const WORDS: Readonly<Record<Exclude<Behaviour, 'ok' | 'hang'>, string>> = {
  cancel: 'cancel',
  deny: 'auth deny',
  fail: 'system error',
  timeout: 'timeout',
  'answer-lost': 'timeout',
  full: 'the maximum size of the file storage limit is exceeded',
};

const NETWORK: readonly string[] = ['request', 'downloadFile'];

/** What WeChat says when a call goes wrong in that way. */
export function failureOf(api: string, behaviour: Exclude<Behaviour, 'ok' | 'hang'>): WxFailure {
  if (NETWORK.includes(api) && behaviour === 'fail') return new WxFailure(NO_NETWORK.text, { errno: NO_NETWORK.errno });
  if (behaviour === 'timeout' || behaviour === 'answer-lost') return new WxFailure(WORDS[behaviour], { errno: 5 });
  return new WxFailure(WORDS[behaviour]);
}
