import Taro from '@tarojs/taro';
import type { Theme } from './settings';

/**
 * WeChat draws the title bar and the tab bar itself, in the phone's theme (theme.json). Whoever chose another theme for
 * this app gets these colours there too.
 */
const COLOURS = {
  light: { bg: '#f3f6f5', surface: '#ffffff', title: '#000000', text: '#5f6e6c', current: '#0b5d61', border: 'black' },
  dark: { bg: '#0e1514', surface: '#17201f', title: '#ffffff', text: '#93a2a0', current: '#67c1bf', border: 'white' },
} as const;

let painted = false;

/** Paints WeChat's own bars around the page that is shown. Leaves them alone while the phone's theme holds. */
export function paintSystem(theme: Theme, tabbed: boolean): void {
  if (theme === 'system' && !painted) return;
  painted = true;
  const colours = COLOURS[theme === 'system' ? phoneTheme() : theme];
  void Taro.setNavigationBarColor({ frontColor: colours.title, backgroundColor: colours.bg }).catch(() => undefined);
  void Taro.setBackgroundColor({ backgroundColor: colours.bg }).catch(() => undefined);
  if (!tabbed) return;
  void Taro.setTabBarStyle({
    color: colours.text,
    selectedColor: colours.current,
    backgroundColor: colours.surface,
    borderStyle: colours.border,
  }).catch(() => undefined);
}

function phoneTheme(): 'light' | 'dark' {
  return Taro.getAppBaseInfo().theme === 'dark' ? 'dark' : 'light';
}
