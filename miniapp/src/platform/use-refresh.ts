import Taro, { usePullDownRefresh } from '@tarojs/taro';

/** Pulling the page down reads it anew. The page's config must say `enablePullDownRefresh`. */
export function useRefresh(refetch: () => Promise<unknown>): void {
  usePullDownRefresh(() => {
    void refetch().finally(() => Taro.stopPullDownRefresh());
  });
}
