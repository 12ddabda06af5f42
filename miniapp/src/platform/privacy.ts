import Taro from '@tarojs/taro';
import { create } from 'zustand';

/**
 * WeChat lets nobody's camera, album or place be used before they agreed to what is done with it. It asks by this event when one of them is used for the
 * first time, and the call goes on with the answer; who says no goes on without photo or place. An older WeChat asks by itself.
 */
type Answer = (answer: { event: 'agree' | 'disagree'; buttonId?: string }) => void;

export const usePrivacy = create<{ waiting: readonly Answer[] }>(() => ({ waiting: [] }));

/** WeChat believes an agreement only from a button of this id. */
export const AGREE_BUTTON = 'agree-privacy';

/** Called once at the start. */
export function watchPrivacy(): void {
  if (!Taro.canIUse('onNeedPrivacyAuthorization')) return;
  Taro.onNeedPrivacyAuthorization((answer) => {
    usePrivacy.setState(({ waiting }) => ({ waiting: [...waiting, answer as Answer] }));
  });
}

export function answerPrivacy(agreed: boolean): void {
  const { waiting } = usePrivacy.getState();
  usePrivacy.setState({ waiting: [] });
  for (const answer of waiting) answer(agreed ? { event: 'agree', buttonId: AGREE_BUTTON } : { event: 'disagree' });
}

/** The operator's own guideline, as WeChat shows it. */
export function openContract(): void {
  Taro.openPrivacyContract({ fail: () => undefined });
}
