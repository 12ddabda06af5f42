/** What the list of open sessions calls this device. */
export function deviceName(): string {
  return '微信小程序';
}
