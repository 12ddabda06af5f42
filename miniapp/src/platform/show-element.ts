import Taro from '@tarojs/taro';

/** Scrolls to an element of the page that is shown. */
export function showElement(id: string): void {
  Taro.nextTick(() => {
    Taro.pageScrollTo({ selector: `#${id}`, offsetTop: -96, duration: 150 } as never).catch(() => undefined);
  });
}
