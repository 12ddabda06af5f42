// `npm run check`: types, format and lint, boundaries, dead code.
import './node-version.mjs';
import { install, isInstalled } from './build.mjs';
import { main } from './console.mjs';
import { check } from './static-checks.mjs';

await main(async () => {
  if (!isInstalled()) await install();
  return (await check()).failed === 0 ? 0 : 1;
});
