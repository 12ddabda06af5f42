import Taro from '@tarojs/taro';

/** Opens the phone's dialler with the number; dialling remains the person's own act. */
export function call(number: string): void {
  // Cancelling the dialler is reported as a failure and is none.
  Taro.makePhoneCall({ phoneNumber: number }).catch(() => undefined);
}
