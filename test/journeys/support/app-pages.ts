interface AppConfig {
  pages: string[];
  subPackages: { root: string; pages: string[] }[];
}

/** The address of every page, as the app itself lists them. */
export function appPages(): string[] {
  const scope = globalThis as { defineAppConfig?: (config: AppConfig) => AppConfig };
  scope.defineAppConfig = (config) => config;
  process.env.TARO_ENV = 'h5';
  const { pages, subPackages } = (require('../../../miniapp/src/app.config') as { default: AppConfig }).default;
  return [...pages, ...subPackages.flatMap(({ root, pages: inside }) => inside.map((page) => `${root}/${page}`))];
}
