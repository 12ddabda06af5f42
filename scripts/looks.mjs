// `npm run looks -- …`: pictures and measurements of every page, of the pages as they are now.
import './node-version.mjs';
import { h5, prepareServer } from './build.mjs';
import { main } from './console.mjs';

await main(async () => {
  await prepareServer();
  if (!process.env.WEB_DIR) await h5.build();
  const { looks } = await import('../test/looks/main.mjs');
  return looks(process.argv.slice(2));
});
