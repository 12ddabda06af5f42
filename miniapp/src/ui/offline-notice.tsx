import { useNetwork } from '../platform/network';
import { Box } from './primitives/box';

/** Said on every page while there is no network: nothing is broken, and nothing gets lost. */
export function OfflineNotice() {
  const online = useNetwork((state) => state.online);
  if (online) return null;
  return (
    <Box className="kept" role="status">
      没有网络：看到的是手机里存的内容，新写的先存在手机里，有信号就发出。
    </Box>
  );
}
