import path from 'node:path';
import { defineConfig } from '@tarojs/cli';
import { ModuleSizes } from './module-sizes';

/**
 * One source, two targets. The less obvious settings:
 * - shared/ and @tanstack ship syntax that the phone's JavaScript engine and the
 *   minifier of the h5 build cannot read, so both are compiled with our own code;
 * - zod is left as it is: compiling it turns its namespaces into values, and 400 KB of
 *   messages in every language come along;
 * - contracts are imported from shared/src, not from its CommonJS dist: only
 *   what a page uses is bundled;
 * - lengths are plain px on both targets: a body text of 18 px must stay 18 px
 *   on every screen, so no conversion to rpx or rem takes place.
 */
const root = path.resolve(__dirname, '..');
const sharedSource = path.resolve(root, '../shared/src');
const compiledPackages = [sharedSource, (file: string) => /node_modules[\\/](@tanstack|uuidv7)[\\/]/.test(file)];

// Where scripts/build.mjs puts the build together.
const output = process.env.TARO_APP_OUTPUT ?? `dist/${process.env.TARO_ENV}`;
/** The folder that it becomes: `dist/weapp` for `dist/.weapp-123`. */
const finished = path.join(path.dirname(output), path.basename(output).replace(/^\.(.+)-\d+$/, '$1'));
const server = process.env.TARO_APP_SERVER ?? '';
const clientVersion = (require(path.join(root, 'package.json')) as { version: string }).version;
const isProduction = process.env.NODE_ENV === 'production';

export default defineConfig<'webpack5'>({
  projectName: 'zerentian',
  date: '2026-11-23',
  designWidth: 375,
  deviceRatio: { 375: 2, 640: 1.17, 750: 1, 828: 0.905 },
  sourceRoot: 'src',
  outputRoot: output,
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  plugins: ['@tarojs/plugin-framework-react'],
  cache: { enable: false },
  alias: {
    '@zerentian/shared': sharedSource,
  },
  // theme.json names the icons by variables, which the build does not follow.
  copy: {
    patterns:
      process.env.TARO_ENV === 'weapp'
        ? [
            { from: 'src/tab-icons/', to: `${output}/tab-icons/` },
            // A card's picture is named by its path, and lies in the package of the page that shares it.
            { from: 'src/share/share-card.png', to: `${output}/hazards/share-card.png` },
          ]
        : [],
    options: {},
  },
  defineConstants: {
    __SERVER__: JSON.stringify(server),
    __CLIENT_VERSION__: JSON.stringify(clientVersion),
  },
  mini: {
    optimizeMainPackage: { enable: true },
    compile: { include: compiledPackages },
    debugReact: false,
    enableSourceMap: false,
    miniCssExtractPluginOption: { ignoreOrder: true },
    postcss: {
      pxtransform: { enable: false, config: {} },
      htmltransform: { enable: false, config: {} },
      cssModules: { enable: false },
    },
    webpackChain(chain, webpack) {
      // WeChat has no AbortController; without one every query stays pending for ever.
      chain
        .plugin('abort-controller')
        .use(webpack.ProvidePlugin, [
          { AbortController: [path.resolve(root, 'src/platform/abort-controller.ts'), 'AbortController'] },
        ]);
      // Beside the package, not in it: for the size test.
      chain
        .plugin('module-sizes')
        .use(ModuleSizes, [`${path.resolve(root, finished)}-modules.json`, path.resolve(root, '..')]);
    },
  },
  h5: {
    publicPath: './',
    staticDirectory: 'static',
    esnextModules: [],
    router: { mode: 'hash' },
    compile: { include: compiledPackages },
    enableSourceMap: !isProduction,
    enableExtract: true,
    output: {
      filename: 'js/[name].[contenthash:8].js',
      chunkFilename: 'chunk/[name].[contenthash:8].js',
    },
    miniCssExtractPluginOption: {
      ignoreOrder: true,
      filename: 'css/[name].[contenthash:8].css',
      chunkFilename: 'css/[name].[contenthash:8].css',
    },
    postcss: {
      autoprefixer: { enable: true, config: {} },
      pxtransform: { enable: false, config: {} },
      cssModules: { enable: false },
    },
    webpackChain(chain) {
      // Components used by several pages are loaded once, not copied into each page's chunk.
      chain.optimization.splitChunks({
        chunks: 'all',
        cacheGroups: {
          default: false,
          defaultVendors: false,
          taro: { name: 'taro', test: /node_modules[\\/]@tarojs[\\/]/, priority: 20, enforce: true },
          vendors: { name: 'vendors', test: /node_modules[\\/]/, priority: 10, minChunks: 2, enforce: true },
          common: { name: 'common', minChunks: 2, priority: 1, enforce: true, reuseExistingChunk: true },
        },
      });
    },
  },
});
