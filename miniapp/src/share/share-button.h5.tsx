import { tell } from '../platform/tell';
import { Button } from '../ui/button';
import type { ShareButtonProps } from './share-button-props';

/** A browser has no cards: words and address, to be pasted into a chat. */
export function ShareButton({ title, path }: ShareButtonProps) {
  const address = `${location.origin}${location.pathname}#${path}`;
  const copy = () =>
    navigator.clipboard.writeText(`${title} ${address}`).then(
      () => tell('已复制，可以粘贴到微信群'),
      () => tell('浏览器不让复制，请从地址栏复制'),
    );
  return (
    <Button id="share-hazard" kind="secondary" wide onPress={() => void copy()}>
      复制链接，发到微信
    </Button>
  );
}
