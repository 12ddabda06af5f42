import type { HazardDetail } from '@zerentian/shared/hazards/hazard.contract';
import { absolute } from '../../platform/address';
import { Box } from '../../ui/primitives/box';
import { LocalImage } from '../../ui/primitives/local-image';
import { Pressable } from '../../ui/primitives/pressable';
import '../../ui/photo-grid.scss';
import './step.scss';

interface OwnPhotosProps {
  photos: HazardDetail['photos'];
  chosen: readonly string[];
  onChange: (ids: string[]) => void;
}

/** The hazard's photos, each taken along or not. */
export function OwnPhotos({ photos, chosen, onChange }: OwnPhotosProps) {
  return (
    <Box id="own-photos" className="photos" role="group" label="已有的照片">
      {photos.map(({ id, thumbnailUrl }, index) => {
        const isOn = chosen.includes(id);
        return (
          <Pressable
            key={id}
            role="checkbox"
            pressed={isOn}
            label={`照片 ${index + 1}`}
            className={isOn ? 'photos__item own-photo own-photo--on' : 'photos__item own-photo'}
            onPress={() => onChange(isOn ? chosen.filter((it) => it !== id) : [...chosen, id])}
          >
            <LocalImage className="photos__image" source={absolute(thumbnailUrl)} words={`照片 ${index + 1}`} />
            <Box className="photos__state">{isOn ? '✓ 附上' : '不附'}</Box>
          </Pressable>
        );
      })}
    </Box>
  );
}
