// Who may know whom. The picture is in docs/architecture.md; these rules are what keeps it true.
// Imports of `@zerentian/…` are followed to the sources by the paths of tsconfig.json.

const serverFeature = '^server/src/(?!platform/|cli/|demo/)([^/]+)/';
const spec = '\\.spec\\.tsx?$';

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one thing, or hide a third. Types alone may refer back.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'resolvable',
      severity: 'error',
      from: {},
      // Node 20 has no node:sqlite; newer ones do.
      to: { couldNotResolve: true, pathNot: '^node:sqlite$' },
    },
    {
      name: 'shared-has-no-framework',
      comment: 'The contracts run on a phone and on the server: only zod, canonicalize and uuidv7, nothing of Node.',
      severity: 'error',
      from: { path: '^shared/src/', pathNot: spec },
      to: { pathNot: ['^shared/src/', '(^|/)node_modules/(zod|canonicalize|uuidv7)/'] },
    },
    {
      name: 'miniapp-knows-no-server',
      severity: 'error',
      from: { path: '^miniapp/' },
      to: { path: '^(server/|@zerentian/server)' },
    },
    {
      name: 'server-knows-no-miniapp',
      severity: 'error',
      from: { path: '^server/' },
      to: { path: '^miniapp/' },
    },
    {
      name: 'products-know-no-tests',
      severity: 'error',
      from: { path: '^(shared|server|miniapp)/src/', pathNot: spec },
      to: { path: ['^test/', spec] },
    },
    {
      name: 'peer-feature-through-its-service',
      comment:
        'A feature calls another through its service (or imports its module); its entity, views and rules stay inside.',
      severity: 'error',
      from: { path: serverFeature, pathNot: spec },
      to: {
        path: '^server/src/(?!platform/)[^/]+/',
        pathNot: ['^server/src/$1/', '\\.(service|module)\\.ts$'],
      },
    },
    {
      name: 'server-platform-knows-no-feature',
      severity: 'error',
      from: { path: '^server/src/platform/', pathNot: spec },
      to: { path: '^server/src/', pathNot: '^server/src/platform/' },
    },
    {
      name: 'miniapp-platform-knows-no-feature',
      severity: 'error',
      from: { path: '^miniapp/src/platform/', pathNot: spec },
      to: { path: '^miniapp/src/', pathNot: '^miniapp/src/(platform|copy)/' },
    },
    {
      name: 'miniapp-ui-knows-no-feature',
      severity: 'error',
      from: { path: '^miniapp/src/(ui|copy)/', pathNot: spec },
      to: { path: '^miniapp/src/', pathNot: '^miniapp/src/(ui|copy|platform)/' },
    },
  ],
  options: {
    doNotFollow: { path: ['node_modules', '/dist/'] },
    exclude: { path: ['\\.scss$', '\\.css$'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    detectProcessBuiltinModuleCalls: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['types', 'import', 'require', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.d.ts', '.mjs', '.cjs', '.js', '.jsx', '.json'],
      mainFields: ['types', 'typings', 'module', 'main'],
    },
    cache: { folder: '.cache/dependency-cruiser', strategy: 'content' },
  },
};
