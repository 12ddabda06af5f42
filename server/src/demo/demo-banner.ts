import { demoLogins } from './demo-logins';

/** The demo accounts as lines for a terminal. */
export function demoBanner(): string {
  const logins = demoLogins();
  const lines = logins.map(({ login, name, post, areaName }) => `  ${login.padEnd(16)}${post} ${name} ${areaName}`);
  return [`演示账号（人物、企业均为示例），密码都是 ${logins[0]?.password}：`, ...lines].join('\n');
}
