// `npm start`: from a clean clone to a running server; a second start builds only what changed.
import './node-version.mjs';
import { buildServer, h5, install, isInstalled } from './build.mjs';
import { duration, main, say } from './console.mjs';
import { runForeground } from './processes.mjs';

async function step(number, words, isFresh, work) {
  if (isFresh()) {
    say(`[${number}/4] ${words} ✓`);
    return;
  }
  const started = Date.now();
  say(`[${number}/4] ${words} …`);
  await work();
  say(`[${number}/4] ${words} ✓ ${duration(Date.now() - started)}`);
}

await main(async () => {
  await step(1, '安装依赖 installing packages', isInstalled, install);
  await step(2, '编译服务端 compiling the server', () => false, buildServer);
  await step(3, '构建网页 building the web pages', h5.isFresh, h5.build);
  say('[4/4] 启动 starting');
  return runForeground('server/dist/main.js');
});
