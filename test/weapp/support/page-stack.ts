import { posix } from 'node:path';
import { Bundle } from './bundle';
import type { DrawnPage } from './component-framework';

/** One page on the screen or below it. */
export interface OpenPage extends DrawnPage {
  path: string;
}

/** Why WeChat would not go there, in its words. */
export class NavigationRefused extends Error {}

type Opener = (path: string, query: Record<string, string>) => OpenPage;

/** WeChat's limit; a tenth page opens, an eleventh does not. */
const LIMIT = 10;

type Lifecycle = 'onLoad' | 'onShow' | 'onHide' | 'onUnload' | 'onReady';

/**
 * The pages that are open and how one gets from one to another, as WeChat keeps them: ten on top of each other, tab
 * pages alive beside them once opened and reached by `switchTab` alone.
 */
export class PageStack {
  private stack: OpenPage[] = [];
  private readonly tabs = new Map<string, OpenPage>();

  constructor(
    private readonly bundle: Bundle,
    private readonly opener: Opener,
  ) {}

  get pages(): readonly OpenPage[] {
    return this.stack;
  }

  get top(): OpenPage {
    const top = this.stack.at(-1);
    if (!top) throw new Error('No page is open.');
    return top;
  }

  navigateTo(url: string): void {
    const { path, query } = this.target(url);
    if (this.isTab(path)) throw new NavigationRefused(`can not navigateTo a tabbar page: ${path}`);
    if (this.stack.length >= LIMIT) throw new NavigationRefused(`webview count limit exceed: ${LIMIT}`);
    this.call(this.top, 'onHide');
    this.open(path, query);
  }

  redirectTo(url: string): void {
    const { path, query } = this.target(url);
    if (this.isTab(path)) throw new NavigationRefused(`can not redirectTo a tabbar page: ${path}`);
    const left = this.top;
    this.stack = this.stack.slice(0, -1);
    this.close(left);
    this.open(path, query);
  }

  switchTab(url: string): void {
    const { path, query } = this.target(url);
    if (!this.isTab(path)) throw new NavigationRefused(`can not switch to no-tabBar page: ${path}`);
    if (Object.keys(query).length > 0) throw new NavigationRefused('switchTab takes no query');
    const left = this.stack;
    const known = this.tabs.get(path);
    if (left.length === 1 && left[0] === known) return;
    this.stack = [];
    for (const page of [...left].reverse()) {
      if (!this.isTab(page.path)) this.close(page);
      else if (page === left.at(-1)) this.call(page, 'onHide');
    }
    if (known) {
      this.stack = [known];
      this.call(known, 'onShow');
    } else this.open(path, {});
  }

  reLaunch(url: string): void {
    const { path, query } = this.target(url);
    const left = new Set([...this.stack, ...this.tabs.values()]);
    this.stack = [];
    this.tabs.clear();
    for (const page of left) this.close(page);
    this.open(path, query);
  }

  navigateBack(delta: number): void {
    if (this.stack.length < 2) throw new NavigationRefused('cannot navigate back at first page.');
    const steps = Math.min(Math.max(delta, 1), this.stack.length - 1);
    const left = this.stack.slice(-steps);
    this.stack = this.stack.slice(0, -steps);
    for (const page of left.reverse()) this.close(page);
    this.call(this.top, 'onShow');
  }

  closeAll(): void {
    for (const page of new Set([...this.stack, ...this.tabs.values()])) page.remove();
    this.stack = [];
    this.tabs.clear();
  }

  private target(url: string): { path: string; query: Record<string, string> } {
    const [before = '', search = ''] = url.split('?');
    const from = this.stack.at(-1)?.path ?? '';
    const path = before.startsWith('/') ? before.slice(1) : posix.join(posix.dirname(from), before);
    if (!this.bundle.pages.includes(path)) throw new NavigationRefused(`page "${path}" is not found`);
    // As WeChat hands them to onLoad: as they stand in the address, not decoded.
    const pairs = search
      .split('&')
      .filter(Boolean)
      .map((it) => it.split('='));
    return { path, query: Object.fromEntries(pairs.map(([key = '', ...value]) => [key, value.join('=')])) };
  }

  private isTab(path: string): boolean {
    return this.bundle.tabPages.includes(path);
  }

  private open(path: string, query: Record<string, string>): void {
    const page = this.opener(path, query);
    if (this.isTab(path)) this.tabs.set(path, page);
    this.stack = [...this.stack, page];
    this.call(page, 'onLoad', query);
    this.call(page, 'onShow');
    this.call(page, 'onReady');
  }

  private close(page: OpenPage): void {
    this.call(page, 'onUnload');
    page.remove();
  }

  private call(page: OpenPage, lifecycle: Lifecycle, ...args: unknown[]): void {
    const method = page.instance[lifecycle];
    if (typeof method === 'function') method.call(page.instance, ...args);
  }
}
