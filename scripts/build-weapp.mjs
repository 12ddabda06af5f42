// `npm run build:weapp -- --server https://…`: the WeChat package in miniapp/dist/weapp, for a server at that address.
import './node-version.mjs';
import { parseArgs } from 'node:util';
import { prepareServer, weapp } from './build.mjs';
import { main, PlainError, say } from './console.mjs';

function serverAddress() {
  const { values } = parseArgs({ options: { server: { type: 'string', default: 'http://127.0.0.1:3000' } } });
  const url = URL.canParse(values.server) ? new URL(values.server) : undefined;
  if (!url || !['http:', 'https:'].includes(url.protocol)) {
    throw new PlainError(
      `--server 需要一个网址，例如 https://example.cn 。 --server needs an address: ${values.server}`,
    );
  }
  if (url.protocol === 'http:' && !['127.0.0.1', 'localhost'].includes(url.hostname)) {
    say('注意：微信正式版只允许 https。 Note: published mini-programs may only use https.');
  }
  return values.server.replace(/\/+$/, '');
}

await main(async () => {
  const server = serverAddress();
  await prepareServer();
  say(`构建小程序 building the WeChat package for ${server} …`);
  await weapp(server).build();
  say('完成 done: miniapp/dist/weapp（用微信开发者工具打开 miniapp 文件夹 open it in WeChat DevTools）');
});
