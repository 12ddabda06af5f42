import { useState } from 'react';
import { type ApiProblem, asProblem } from '../platform/api-problem';
import { wechatCode } from '../platform/wechat-code';
import { Button } from '../ui/button';
import { ErrorSummary } from '../ui/error-summary';
import { Box } from '../ui/primitives/box';
import { signInByWechat } from './sign-in.api';
import { useEntry } from './use-entry';

const NO_ERRORS = {};

/** One tap, where this WeChat is already tied to somebody of the roster; otherwise the way to tie it. */
export function WechatSignIn({ onNotBound }: { onNotBound: () => void }) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const enter = useEntry();
  const go = async () => {
    setBusy(true);
    setProblem(null);
    try {
      enter(await signInByWechat({ code: await wechatCode() }));
    } catch (error) {
      const refused = asProblem(error);
      if (refused.code === 'not_bound') onNotBound();
      else setProblem(refused);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Box className="stack">
      <ErrorSummary errors={NO_ERRORS} problem={problem} />
      <Button id="wechat-sign-in" wide busy={busy} busyText="正在登录…" onPress={() => void go()}>
        微信登录
      </Button>
      <Box className="sign-in__or">或者用账号密码</Box>
    </Box>
  );
}
