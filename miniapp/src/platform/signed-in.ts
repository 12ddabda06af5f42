import Taro, { useDidShow } from '@tarojs/taro';
import { PAGES } from './navigation';
import { type QueryValues, queryString } from './query-string';
import { useSession } from './session';

/** Whether somebody is signed in; where `required` and nobody is, the sign-in page opens and leads back here. */
export function useSignedIn(required: boolean): boolean {
  const signedIn = useSession((state) => state.token !== null);
  useDidShow(() => {
    if (required && !useSession.getState().token) askToSignIn();
  });
  return signedIn;
}

/** When a session ends under an open page, the sign-in page opens; what was typed is kept as a draft. */
export function watchSession(): void {
  useSession.subscribe((now, before) => {
    if (before.token && !now.token) askToSignIn();
  });
}

function askToSignIn(): void {
  const { router } = Taro.getCurrentInstance();
  const here = router ? `/${router.path.replace(/^\//, '').replace(/\?.*$/, '')}` : '';
  const away =
    here === '' || here === PAGES.signIn || here === PAGES.today || useSession.getState().ended === 'signed-out';
  const then = away ? undefined : `${here}${queryString(ownParams(router?.params))}`;
  void Taro.reLaunch({ url: `${PAGES.signIn}${queryString({ then })}` });
}

/** The page's own parameters, without those that Taro adds. */
function ownParams(params: Record<string, string | undefined> | undefined): QueryValues {
  const entries = Object.entries(params ?? {}).filter(([key]) => key !== 'stamp' && !key.startsWith('$'));
  return Object.fromEntries(entries.map(([key, value]) => [key, decodeURIComponent(value ?? '')]));
}
