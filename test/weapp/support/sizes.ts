import { Bundle, MAIN } from './bundle';
import { bytesBySource } from './module-bytes';

/**
 * The main package's budget in kilobytes of 1000 bytes, by whose the bytes are. What binds is the whole; a part has its figure so that
 * the test names who overran. Components were given 150 for a library of them; our own primitives (ADR 0070) take a third of that. Query
 * is react-query's core as it comes, which has grown beyond the 43 once measured and cannot be taken in parts. Small libraries are the
 * ids, the stores and SM3; pictures the tab bar's icons, with what app.json and its like declare. Own is code and styles of our own.
 */
export const BUDGET_KB = {
  'taro and react': 370,
  components: 60,
  query: 48,
  contracts: 60,
  'small libraries': 10,
  pictures: 25,
  own: 75,
} as const;
export const MAIN_PACKAGE_KB = 700;

/** WeChat's own limits. */
export const PACKAGE_LIMIT = 2 * 1024 * 1024;
export const TOTAL_LIMIT = 30 * 1024 * 1024;

export type Part = keyof typeof BUDGET_KB;

const PARTS: readonly [Part, RegExp][] = [
  ['query', /^node_modules\/@tanstack\//],
  ['contracts', /^(shared\/|node_modules\/zod\/)/],
  ['components', /^miniapp\/src\/ui\//],
  [
    'taro and react',
    /^(node_modules\/(@tarojs|react|react-dom|react-reconciler|scheduler|@babel|tslib|core-js.*)\/|webpack$)/,
  ],
  ['small libraries', /^node_modules\//],
];

export function partOf(source: string): Part {
  return PARTS.find(([, pattern]) => pattern.test(source))?.[0] ?? 'own';
}

/** Templates are Taro's; the styles that several pages share are those of the components. */
function partOfFile(file: string): Part {
  if (/\.(wxml|wxs)$/.test(file)) return 'taro and react';
  if (/^(common|app-origin)\.wxss$/.test(file)) return 'components';
  return /\.wxss$/.test(file) ? 'own' : 'pictures';
}

export interface Share {
  part: Part;
  bytes: number;
  /** The largest sources of it. */
  largest: { source: string; bytes: number }[];
}

/** Bytes of each package by its root, the main package under the empty one. */
export function packageSizes(bundle: Bundle): Map<string, number> {
  const sizes = new Map<string, number>([[MAIN, 0]]);
  for (const file of bundle.files) {
    const root = bundle.packageOf(file);
    sizes.set(root, (sizes.get(root) ?? 0) + bundle.size(file));
  }
  return sizes;
}

/** The main package, part by part, in the order of the budget. */
export function mainPackageShares(bundle: Bundle): Share[] {
  const files = bundle.files.filter((file) => bundle.packageOf(file) === MAIN);
  const isScript = (file: string) => file.endsWith('.js');
  const sources = [...bytesBySource(bundle, files.filter(isScript))].map(([source, bytes]) => ({
    source,
    bytes,
    part: partOf(source),
  }));
  const others = files
    .filter((file) => !isScript(file))
    .map((file) => ({ source: file, bytes: bundle.size(file), part: partOfFile(file) }));
  const all = [...sources, ...others];
  return (Object.keys(BUDGET_KB) as Part[]).map((part) => {
    const mine = all.filter((it) => it.part === part).sort((a, b) => b.bytes - a.bytes);
    const bytes = mine.reduce((sum, it) => sum + it.bytes, 0);
    return {
      part,
      bytes: Math.round(bytes),
      largest: mine.slice(0, 5).map(({ source, bytes: count }) => ({ source, bytes: Math.round(count) })),
    };
  });
}
