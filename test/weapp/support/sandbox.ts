import { posix } from 'node:path';
import vm from 'node:vm';
import { Bundle } from './bundle';
import { Complaints, errorText } from './complaints';
import type { Registration } from './component-framework';

/** What a script of a mini-program finds around it, beside the language. */
export interface Surroundings {
  wx: object;
  App(definition: Record<string, unknown>): void;
  getApp(): unknown;
  getCurrentPages(): unknown[];
}

/**
 * Parts of the language that some phones in use do not have: WeChat for Android has no Intl, an iPhone stuck on iOS
 * 14 none of the methods of 2022 and later. Taken away here, so that using one fails as it would there.
 */
const NOT_EVERYWHERE = [
  'Intl',
  'WebAssembly',
  'SharedArrayBuffer',
  'Atomics',
  'Iterator',
  'Array.fromAsync',
  'Array.prototype.at',
  'Array.prototype.findLast',
  'Array.prototype.findLastIndex',
  'Array.prototype.toReversed',
  'Array.prototype.toSorted',
  'Array.prototype.toSpliced',
  'Array.prototype.with',
  'Object.groupBy',
  'Object.hasOwn',
  'Map.groupBy',
  'Promise.withResolvers',
  'Set.prototype.union',
  'Set.prototype.intersection',
  'Set.prototype.difference',
  'String.prototype.at',
  'String.prototype.isWellFormed',
];

/** Runs in the program's own language: its clock is so many milliseconds off. */
function setClock(off: number): void {
  if (off === 0) return;
  const RealDate = Date;
  const now = () => RealDate.now() + off;
  globalThis.Date = class extends RealDate {
    constructor(...given: unknown[]) {
      super(...((given.length === 0 ? [now()] : given) as [number]));
    }
    static override now = now;
  } as DateConstructor;
}

const scripts = new Map<string, vm.Script>();

/** The one place where the program's own JavaScript runs: no window, no document, no process, no fetch, no eval. */
export class Sandbox {
  private readonly context: vm.Context;
  private readonly modules = new Map<string, { exports: unknown }>();
  private readonly timers = new Set<NodeJS.Timeout>();
  private registration: Registration | null = null;

  constructor(
    private readonly bundle: Bundle,
    surroundings: Surroundings,
    private readonly complaints: Complaints,
    clockOff = 0,
  ) {
    const { wx, App, getApp, getCurrentPages } = surroundings;
    const globals = { wx, App, getApp, getCurrentPages, console: this.console(), ...this.timerFunctions() };
    this.context = vm.createContext(
      { ...globals, ...this.registering() },
      { codeGeneration: { strings: false, wasm: false } },
    );
    vm.runInContext('globalThis.global = globalThis', this.context);
    for (const name of NOT_EVERYWHERE) vm.runInContext(`delete globalThis.${name}`, this.context);
    vm.runInContext(`(${setClock.toString()})(${clockOff})`, this.context);
  }

  /** Evaluates a module and what it requires, each once. `path` without extension. */
  load(path: string): unknown {
    const known = this.modules.get(path);
    if (known) return known.exports;
    const module: { exports: unknown } = { exports: {} };
    this.modules.set(path, module);
    const require = (reference: string) => this.load(this.resolve(path, reference));
    this.compiled(path).call(undefined, require, module, module.exports);
    return module.exports;
  }

  /** Evaluates the module of a page or component, which registers itself while it runs. */
  loadRegistering(path: string, registration: Registration): void {
    this.registration = registration;
    this.load(path);
    this.registration = null;
  }

  /** The scripts that have run so far, in order. */
  get scripts(): string[] {
    return [...this.modules.keys()].map((path) => `${path}.js`);
  }

  /** Nothing of the program runs any more. */
  stop(): void {
    for (const timer of this.timers) clearTimeout(timer);
    this.timers.clear();
  }

  private compiled(path: string): (...args: unknown[]) => void {
    const file = `${path}.js`;
    const key = `${this.bundle.dir}/${file}`;
    let script = scripts.get(key);
    if (!script) {
      const wrapped = `(function (require, module, exports) {${this.bundle.text(file)}\n})`;
      script = new vm.Script(wrapped, { filename: file });
      scripts.set(key, script);
    }
    return script.runInContext(this.context) as (...args: unknown[]) => void;
  }

  /** Page, Component and Behavior register for the file that WeChat is just loading. */
  private registering(): Registration {
    const current = (): Registration => {
      if (!this.registration) throw new Error('Page, Component or Behavior is called outside the loading of a page');
      return this.registration;
    };
    return {
      Page: (definition) => current().Page(definition),
      Component: (definition) => current().Component(definition),
      Behavior: (definition) => current().Behavior(definition),
    };
  }

  private resolve(from: string, reference: string): string {
    const target = posix.join(posix.dirname(from), reference).replace(/\.js$/, '');
    if (!this.bundle.has(`${target}.js`))
      throw new Error(`module '${target}.js' is not defined, required by ${from}.js`);
    if (!this.bundle.reaches(from, target)) throw new Error(`${from}.js requires ${target}.js of another package`);
    return target;
  }

  private timerFunctions() {
    const start =
      (repeat: boolean) =>
      (run: (...args: unknown[]) => void, delay?: number, ...args: unknown[]) => {
        const guarded = () => {
          if (!repeat) this.timers.delete(timer);
          this.guarded('a timer', () => run(...args));
        };
        const timer = repeat ? setInterval(guarded, delay) : setTimeout(guarded, delay);
        this.timers.add(timer);
        // WeChat's timers are numbers.
        return Number(timer);
      };
    const stop = (id: number | undefined) => clearTimeout(id);
    return { setTimeout: start(false), setInterval: start(true), clearTimeout: stop, clearInterval: stop };
  }

  private guarded(where: string, run: () => void): void {
    try {
      run();
    } catch (error) {
      this.complaints.add(`an uncaught error in ${where}: ${errorText(error)}`);
    }
  }

  /** An error that the program logs is one that it could not handle. */
  private console() {
    const quiet = () => undefined;
    const error = (...what: unknown[]) => this.complaints.add(`console.error: ${what.map(errorText).join(' ')}`);
    return { log: quiet, info: quiet, debug: quiet, warn: quiet, error, group: quiet, groupEnd: quiet };
  }
}
