// npm run looks [-- FOLDER] [--only name,…] [--device phone|desk] [--font standard|large|care]
// Pictures of every page at both widths, in both themes and every size of type, with contact sheets, and what can be
// measured on them. Ends with 1 where a page breaks a rule. WEB_DIR names other pages than the built ones.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { PlainError, say } from '../../scripts/console.mjs';
import { findChromium } from '../../scripts/debian.mjs';
import { SCENES } from './scenes.mjs';
import { findSamples, placed } from './support/samples.mjs';
import { startDemo } from './support/server.mjs';
import { writeSheets } from './support/sheets.mjs';
import { printed, rowsOf } from './support/table.mjs';
import { FONTS, openWindow, SCHEMES, view, WIDTHS } from './support/viewer.mjs';

/** The command; answers its exit code. */
export async function looks(args) {
  const options = { only: { type: 'string' }, device: { type: 'string' }, font: { type: 'string' } };
  const { positionals, values } = parseArgs({ args, allowPositionals: true, options });
  const wanted = wantedOf(values);
  const folder = resolve(positionals[0] ?? 'test/output/looks');
  mkdirSync(folder, { recursive: true });
  const breaches = await viewAll(wanted, folder);
  writeFileSync(join(folder, 'breaches.json'), JSON.stringify(breaches, null, 1));
  for (const device of wanted.devices) await writeSheets(picturesOf(wanted, device, folder), device, folder);
  say(`\n${printed(rowsOf(breaches))}\n\n${breaches.length} breaches; pictures and sheets in ${folder}`);
  return breaches.length > 0 ? 1 : 0;
}

function wantedOf({ only, device, font }) {
  const starts = only?.split(',');
  if (device && !WIDTHS[device]) throw new PlainError(`--device ${Object.keys(WIDTHS).join(' | ')}`);
  if (font && !FONTS.includes(font)) throw new PlainError(`--font ${FONTS.join(' | ')}`);
  const scenes = SCENES.filter(({ name }) => !starts || starts.some((start) => name.startsWith(start)));
  if (scenes.length === 0) throw new PlainError(`--only: ${SCENES.map(({ name }) => name).join(', ')}`);
  return { scenes, devices: device ? [device] : Object.keys(WIDTHS), fonts: font ? [font] : FONTS };
}

const isOn = (device) => (scene) => !scene.widths || scene.widths.includes(device);

async function viewAll({ scenes, devices, fonts }, folder) {
  const server = await startDemo(process.env.WEB_DIR);
  const browser = await launch();
  try {
    const samples = await findSamples(server.url);
    const places = scenes.map((scene) => placed(scene, samples));
    const breaches = [];
    for (const device of devices)
      for (const font of fonts) {
        const windows = windowsFor(places.filter(isOn(device)), samples);
        for (const { session, own } of windows) {
          const window = await openWindow(browser, server.url, { device, font, session });
          for (const scene of own) breaches.push(...(await viewOne(window, scene, folder)));
          await window.context.close();
        }
      }
    return breaches;
  } finally {
    await browser.close();
    await server.stop();
  }
}

/** One per person: scenes of the same person share it. */
function windowsFor(scenes, { people }) {
  return [...new Set(scenes.map(({ as }) => as))].map((login) => ({
    session: login && people[login].session,
    own: scenes.filter(({ as }) => as === login),
  }));
}

async function viewOne(window, scene, folder) {
  const { device, font } = window;
  const found = await view(window, scene, folder).catch((error) => [
    { rule: 'page does not stand', where: scene.path, what: error.message.split('\n')[0], scheme: 'light' },
  ]);
  say(`${device} ${font} ${scene.name}${found.length > 0 ? `: ${found.length}` : ' ✓'}`);
  return found.map((breach) => ({ ...breach, scene: scene.name, variant: `${device} ${breach.scheme} ${font}` }));
}

/** As root Chromium runs only without its sandbox. */
function launch() {
  const executablePath = findChromium();
  if (!executablePath) throw new PlainError('没有 Chromium，请安装或设置 CHROMIUM_PATH no Chromium: install it');
  const isRoot = process.getuid?.() === 0;
  return chromium.launch({
    executablePath,
    args: ['--disable-dev-shm-usage', ...(isRoot ? ['--no-sandbox'] : [])],
  });
}

function picturesOf({ scenes, fonts }, device, folder) {
  return scenes
    .filter(isOn(device))
    .flatMap(({ name }) => fonts.flatMap((font) => SCHEMES.map((scheme) => `${name}-${device}-${scheme}-${font}`)))
    .map((name) => ({ name, file: join(folder, `${name}.png`) }))
    .filter(({ file }) => existsSync(file));
}
