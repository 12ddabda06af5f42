// `npm run bench -- …`: the benchmarks of test/bench against a freshly compiled server.
import './node-version.mjs';
import { prepareServer } from './build.mjs';
import { main } from './console.mjs';
import { runForeground } from './processes.mjs';

await main(async () => {
  await prepareServer();
  return runForeground('test/bench/main.mjs', process.argv.slice(2));
});
