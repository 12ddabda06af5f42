import { Button as NativeButton } from '@tarojs/components';
import { Icon } from '../ui/icon';
import { Span } from '../ui/primitives/box';
import '../ui/button.scss';
import './share-button.scss';
import type { ShareButtonProps } from './share-button-props';

/** WeChat opens its list of chats for no element but its own button. */
export function ShareButton(_: ShareButtonProps) {
  return (
    <NativeButton id="share-hazard" openType="share" className="button button--secondary button--wide share-button">
      <Icon name="next" />
      <Span>分享到微信</Span>
    </NativeButton>
  );
}
