import { create } from 'zustand';
import { load, save } from './storage';

export type FontSize = 'standard' | 'large';
export type Theme = 'system' | 'light' | 'dark';

/** How this phone shows things; the person's choice, kept over sign-outs. */
export interface Settings {
  fontSize: FontSize;
  theme: Theme;
}

const DEFAULTS: Settings = { fontSize: 'standard', theme: 'system' };

export const useSettings = create<Settings>(() => ({ ...DEFAULTS, ...load<Settings>('settings') }));

useSettings.subscribe((settings) => {
  save('settings', settings);
});

export function changeSettings(change: Partial<Settings>): void {
  useSettings.setState(change);
}
