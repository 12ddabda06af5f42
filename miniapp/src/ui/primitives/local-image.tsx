import { Image } from '@tarojs/components';

/** A picture that is on this device. */
export function LocalImage({ className, source }: { className: string; source: string; words: string }) {
  return <Image className={className} mode="aspectFill" src={source} />;
}
