import { useQuery } from '@tanstack/react-query';
import type {
  BindWechat,
  DemoLogin,
  RequestCode,
  SessionView,
  SignIn,
  SignInWithWechat,
} from '@zerentian/shared/people/session.contract';
import { ApiProblem } from '../platform/api-problem';
import { deviceName } from '../platform/device-name';
import { request } from '../platform/request';

/** With the device's name, so that its owner finds it among the open sessions. */
function named<T extends object>(body: T): T & { device: string } {
  return { ...body, device: deviceName() };
}

export function signInByPassword(body: SignIn): Promise<SessionView> {
  return request('POST', '/sessions', { body: named(body) });
}

export function signInByWechat(body: SignInWithWechat): Promise<SessionView> {
  return request('POST', '/sessions/wechat', { body: named(body) });
}

export function bindWechatIdentity(body: BindWechat): Promise<SessionView> {
  return request('POST', '/sessions/wechat/bind', { body: named(body) });
}

/** Sends a code to the phone; where the demo sender is on, the answer carries it. */
export function sendCode(body: RequestCode): Promise<{ expiresAt: string; demoCode?: string }> {
  return request('POST', '/one-time-codes', { body });
}

/** The demo's ready-made roles; empty wherever there is no demo. */
export function useDemoLogins() {
  return useQuery({
    queryKey: ['demo-logins'],
    queryFn: async ({ signal }) => {
      try {
        const answer = await request<{ items: DemoLogin[] } | DemoLogin[]>('GET', '/demo/logins', { signal });
        return Array.isArray(answer) ? answer : answer.items;
      } catch (error) {
        if (error instanceof ApiProblem && error.status === 404) return [];
        throw error;
      }
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
}
