import { useEffect, useState } from 'react';
import { useUnsavedDrafts } from '../platform/draft-store';
import { roomTaken } from '../platform/room';
import { Box } from './primitives/box';

const NEARLY_FULL = 0.8;

/** Said before a form is begun, while there is still something to do about it; and where it is too late for that. */
export function RoomNotice() {
  const [taken, setTaken] = useState(0);
  useEffect(() => {
    void roomTaken().then(setTaken);
  }, []);
  const isUnsaved = useUnsavedDrafts(({ drafts }) => Object.keys(drafts).length > 0);
  if (isUnsaved) {
    return (
      <Box className="kept" role="status">
        手机给小程序的空间满了，正在写的没能存下来：提交之前请不要关掉小程序。
      </Box>
    );
  }
  if (taken < NEARLY_FULL) return null;
  return (
    <Box className="kept" role="status">
      {`这台手机给小程序的空间快满了（已用 ${Math.floor(taken * 100)}%）。没发出的都还在；请到有信号的地方，先在“待发送”里发出去，再拍新的照片。`}
    </Box>
  );
}
