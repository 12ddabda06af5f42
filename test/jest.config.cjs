// One configuration for every kind of spec; `npm test` narrows it to a step's folders with --roots.
const { existsSync } = require('node:fs');
const { resolve } = require('node:path');

const root = resolve(__dirname, '..');

/** Legacy decorators with metadata, as tsc emits them for the server: Nest's injection and TypeORM read it. */
const transform = (tsx) => [
  '@swc/jest',
  {
    swcrc: false,
    sourceMaps: 'inline',
    module: { type: 'commonjs' },
    jsc: {
      target: 'es2022',
      parser: { syntax: 'typescript', decorators: true, tsx },
      transform: {
        legacyDecorator: true,
        decoratorMetadata: true,
        useDefineForClassFields: false,
        react: { runtime: 'automatic' },
      },
    },
  },
];

/** Packages that exist as ES modules only and must be turned into CommonJS for Jest. */
const esmOnly = ['content-disposition'];

module.exports = {
  rootDir: root,
  roots: ['shared/src', 'server/src', 'miniapp/src', 'test'].map((folder) => resolve(root, folder)).filter(existsSync),
  testMatch: ['**/*.spec.ts', '**/*.spec.tsx'],
  testEnvironment: 'node',
  // Generous: a busy machine is no failure, and what hangs is stopped by the step's own limit.
  testTimeout: 60_000,
  transform: { '\\.tsx$': transform(true), '\\.[cm]?[jt]s$': transform(false) },
  transformIgnorePatterns: [`/node_modules/(?!(${esmOnly.join('|')})/)`, '/(shared|server|miniapp)/dist/'],
  moduleNameMapper: {
    '^@zerentian/shared/(.*)$': `${root}/shared/src/$1`,
    '^@zerentian/server/(.*)$': `${root}/server/src/$1`,
  },
  modulePathIgnorePatterns: [`${root}/(shared|server|miniapp)/dist/`, '/\\.cache/'],
  cacheDirectory: resolve(root, '.cache/jest'),
};
