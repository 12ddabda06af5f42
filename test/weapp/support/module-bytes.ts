import { existsSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { Bundle } from './bundle';

/** Module number → file of the repository → bytes before minifying; as the build writes it beside the package. */
type Sources = Record<string, Record<string, number>>;

function sourcesOf(bundle: Bundle): Sources {
  const file = `${bundle.dir}-modules.json`;
  if (!existsSync(file)) throw new Error(`The build left no ${file}: run \`npm run build:weapp\`.`);
  return JSON.parse(readFileSync(file, 'utf8')) as Sources;
}

/**
 * Whose bytes a minified script holds: file of the repository → bytes. A module's own bytes are exact; those of modules
 * joined into one are shared out by their sizes before minifying. What surrounds the modules is the bundler's.
 */
export function bytesBySource(bundle: Bundle, scripts: readonly string[]): Map<string, number> {
  const sources = sourcesOf(bundle);
  const bytes = new Map<string, number>();
  const add = (source: string, count: number) => bytes.set(source, (bytes.get(source) ?? 0) + count);
  for (const script of scripts) {
    let left = bundle.size(script);
    for (const [id, size] of modulesIn(bundle.text(script))) {
      left -= size;
      const parts = Object.entries(sources[id] ?? { [`unknown module ${id}`]: 1 });
      const whole = parts.reduce((sum, [, part]) => sum + part, 0);
      for (const [source, part] of parts) add(source, whole === 0 ? 0 : (size * part) / whole);
    }
    add('webpack', left);
  }
  return bytes;
}

/** Module number and bytes of each module of a script: `….push([[chunks], { 1234: function … }])`. */
function modulesIn(source: string): [id: string, bytes: number][] {
  const file = ts.createSourceFile('script.js', source, ts.ScriptTarget.ES2022, true, ts.ScriptKind.JS);
  const found: [string, number][] = [];
  const visit = (node: ts.Node): void => {
    const modules = ts.isCallExpression(node) ? pushedModules(node) : null;
    if (modules) found.push(...modules);
    else ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function pushedModules(call: ts.CallExpression): [string, number][] | null {
  const [pushed] = call.arguments;
  if (!ts.isPropertyAccessExpression(call.expression) || call.expression.name.text !== 'push') return null;
  if (!pushed || !ts.isArrayLiteralExpression(pushed)) return null;
  const [chunks, modules] = pushed.elements;
  if (!chunks || !ts.isArrayLiteralExpression(chunks) || !modules) return null;
  if (ts.isArrayLiteralExpression(modules)) {
    return modules.elements.flatMap((it, index) => (ts.isOmittedExpression(it) ? [] : [sized(String(index), it)]));
  }
  if (!ts.isObjectLiteralExpression(modules)) return null;
  return modules.properties.map((it) => sized((it.name as ts.Identifier | ts.NumericLiteral).text, it));
}

function sized(id: string, node: ts.Node): [string, number] {
  return [id, Buffer.byteLength(node.getText())];
}
