import { Icon } from '../ui/icon';
import { Box, Span } from '../ui/primitives/box';
import { LocalImage } from '../ui/primitives/local-image';
import { Pressable } from '../ui/primitives/pressable';
import '../ui/photo-grid.scss';
import { type LocalPhoto, MOST_PHOTOS } from './photo-store';
import { usePhotos } from './use-photos';

interface PhotoPickerProps {
  id: string;
  photos: LocalPhoto[];
  onChange: (photos: LocalPhoto[]) => void;
  /** Big and first, where a photo alone is enough. */
  prominent?: boolean;
  /** At most so many. */
  most?: number;
}

/** Photos of a form: made small, kept on the phone, sent by the outbox once the form is. */
export function PhotoPicker({ id, photos, onChange, prominent = false, most = MOST_PHOTOS }: PhotoPickerProps) {
  const { add, remove, problems, busy } = usePhotos(photos, onChange, most);
  const big = prominent && photos.length === 0;
  return (
    <Box className="stack stack--tight">
      <Box className="photos" role="group" label="照片">
        {photos.map((photo, index) => (
          <Chosen key={photo.id} photo={photo} number={index + 1} onRemove={() => remove(photo)} />
        ))}
        {photos.length < most && (
          <Pressable
            id={id}
            className={big ? 'photos__add photos__add--first' : 'photos__add'}
            onPress={() => {
              if (!busy) void add();
            }}
          >
            <Icon name="camera" large />
            <Span className="photos__words">{busy ? '正在存照片…' : '拍照或选照片'}</Span>
          </Pressable>
        )}
      </Box>
      <Box live="polite">
        {problems.map((words) => (
          <Box key={words} className="text-alert">
            {words}
          </Box>
        ))}
      </Box>
    </Box>
  );
}

interface ChosenProps {
  photo: LocalPhoto;
  number: number;
  onRemove: () => void;
}

function Chosen({ photo, number, onRemove }: ChosenProps) {
  return (
    <Box className="photos__item">
      <LocalImage className="photos__image" source={photo.source} words={`照片 ${number}`} />
      <Box className="photos__state">{photo.temporary ? '没存下来' : '已存手机'}</Box>
      <Pressable className="photos__remove" onPress={onRemove} label={`去掉照片 ${number}`}>
        <Icon name="close" large />
      </Pressable>
    </Box>
  );
}
