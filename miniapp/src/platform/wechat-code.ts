import Taro from '@tarojs/taro';

/** Whether this app runs inside WeChat, which then vouches for who holds the phone. */
export const inWechat = true;

/** A fresh code that the server exchanges for the WeChat identity; good for five minutes and one use. */
export async function wechatCode(): Promise<string> {
  const { code } = await Taro.login();
  return code;
}
