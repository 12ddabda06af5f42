import { changePassword } from '@zerentian/shared/people/account.contract';
import { useState } from 'react';
import { tell } from '../platform/tell';
import { usePlainSubmission } from '../platform/use-submission';
import { Button } from '../ui/button';
import { ErrorSummary } from '../ui/error-summary';
import { TextInput } from '../ui/field';
import { Form } from '../ui/primitives/form';
import { sendNewPassword } from './me.api';

/** A new password; every other device is signed out by it. */
export function PasswordChange({ onDone }: { onDone: () => void }) {
  const [values, setValues] = useState({ currentPassword: '', newPassword: '' });
  const { submit, errors, problem, busy } = usePlainSubmission({
    contract: changePassword,
    send: sendNewPassword,
    onDone: () => {
      tell('密码已修改，其他设备已退出');
      onDone();
    },
  });
  return (
    <Form onSubmit={() => void submit(values)}>
      <ErrorSummary errors={errors} problem={problem} />
      <TextInput
        id="currentPassword"
        label="现在的密码"
        type="password"
        autoComplete="current-password"
        value={values.currentPassword}
        error={errors.currentPassword}
        onChange={(currentPassword) => setValues({ ...values, currentPassword })}
      />
      <TextInput
        id="newPassword"
        label="新密码"
        hint="至少 8 位"
        type="password"
        autoComplete="new-password"
        value={values.newPassword}
        error={errors.newPassword}
        onChange={(newPassword) => setValues({ ...values, newPassword })}
      />
      <Button id="save-password" busy={busy} onPress={() => void submit(values)}>
        修改密码
      </Button>
    </Form>
  );
}
