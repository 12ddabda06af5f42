import { signIn } from '@zerentian/shared/people/session.contract';
import { useState } from 'react';
import { usePlainSubmission } from '../platform/use-submission';
import { Button } from '../ui/button';
import { ErrorSummary } from '../ui/error-summary';
import { TextInput } from '../ui/field';
import { Form } from '../ui/primitives/form';
import { signInByPassword } from './sign-in.api';
import { useEntry } from './use-entry';

/** Account and password, as the administrator handed them out. */
export function PasswordForm() {
  const [values, setValues] = useState({ login: '', password: '' });
  const enter = useEntry();
  const { submit, errors, problem, busy } = usePlainSubmission({
    contract: signIn,
    send: signInByPassword,
    onDone: enter,
  });
  const send = () => void submit(values);
  return (
    <Form onSubmit={send}>
      <ErrorSummary errors={errors} problem={problem} />
      <TextInput
        id="login"
        label="账号"
        autoComplete="username"
        value={values.login}
        error={errors.login}
        onChange={(login) => setValues({ ...values, login })}
      />
      <TextInput
        id="password"
        label="密码"
        type="password"
        autoComplete="current-password"
        value={values.password}
        error={errors.password}
        onChange={(password) => setValues({ ...values, password })}
        onDone={send}
      />
      <Button id="sign-in" wide busy={busy} busyText="正在登录…" onPress={send}>
        登录
      </Button>
    </Form>
  );
}
