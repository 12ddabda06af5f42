import type { DemoLogin } from '@zerentian/shared/people/session.contract';
import { useState } from 'react';
import { type ApiProblem, asProblem } from '../platform/api-problem';
import { ErrorSummary } from '../ui/error-summary';
import { Box, Span } from '../ui/primitives/box';
import { Pressable } from '../ui/primitives/pressable';
import { Section } from '../ui/section';
import { signInByPassword, useDemoLogins } from './sign-in.api';
import { useEntry } from './use-entry';

const NO_ERRORS = {};

/** Every role of the demo township on one tap. Shown only where the server is a demo. */
export function DemoRoles() {
  const { data } = useDemoLogins();
  const enter = useEntry();
  const [entering, setEntering] = useState<string | null>(null);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  if (!data || data.length === 0) return null;
  const go = async ({ login, password }: DemoLogin) => {
    setEntering(login);
    setProblem(null);
    try {
      enter(await signInByPassword({ login, password }));
    } catch (error) {
      setProblem(asProblem(error));
      setEntering(null);
    }
  };
  return (
    <Box className="sign-in__demo">
      <Section title="示例环境：点一个角色直接进入" note="人员和企业都是虚构的示例">
        <ErrorSummary errors={NO_ERRORS} problem={problem} />
        <Box className="sign-in__roles">
          {data.map((role) => (
            <Pressable
              key={role.login}
              id={`demo-${role.login}`}
              className="sign-in__role"
              disabled={entering !== null}
              onPress={() => void go(role)}
            >
              <Span className="sign-in__post">{role.post}</Span>
              <Span className="sign-in__who">
                {entering === role.login ? '正在进入…' : `${role.name} ${role.areaName}`}
              </Span>
            </Pressable>
          ))}
        </Box>
      </Section>
    </Box>
  );
}
