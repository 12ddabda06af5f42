import { Image } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { absolute } from '../platform/address';
import { Box } from './primitives/box';
import { Pressable } from './primitives/pressable';
import './photo-grid.scss';

interface PhotoGridProps {
  photos: readonly { id: string; url: string; thumbnailUrl: string }[];
  /** What they show, for screen readers. */
  what: string;
}

/** Thumbnails; a tap shows the photo whole. */
export function PhotoGrid({ photos, what }: PhotoGridProps) {
  if (photos.length === 0) return null;
  const urls = photos.map(({ url }) => absolute(url));
  return (
    <Box className="photos" label={what}>
      {photos.map(({ id, url, thumbnailUrl }) => (
        <Pressable
          key={id}
          className="photos__item"
          onPress={() => void Taro.previewImage({ current: absolute(url), urls })}
        >
          <Image className="photos__image" mode="aspectFill" src={absolute(thumbnailUrl)} lazyLoad />
        </Pressable>
      ))}
    </Box>
  );
}
