import Taro, { useDidShow, usePullDownRefresh } from '@tarojs/taro';
import { useSession } from './session';

type Refetch = (options?: { cancelRefetch?: boolean }) => Promise<unknown>;

/**
 * Reads a page anew when it comes to the front (somebody else may have acted meanwhile; tab pages are never closed) and when it is
 * pulled down. What was read before stays on the screen until the answer is there. The page's config must say `enablePullDownRefresh`.
 */
export function useRefresh(refetch: Refetch): void {
  useDidShow(() => {
    if (useSession.getState().token) void refetch({ cancelRefetch: false });
  });
  usePullDownRefresh(() => {
    void refetch().finally(() => Taro.stopPullDownRefresh());
  });
}
