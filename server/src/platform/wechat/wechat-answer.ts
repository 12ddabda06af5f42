/** What WeChat's servers answer: status 200 always, and an error code in the body. */
export interface WechatAnswer {
  errcode?: number;
  openid?: unknown;
  access_token?: unknown;
  expires_in?: unknown;
  phone_info?: { purePhoneNumber?: unknown; countryCode?: unknown };
}

/** 系统繁忙: the only error that asking again may cure. */
export const BUSY = -1;

/** The code is wrong (40029), used already (40163), or belongs to somebody whom WeChat blocks (40226). */
export const CODE_REFUSED: ReadonlySet<number> = new Set([40029, 40163, 40226]);

/** The access token is wrong (40001, 40014) or has expired (42001). */
export const TOKEN_REFUSED: ReadonlySet<number> = new Set([40001, 40014, 42001]);

/** WeChat answered with an error code. */
export class WechatFailure extends Error {
  constructor(
    readonly path: string,
    readonly errcode: number,
  ) {
    super(`errcode ${errcode}`);
  }
}
