import { bindWechat, type RequestCode, requestCode } from '@zerentian/shared/people/session.contract';
import { useCallback, useState } from 'react';
import { usePlainSubmission } from '../platform/use-submission';
import { wechatCode } from '../platform/wechat-code';
import { Button } from '../ui/button';
import { ErrorSummary } from '../ui/error-summary';
import { TextInput } from '../ui/field';
import { Box } from '../ui/primitives/box';
import { Form } from '../ui/primitives/form';
import { bindWechatIdentity, sendCode } from './sign-in.api';
import { useEntry } from './use-entry';

type Binding = { phone?: string; oneTimeCode?: string };

/** The contract asks for a WeChat code too, which is fetched at the moment of sending: it is good only once. */
const BINDING = {
  safeParse: (input: unknown) => bindWechat.safeParse({ code: 'fetched-when-sent', ...(input as Binding) }),
};

/** Ties this WeChat to whoever has the phone number in the township's roster. */
export function BindForm({ onCancel }: { onCancel: () => void }) {
  const [phone, setPhone] = useState('');
  const [oneTimeCode, setCode] = useState('');
  const enter = useEntry();
  const send = useCallback(
    async ({ phone, oneTimeCode }: Binding) => bindWechatIdentity({ code: await wechatCode(), phone, oneTimeCode }),
    [],
  );
  const { submit, errors, problem, busy } = usePlainSubmission({ contract: BINDING, send, onDone: enter });
  return (
    <Form onSubmit={() => void submit({ phone, oneTimeCode })}>
      <Box className="text-note">
        这个微信还没有和名册里的人绑定。用登记的手机号和验证码绑定一次，以后点一下就能登录。
      </Box>
      <ErrorSummary errors={errors} problem={problem} />
      <CodeRequest phone={phone} onPhone={setPhone} error={errors.phone} onDemoCode={setCode} />
      <TextInput
        id="oneTimeCode"
        label="验证码"
        type="tel"
        maxLength={6}
        value={oneTimeCode}
        error={errors.oneTimeCode}
        onChange={setCode}
      />
      <Button
        id="bind-wechat"
        wide
        busy={busy}
        busyText="正在绑定…"
        onPress={() => void submit({ phone, oneTimeCode })}
      >
        绑定并登录
      </Button>
      <Button kind="quiet" wide onPress={onCancel}>
        改用账号密码
      </Button>
    </Form>
  );
}

interface CodeRequestProps {
  phone: string;
  error: string | undefined;
  onPhone: (phone: string) => void;
  onDemoCode: (code: string) => void;
}

function CodeRequest({ phone, error, onPhone, onDemoCode }: CodeRequestProps) {
  const [sentText, setSentText] = useState('');
  const send = useCallback((body: RequestCode) => sendCode(body), []);
  const { submit, errors, problem, busy } = usePlainSubmission({
    contract: requestCode,
    send,
    onDone: (answer) => {
      setSentText(answer.demoCode ? `示例环境的验证码：${answer.demoCode}` : '验证码已发送，请查看短信。');
      if (answer.demoCode) onDemoCode(answer.demoCode);
    },
  });
  return (
    <Box className="stack stack--tight">
      <TextInput
        id="phone"
        label="手机号"
        type="tel"
        maxLength={11}
        hint="名册里登记的手机号"
        value={phone}
        error={errors.phone ?? problem?.detail ?? error}
        onChange={onPhone}
      />
      <Button id="send-code" kind="secondary" busy={busy} busyText="正在发送…" onPress={() => void submit({ phone })}>
        获取验证码
      </Button>
      {sentText && (
        <Box className="text-note" role="status">
          {sentText}
        </Box>
      )}
    </Box>
  );
}
