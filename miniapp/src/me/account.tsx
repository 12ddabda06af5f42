import { useState } from 'react';
import { Button } from '../ui/button';
import { Box } from '../ui/primitives/box';
import { Section } from '../ui/section';
import { Sheet } from '../ui/sheet';
import { OpenSessions } from './open-sessions';
import { PasswordChange } from './password-change';
import { SignOut } from './sign-out';

/** The account: its password, where it is signed in, and the way out. */
export function Account() {
  const [sheet, setSheet] = useState<'password' | 'sessions' | null>(null);
  const close = () => setSheet(null);
  return (
    <Section title="账号" note={`版本 ${__CLIENT_VERSION__}`}>
      <Box className="stack stack--tight">
        <Button id="change-password" kind="secondary" wide onPress={() => setSheet('password')}>
          修改密码
        </Button>
        <Button id="open-sessions" kind="secondary" wide onPress={() => setSheet('sessions')}>
          登录在哪些设备
        </Button>
        <SignOut />
      </Box>
      <Sheet id="password-sheet" open={sheet === 'password'} title="修改密码" onClose={close}>
        <PasswordChange onDone={close} />
      </Sheet>
      <Sheet id="sessions-sheet" open={sheet === 'sessions'} title="登录在哪些设备" onClose={close}>
        <OpenSessions />
      </Sheet>
    </Section>
  );
}
