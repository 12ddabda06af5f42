// The programs that tests need and npm does not bring: installed from Debian when we may, named plainly when not.
import { existsSync, readFileSync } from 'node:fs';
import { heartbeat, say } from './console.mjs';
import { findProgram, hasMariadb } from './mariadb.mjs';
import { run } from './processes.mjs';

/** Where a Chromium that playwright-core can drive is; `CHROMIUM_PATH` wins. */
export function findChromium() {
  const mac = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
  return (
    process.env.CHROMIUM_PATH ||
    findProgram('chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable') ||
    (existsSync(mac) ? mac : undefined)
  );
}

async function hasChineseFont() {
  if (process.platform !== 'linux') return true;
  const { code, output } = await run('fc-list', [':lang=zh-cn'], { quiet: true });
  return code === 0 && output.trim() !== '';
}

/** By need: how to see that it is there, its Debian packages, and its name for people. */
const programs = {
  mariadb: {
    isThere: async () => hasMariadb(),
    packages: ['mariadb-server-core', 'mariadb-client-core'],
    name: 'MariaDB 服务器 server (mariadbd, mariadb-install-db)',
  },
  chromium: {
    isThere: async () => Boolean(findChromium()),
    packages: ['chromium'],
    name: 'Chromium 浏览器 browser',
  },
  fonts: {
    isThere: hasChineseFont,
    packages: ['fontconfig', 'fonts-noto-cjk'],
    name: '中文字体 a Chinese font (Noto CJK)',
  },
};

async function missingOf(needs) {
  const missing = [];
  for (const need of needs) {
    if (!(await programs[need].isThere())) missing.push(need);
  }
  return missing;
}

function mayInstall() {
  if (process.getuid?.() !== 0 || !existsSync('/etc/os-release') || !findProgram('apt-get')) return false;
  return /^ID(_LIKE)?=.*debian/m.test(readFileSync('/etc/os-release', 'utf8'));
}

async function aptGet(args) {
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const stop = heartbeat(() => `apt-get ${args[0]}`);
  const { code, output } = await run('apt-get', ['-q', ...args], { quiet: true, env });
  stop();
  if (code !== 0) say(output.slice(-3000));
  return code === 0;
}

async function install(missing) {
  const packages = missing.flatMap((need) => programs[need].packages);
  say(`      安装系统软件包 installing from Debian: ${packages.join(' ')} …`);
  if (!(await aptGet(['update']))) return;
  await aptGet(['install', '-y', '--no-install-recommends', ...packages]);
}

/**
 * Sees to it that the named needs (`mariadb`, `chromium`, `fonts`) are there.
 * @returns those that are still missing, each with what to tell the person
 */
export async function ensurePrograms(needs) {
  let missing = await missingOf(needs);
  if (missing.length > 0 && mayInstall()) {
    await install(missing);
    missing = await missingOf(missing);
  }
  return missing.map((need) => {
    const { name, packages } = programs[need];
    return { need, message: `缺少 missing: ${name}。Debian: sudo apt-get install ${packages.join(' ')}` };
  });
}
