import { useState } from 'react';
import { useSession } from '../platform/session';
import { inWechat } from '../platform/wechat-code';
import { Page } from '../ui/page';
import { Box, Heading, Span } from '../ui/primitives/box';
import { BindForm } from './bind-form';
import { DemoRoles } from './demo-roles';
import { PasswordForm } from './password-form';
import { WechatSignIn } from './wechat-sign-in';
import './sign-in.scss';

export default function SignInPage() {
  const ended = useSession((state) => state.ended);
  const [binding, setBinding] = useState(false);
  return (
    <Page title="登录" alone>
      <Box className="sign-in">
        <Box className="sign-in__main">
          <Heading level={1} className="sign-in__name">
            责任田
          </Heading>
          <Box className="sign-in__line">谁的责任、在哪里、做了什么，一看就清楚。</Box>
          {ended === 'expired' && (
            <Box className="sign-in__notice" role="status">
              登录已过期，请重新登录。您填写的内容还在手机上，登录后可以接着写。
            </Box>
          )}
          {binding ? (
            <BindForm onCancel={() => setBinding(false)} />
          ) : (
            <>
              {inWechat && <WechatSignIn onNotBound={() => setBinding(true)} />}
              <PasswordForm />
            </>
          )}
          <Box className="sign-in__help">
            <Span>没有账号或忘记密码，请联系乡镇管理员。</Span>
          </Box>
        </Box>
        {!binding && <DemoRoles />}
      </Box>
    </Page>
  );
}
