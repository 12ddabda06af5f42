import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Compiler, Module } from 'webpack';

interface Concatenated extends Module {
  /** Those that were joined into one scope and share one id. */
  modules?: Module[];
  resource?: string;
}

/**
 * Writes down which source files stand behind each module number of the minified scripts, so that the size test can say
 * whose bytes a package holds: module number → file → bytes before minifying.
 */
export class ModuleSizes {
  constructor(
    private readonly file: string,
    private readonly root: string,
  ) {}

  apply(compiler: Compiler): void {
    compiler.hooks.afterEmit.tap('module-sizes', ({ modules, chunkGraph }) => {
      const known: Record<string, Record<string, number>> = {};
      for (const module of modules) {
        const id = chunkGraph.getModuleId(module);
        if (id !== null) known[id] = this.sourcesOf(module);
      }
      mkdirSync(path.dirname(this.file), { recursive: true });
      writeFileSync(this.file, JSON.stringify(known));
    });
  }

  private sourcesOf(module: Concatenated): Record<string, number> {
    const parts: Concatenated[] = module.modules ?? [module];
    return Object.fromEntries(parts.map((part) => [this.nameOf(part), part.size()]));
  }

  private nameOf({ resource }: Concatenated): string {
    return resource ? path.relative(this.root, resource.split('?')[0] ?? '').replaceAll('\\', '/') : 'webpack';
  }
}
