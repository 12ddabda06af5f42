const KNOWN: readonly [RegExp, string][] = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, '安卓手机'],
  [/Windows/, 'Windows 电脑'],
  [/Macintosh/, '苹果电脑'],
  [/Linux/, 'Linux 电脑'],
];

/** What the list of open sessions calls this device. */
export function deviceName(): string {
  const kind = KNOWN.find(([pattern]) => pattern.test(navigator.userAgent))?.[1] ?? '设备';
  return `${kind}上的浏览器`;
}
