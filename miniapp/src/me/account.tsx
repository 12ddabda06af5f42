import { open } from '../platform/navigation';
import { Button } from '../ui/button';
import { Box } from '../ui/primitives/box';
import { Section } from '../ui/section';
import { Sheet } from '../ui/sheet';
import { OpenSessions } from './open-sessions';
import { PasswordChange } from './password-change';
import { SignOut } from './sign-out';

export type AccountSheet = 'password' | 'sessions';

/** The account: its password, where it is signed in, and the way out. */
export function Account({ onAsk }: { onAsk: (sheet: AccountSheet) => void }) {
  return (
    <Section title="账号" note={`版本 ${__CLIENT_VERSION__}`}>
      <Box className="stack stack--tight">
        <Button id="change-password" kind="secondary" wide onPress={() => onAsk('password')}>
          修改密码
        </Button>
        <Button id="open-sessions" kind="secondary" wide onPress={() => onAsk('sessions')}>
          登录在哪些设备
        </Button>
        <Button id="privacy" kind="secondary" wide onPress={() => open('privacy')}>
          隐私说明
        </Button>
        <SignOut />
      </Box>
    </Section>
  );
}

/** Stands outside the columns: within one that stays in place it would lie below the header and the navigation. */
export function AccountSheets({ sheet, onClose }: { sheet: AccountSheet | null; onClose: () => void }) {
  return (
    <>
      <Sheet id="password-sheet" open={sheet === 'password'} title="修改密码" onClose={onClose}>
        <PasswordChange onDone={onClose} />
      </Sheet>
      <Sheet id="sessions-sheet" open={sheet === 'sessions'} title="登录在哪些设备" closeText="关闭" onClose={onClose}>
        <OpenSessions />
      </Sheet>
    </>
  );
}
