/** Whether this app runs inside WeChat, which then vouches for who holds the phone. */
export const inWechat = false;

/** A browser has none; the page offers the password instead. */
export function wechatCode(): Promise<string> {
  return Promise.reject(new Error('no WeChat identity in a browser'));
}
