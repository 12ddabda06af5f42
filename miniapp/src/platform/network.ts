import Taro from '@tarojs/taro';
import { create } from 'zustand';

/** Whether the phone has a network, as far as WeChat knows; a bar of signal that carries nothing counts as one. */
export const useNetwork = create<{ online: boolean }>(() => ({ online: true }));

const listeners = new Set<() => void>();

/** Told whenever a network is there again, or another one than before. */
export function onNetworkBack(listener: () => void): void {
  listeners.add(listener);
}

/** Called once at the start. */
export function watchNetwork(): void {
  const learn = (online: boolean) => {
    useNetwork.setState({ online });
    if (online) for (const listener of listeners) listener();
  };
  Taro.onNetworkStatusChange(({ isConnected }) => learn(isConnected));
  void Taro.getNetworkType()
    .then(({ networkType }) => useNetwork.setState({ online: (networkType as string) !== 'none' }))
    .catch(() => undefined);
}
