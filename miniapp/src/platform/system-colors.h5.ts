import type { Theme } from './settings';

const BACKGROUND = { system: '', light: '#f3f6f5', dark: '#0e1514' } as const;

/** What the browser shows around the page takes the chosen theme too. */
export function paintSystem(theme: Theme, _tabbed: boolean): void {
  document.body.style.background = BACKGROUND[theme];
  document.documentElement.style.background = BACKGROUND[theme];
}
