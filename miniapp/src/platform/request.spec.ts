import Taro from '@tarojs/taro';
import { request } from './request';
import { currentToken, startSession, useSession } from './session';

jest.mock('@tarojs/taro', () => ({ request: jest.fn(), getStorageSync: () => '', setStorageSync: () => undefined }));

Object.assign(globalThis, { __SERVER__: '', __CLIENT_VERSION__: '1.0.0' });

const EXPIRED = { code: 'session_expired', title: '登录已过期', status: 401, detail: '请重新登录。' };
const session = (token: string) => ({ token, person: { id: 'p', name: '张建国（示例）' }, posts: [] }) as never;

/** What the server says to a request that is still on its way. */
function underway(): (statusCode: number, body: object) => void {
  let answer: (value: object) => void;
  (Taro.request as unknown as jest.Mock).mockReturnValue(new Promise((resolve) => (answer = resolve)));
  return (statusCode, body) => answer({ statusCode, header: {}, data: JSON.stringify(body) });
}

it('ends the session that the server no longer knows', async () => {
  startSession(session('one'));
  const answer = underway();
  const asked = request('GET', '/today');
  answer(401, EXPIRED);
  await expect(asked).rejects.toMatchObject({ code: 'session_expired' });
  expect(useSession.getState()).toMatchObject({ token: null, ended: 'expired' });
});

it('leaves alone whoever has signed in again, when a late answer speaks of the session before', async () => {
  startSession(session('one'));
  const answer = underway();
  const asked = request('GET', '/today');
  startSession(session('two'));
  answer(401, EXPIRED);
  await expect(asked).rejects.toMatchObject({ code: 'session_expired' });
  expect(currentToken()).toBe('two');
});
