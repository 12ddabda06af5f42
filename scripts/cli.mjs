// `npm run cli -- …`: the server's command line, compiled first when its sources changed.
import './node-version.mjs';
import { prepareServer } from './build.mjs';
import { main } from './console.mjs';
import { runForeground } from './processes.mjs';

await main(async () => {
  await prepareServer();
  return runForeground('server/dist/cli/main.js', process.argv.slice(2));
});
