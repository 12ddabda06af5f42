import ts from 'typescript';
import { Bundle, resolveFrom } from './bundle';
import { compileTemplates } from './templates';

/**
 * What WeChat's upload or start would refuse, found without running anything: files that are named but absent, or lie
 * in a package that need not be loaded, templates that do not compile, styles that WXSS does not know.
 */
export function bundleProblems(bundle: Bundle): string[] {
  return [
    ...pageProblems(bundle),
    ...componentProblems(bundle),
    ...templateProblems(bundle),
    ...scriptProblems(bundle),
    ...styleProblems(bundle),
    ...tabBarProblems(bundle),
    ...preloadProblems(bundle),
  ];
}

function pageProblems(bundle: Bundle): string[] {
  const files = bundle.pages.flatMap((page) => ['.js', '.wxml'].map((extension) => `${page}${extension}`));
  const twice = bundle.pages.filter((page, index) => bundle.pages.indexOf(page) !== index);
  return [...absent(bundle, 'app.json', files), ...twice.map((page) => `app.json names ${page} twice`)];
}

function absent(bundle: Bundle, from: string, targets: readonly string[]): string[] {
  return targets.flatMap((target) => {
    if (!bundle.has(target)) return [`${from} needs ${target}, which does not exist`];
    return from === 'app.json' || bundle.reaches(from, target)
      ? []
      : [`${from} needs ${target}, which lies in another package`];
  });
}

const CONFIGURATIONS = ['app.json', 'theme.json', 'project.config.json', 'project.private.config.json', 'sitemap.json'];

function componentProblems(bundle: Bundle): string[] {
  const owners = bundle.withExtension('.json').filter((file) => !CONFIGURATIONS.includes(file));
  return owners.flatMap((owner) => {
    const { usingComponents = {} } = bundle.json<{ usingComponents?: Record<string, string> }>(owner);
    const targets = Object.values(usingComponents).filter((it) => !it.startsWith('plugin://'));
    const paths = targets.map((target) => resolveFrom(owner, target));
    return absent(
      bundle,
      owner,
      paths.flatMap((path) => ['.js', '.json', '.wxml'].map((it) => `${path}${it}`)),
    );
  });
}

function templateProblems(bundle: Bundle): string[] {
  const { complaints, dependencies } = compileTemplates(bundle);
  const missing = dependencies.flatMap(({ from, to }) => absent(bundle, from, [to]));
  return [...complaints, ...missing];
}

function scriptProblems(bundle: Bundle): string[] {
  return bundle.withExtension('.js').flatMap((file) => {
    const source = bundle.text(file);
    const required = [...source.matchAll(/\brequire\("(\.[^"]+)"\)/g)].map((match) => resolveFrom(file, match[1]!));
    const scripts = required.map((path) => (path.endsWith('.js') ? path : `${path}.js`));
    return [...absent(bundle, file, scripts), ...tooNew(file, source)];
  });
}

/** Syntax that an iPhone on iOS 14 or 15 cannot read: the script does not start at all. */
function tooNew(file: string, source: string): string[] {
  const found = new Set<string>();
  if (/\(\?<[=!]/.test(source)) found.add('looks behind in a regular expression');
  const visit = (node: ts.Node): void => {
    if (ts.isClassStaticBlockDeclaration(node)) found.add('has a static block in a class');
    if (ts.isPrivateIdentifier(node) && ts.isBinaryExpression(node.parent))
      found.add('asks for a private name with in');
    if (ts.isRegularExpressionLiteral(node) && /\/[a-z]*[dv][a-z]*$/.test(node.text))
      found.add('has a regular expression with flag d or v');
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, source, ts.ScriptTarget.ES2022, true, ts.ScriptKind.JS));
  return [...found].map((it) => `${file} ${it}: older iPhones cannot read it`);
}

function styleProblems(bundle: Bundle): string[] {
  return bundle.withExtension('.wxss').flatMap((file) => {
    const source = bundle.text(file).replace(/\/\*[\s\S]*?\*\//g, '');
    const imports = [...source.matchAll(/@import\s+(?:url\()?["']([^"']+)["']/g)].map((it) =>
      resolveFrom(file, it[1]!),
    );
    const pictures = [...source.matchAll(/url\(\s*["']?([^"')]+)/g)].map((match) => match[1]!);
    const local = pictures.filter((url) => !/^(data:|https?:)/.test(url) && !url.endsWith('.wxss'));
    // A product within a value is none.
    const selectors = source.replace(/\{[^{}]*\}/g, '{}');
    const star = /(^|[\s,{}>+~])\*(?=[\s,{:.[>+~])/.test(selectors)
      ? [`${file} selects by *, which WXSS does not know`]
      : [];
    return [...absent(bundle, file, imports), ...local.map((url) => `${file} shows a local picture: ${url}`), ...star];
  });
}

type Theme = Record<'light' | 'dark', Record<string, string>>;

function tabBarProblems(bundle: Bundle): string[] {
  const { app } = bundle;
  const theme = app.themeLocation ? bundle.json<Theme>(app.themeLocation) : null;
  const variables = [...new Set(JSON.stringify(app).match(/(?<=")@\w+(?=")/g) ?? [])].map((it) => it.slice(1));
  const undefinedIn = (mode: keyof Theme) => variables.filter((name) => theme?.[mode][name] === undefined);
  const tabs = app.tabBar?.list ?? [];
  const icons = tabs
    .flatMap(({ iconPath, selectedIconPath }) => [iconPath, selectedIconPath])
    .filter((it) => it !== undefined);
  const files = icons.flatMap((icon) => (icon.startsWith('@') ? bothModes(theme, icon.slice(1)) : [icon]));
  const strays = bundle.tabPages.filter((page) => !app.pages.includes(page));
  return [
    ...(['light', 'dark'] as const).flatMap((mode) =>
      undefinedIn(mode).map((it) => `theme.json has no ${mode} @${it}`),
    ),
    ...absent(bundle, 'app.json', files),
    ...strays.map((page) => `the tab page ${page} is not in the main package`),
    ...(tabs.length === 1 || tabs.length > 5 ? [`the tab bar has ${tabs.length} tabs; WeChat takes 2 to 5`] : []),
  ];
}

function bothModes(theme: Theme | null, name: string): string[] {
  return [theme?.light[name], theme?.dark[name]].filter((it) => it !== undefined);
}

function preloadProblems(bundle: Bundle): string[] {
  const roots = bundle.packages.map(({ root }) => root);
  return Object.entries(bundle.app.preloadRule ?? {}).flatMap(([page, { packages = [] }]) => [
    ...(bundle.pages.includes(page) ? [] : [`preloadRule names the page ${page}, which does not exist`]),
    ...packages
      .filter((it) => !roots.includes(it))
      .map((it) => `preloadRule names the package ${it}, which does not exist`),
  ]);
}
