import { create } from 'zustand';
import { load, save } from './storage';
import type { TextSize } from './text-size.rule';

/** `system`: as large as the phone writes everything. */
export type FontSize = 'system' | TextSize;
/** How much of a photo is kept before it is sent; see photo-rules. */
export type PhotoSize = 'small' | 'standard' | 'fine';
export type Theme = 'system' | 'light' | 'dark';

/** How this phone shows things; the person's choice, kept over sign-outs. */
export interface Settings {
  fontSize: FontSize;
  theme: Theme;
  photoSize: PhotoSize;
}

const DEFAULTS: Settings = { fontSize: 'system', theme: 'system', photoSize: 'standard' };

export const useSettings = create<Settings>(() => ({ ...DEFAULTS, ...load<Settings>('settings') }));

useSettings.subscribe((settings) => {
  save('settings', settings);
});

export function changeSettings(change: Partial<Settings>): void {
  useSettings.setState(change);
}
