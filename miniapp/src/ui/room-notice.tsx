import { useEffect, useState } from 'react';
import { roomTaken } from '../platform/room';
import { Box } from './primitives/box';

const NEARLY_FULL = 0.8;

/** Said before a form is begun, while there is still something to do about it. */
export function RoomNotice() {
  const [taken, setTaken] = useState(0);
  useEffect(() => {
    void roomTaken().then(setTaken);
  }, []);
  if (taken < NEARLY_FULL) return null;
  return (
    <Box className="kept" role="status">
      {`这台手机给小程序的空间快满了（已用 ${Math.floor(taken * 100)}%）。没发出的都还在；请到有信号的地方，先在“待发送”里发出去，再拍新的照片。`}
    </Box>
  );
}
