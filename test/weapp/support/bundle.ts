import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';

/** The main package's root. */
export const MAIN = '';

interface AppJson {
  pages: string[];
  subPackages?: { root: string; pages: string[]; independent?: boolean }[];
  preloadRule?: Record<string, { packages?: string[] }>;
  tabBar?: { list: { pagePath: string; text: string; iconPath?: string; selectedIconPath?: string }[] };
  themeLocation?: string;
  [key: string]: unknown;
}

/** The files that WeChat would be given, as they lie in the build's output folder. Paths are relative, with `/`. */
export class Bundle {
  readonly app: AppJson;
  readonly files: readonly string[];

  constructor(readonly dir: string) {
    if (!existsSync(join(dir, 'app.json'))) throw new Error(`No WeChat build in ${dir}: run \`npm run build:weapp\`.`);
    this.files = readdirSync(dir, { recursive: true, encoding: 'utf8' })
      .map((file) => file.replaceAll('\\', '/'))
      .filter((file) => statSync(join(dir, file)).isFile())
      .sort();
    this.app = this.json<AppJson>('app.json');
  }

  /** The build in its place, or the folder that WEAPP_BUNDLE names. */
  static built(): Bundle {
    return new Bundle(process.env.WEAPP_BUNDLE ?? join(__dirname, '../../../miniapp/dist/weapp'));
  }

  has(path: string): boolean {
    return this.files.includes(path);
  }

  text(path: string): string {
    return readFileSync(join(this.dir, path), 'utf8');
  }

  json<T = Record<string, unknown>>(path: string): T {
    return JSON.parse(this.text(path)) as T;
  }

  size(path: string): number {
    return statSync(join(this.dir, path)).size;
  }

  withExtension(extension: string): string[] {
    return this.files.filter((file) => file.endsWith(extension));
  }

  /** Every page of app.json, those of subpackages included, without a slash before and an extension after. */
  get pages(): string[] {
    const inSubpackages = this.packages.flatMap(({ root, pages }) => pages.map((page) => posix.join(root, page)));
    return [...this.app.pages, ...inSubpackages];
  }

  get tabPages(): string[] {
    return this.app.tabBar?.list.map(({ pagePath }) => pagePath) ?? [];
  }

  get packages(): { root: string; pages: string[] }[] {
    return (this.app.subPackages ?? []).map(({ root, pages }) => ({ root: root.replace(/^\/|\/$/g, ''), pages }));
  }

  /** The root of the package that a file belongs to. */
  packageOf(path: string): string {
    return this.packages.find(({ root }) => path.startsWith(`${root}/`))?.root ?? MAIN;
  }

  /** WeChat may not have loaded another subpackage: a file reaches its own package and the main one. */
  reaches(from: string, to: string): boolean {
    const target = this.packageOf(to);
    return target === MAIN || target === this.packageOf(from);
  }
}

/** A reference as WeChat reads it: `/x` from the root, anything else from the file that says it. */
export function resolveFrom(file: string, reference: string): string {
  return reference.startsWith('/') ? reference.slice(1) : posix.join(posix.dirname(file), reference);
}
