import type * as GlassEasel from 'glass-easel';
import type * as Adapter from 'glass-easel-miniprogram-adapter';
import { JSDOM } from 'jsdom';
import { Bundle } from './bundle';
import { Complaints, errorText } from './complaints';
import { compileTemplates } from './templates';

/**
 * WeChat's own component framework (glass-easel), drawing into a document of jsdom's. The document belongs to the
 * framework alone, as a WebView does: the program under test runs elsewhere and cannot see it.
 */
export type Element = GlassEasel.Element;
export type Node = GlassEasel.Node;

/** What the bundle's scripts are given to register themselves with. */
export interface Registration {
  Page(definition: Record<string, unknown>): void;
  Component(definition: Record<string, unknown>): void;
  Behavior(definition: Record<string, unknown>): unknown;
}

/** A page of the program: WeChat's page instance, whose methods are the program's own. */
export interface PageInstance {
  route: string;
  __route__: string;
  options: Record<string, string>;
  data: Record<string, unknown>;
  setData(data: Record<string, unknown>, callback?: () => void): void;
  [member: string]: unknown;
}

export interface DrawnPage {
  instance: PageInstance;
  /** Where its elements hang. */
  root: Node;
  remove(): void;
}

export interface Screenful {
  /** Runs a script that registers the page or component at `path`. */
  registering<T>(path: string, run: (registration: Registration) => T): T;
  create(path: string): DrawnPage;
}

interface Framework {
  glassEasel: typeof GlassEasel;
  adapter: typeof Adapter;
  document: Document;
}

let framework: Framework | null = null;
const listening = new Set<Complaints>();

/** Loaded once per process: the framework looks for its document in the globals while it loads. */
function load(): Framework {
  if (framework) return framework;
  const { window } = new JSDOM('<!doctype html><body></body>', { pretendToBeVisual: true });
  const { document } = window;
  Object.assign(globalThis, { window, document });
  const glassEasel = require('glass-easel') as typeof GlassEasel;
  const adapter = require('glass-easel-miniprogram-adapter') as typeof Adapter;
  const tell = (text: string) => {
    for (const complaints of listening) complaints.add(text);
    return false;
  };
  glassEasel.addGlobalErrorListener((error, method) =>
    tell(`an error in ${method ?? 'a handler'}: ${errorText(error)}`),
  );
  glassEasel.addGlobalWarningListener((message) => tell(`the component framework warns: ${message}`));
  framework = { glassEasel, adapter, document };
  return framework;
}

// The document has timers of its own, and Jest complains of globals that outlive their file.
afterAll(() => {
  framework?.document.defaultView?.close();
  for (const name of ['window', 'document']) Reflect.deleteProperty(globalThis, name);
});

const CONFIGURATIONS = ['app.json', 'theme.json', 'project.config.json'];

/** The framework with a bundle's templates and configurations, ready for its scripts. */
export function prepareScreen(bundle: Bundle, complaints: Complaints): Screenful & { close(): void } {
  const { glassEasel, adapter, document } = load();
  listening.add(complaints);
  const environment = new adapter.MiniProgramEnv();
  const code = environment.createCodeSpace('main', true);
  const group = compileTemplates(bundle).group();
  for (const path of bundle.withExtension('.wxml').map((file) => file.slice(0, -'.wxml'.length))) {
    // Without the flag, `bindtap` on a built-in tag binds nothing.
    code.addCompiledTemplate(path, {
      groupList: group,
      content: group[path],
      fallbackListenerOnNativeNode: true,
    } as never);
  }
  for (const file of bundle.withExtension('.json').filter((it) => !CONFIGURATIONS.includes(it))) {
    code.addComponentStaticConfig(file.slice(0, -'.json'.length), bundle.json(file));
  }
  const backend = environment.associateBackend(new glassEasel.CurrentWindowBackendContext());
  return {
    registering: (path, run) => code.componentEnv(path, (it) => run(it as unknown as Registration)),
    create: (path) => draw(document, () => backend.createRoot('page', code, path)),
    close: () => listening.delete(complaints),
  };
}

function draw(document: Document, create: () => Adapter.Root): DrawnPage {
  const root = create();
  const holder = document.body.appendChild(document.createElement('div'));
  const placeholder = holder.appendChild(document.createElement('div'));
  root.attach(holder as never, placeholder as never);
  return {
    instance: root.get() as unknown as PageInstance,
    root: root.getComponent(),
    remove: () => {
      root.release();
      holder.remove();
    },
  };
}
