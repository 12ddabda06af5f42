import { TmplGroup } from 'glass-easel-template-compiler';
import { Bundle } from './bundle';

/** A compiled group of templates, as the component framework takes it: path without extension → generated function. */
export type TemplateGroup = Record<string, unknown>;

interface Compiled {
  /** What the compiler found wrong, with the place. */
  complaints: string[];
  dependencies: { from: string; to: string }[];
  /** Ready to run; evaluated on demand, since a broken one cannot be. */
  group(): TemplateGroup;
}

interface ParseMessage {
  isError: boolean;
  message: string;
  startLine: number;
}

const compiled = new Map<string, Compiled>();

/** Compiles every WXML and WXS of a bundle with WeChat's own compiler; once per folder and process. */
export function compileTemplates(bundle: Bundle): Compiled {
  const known = compiled.get(bundle.dir);
  if (known) return known;
  const result = compile(bundle);
  compiled.set(bundle.dir, result);
  return result;
}

function compile(bundle: Bundle): Compiled {
  const group = new TmplGroup();
  const complaints: string[] = [];
  for (const file of bundle.withExtension('.wxs')) group.addScript(withoutExtension(file), bundle.text(file));
  for (const file of bundle.withExtension('.wxml')) {
    const messages = group.addTmpl(withoutExtension(file), bundle.text(file)) as ParseMessage[];
    const errors = messages.filter(({ isError }) => isError);
    complaints.push(...errors.map((it) => `${file}:${it.startLine + 1} ${it.message}`));
  }
  const dependencies = bundle.withExtension('.wxml').flatMap((file) => dependenciesOf(group, file));
  const source = group.getTmplGenObjectGroups();
  group.free();
  let evaluated: TemplateGroup | null = null;
  return {
    complaints,
    dependencies,
    group: () => {
      // The compiler's output is a program of its own; there is no other way to run it.
      evaluated ??= new Function(`return ${source}`)() as TemplateGroup;
      return evaluated;
    },
  };
}

function dependenciesOf(group: TmplGroup, file: string): { from: string; to: string }[] {
  const path = withoutExtension(file);
  const templates = (group.getDirectDependencies(path) as string[]).map((it) => `${it}.wxml`);
  const scripts = (group.getScriptDependencies(path) as string[]).map((it) => `${it}.wxs`);
  return [...templates, ...scripts].map((to) => ({ from: file, to }));
}

function withoutExtension(file: string): string {
  return file.replace(/\.[^./]+$/, '');
}
