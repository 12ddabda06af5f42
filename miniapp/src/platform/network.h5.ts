import { create } from 'zustand';

/** Whether the device has a network, as far as the browser knows. */
export const useNetwork = create<{ online: boolean }>(() => ({ online: navigator.onLine }));

const listeners = new Set<() => void>();

/** Told whenever a network is there again. */
export function onNetworkBack(listener: () => void): void {
  listeners.add(listener);
}

/** Called once at the start. */
export function watchNetwork(): void {
  window.addEventListener('offline', () => useNetwork.setState({ online: false }));
  window.addEventListener('online', () => {
    useNetwork.setState({ online: true });
    for (const listener of listeners) listener();
  });
}
