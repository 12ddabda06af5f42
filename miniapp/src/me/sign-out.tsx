import { useState } from 'react';
import { endSession } from '../platform/session';
import { Button } from '../ui/button';
import { Box } from '../ui/primitives/box';
import { closeSession } from './me.api';

/** Hands the phone to whoever is next: nothing of this person's lists stays on it. */
export function SignOut() {
  const [busy, setBusy] = useState(false);
  const leave = async () => {
    setBusy(true);
    // Without a network the server learns of it when the session runs out; the phone forgets it now.
    await closeSession().catch(() => undefined);
    endSession('signed-out');
  };
  return (
    <Box className="stack stack--tight">
      <Button id="sign-out" kind="alert" wide busy={busy} busyText="正在退出…" onPress={() => void leave()}>
        退出登录
      </Button>
      <Box className="text-third">
        退出后，这台手机上保存的列表会清除；草稿和没发出的内容会保留，您再登录时接着发，别人看不到。
      </Box>
    </Box>
  );
}
