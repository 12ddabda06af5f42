import { useDidShow } from '@tarojs/taro';
import { useEffect } from 'react';
import { replaceWith } from './navigation';
import { useSession } from './session';

/** Whether somebody is signed in; where `required` and nobody is, the sign-in page takes this one's place. */
export function useSignedIn(required: boolean): boolean {
  const signedIn = useSession((state) => state.token !== null);
  const leave = () => {
    if (required && !useSession.getState().token) replaceWith('signIn');
  };
  useDidShow(leave);
  useEffect(leave, [signedIn]);
  return signedIn;
}
