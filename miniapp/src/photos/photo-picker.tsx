import { useEffect, useRef } from 'react';
import { newId } from '../platform/id';
import { choosePhotos } from '../platform/photo-files';
import { Icon } from '../ui/icon';
import { Box, Span } from '../ui/primitives/box';
import { LocalImage } from '../ui/primitives/local-image';
import { Pressable } from '../ui/primitives/pressable';
import '../ui/photo-grid.scss';
import { type LocalPhoto, MOST_PHOTOS, progressWords } from './photo-store';
import { usePhotoUploads } from './use-photo-uploads';

interface PhotoPickerProps {
  id: string;
  photos: LocalPhoto[];
  onChange: (photos: LocalPhoto[]) => void;
  /** Big and first, where a photo alone is enough. */
  prominent?: boolean;
}

/** Photos that are sent while the text is still being typed; each says how far it is. */
export function PhotoPicker({ id, photos, onChange, prominent = false }: PhotoPickerProps) {
  useInterrupted(photos, onChange);
  usePhotoUploads(photos, onChange);
  const add = async () => {
    const sources = await choosePhotos(MOST_PHOTOS - photos.length);
    const added = sources.map((source): LocalPhoto => ({ id: newId(), source, state: 'waiting', done: 0, parts: 0 }));
    if (added.length > 0) onChange([...photos, ...added]);
  };
  const retry = (photo: LocalPhoto) =>
    onChange(photos.map((it) => (it.id === photo.id ? { ...it, state: 'waiting', problem: undefined } : it)));
  const big = prominent && photos.length === 0;
  return (
    <Box className="stack stack--tight">
      <Box className="photos" role="group" label="照片">
        {photos.map((photo, index) => (
          <Chosen
            key={photo.id}
            photo={photo}
            number={index + 1}
            onRetry={() => retry(photo)}
            onRemove={() => onChange(photos.filter((it) => it.id !== photo.id))}
          />
        ))}
        {photos.length < MOST_PHOTOS && (
          <Pressable
            id={id}
            className={big ? 'photos__add photos__add--first' : 'photos__add'}
            onPress={() => void add()}
          >
            <Icon name="camera" large />
            <Span className="photos__words">拍照或选照片</Span>
          </Pressable>
        )}
      </Box>
      {photos.map(
        ({ id, problem }) =>
          problem && (
            <Box key={id} className="text-alert">
              {problem}
            </Box>
          ),
      )}
    </Box>
  );
}

interface ChosenProps {
  photo: LocalPhoto;
  number: number;
  onRetry: () => void;
  onRemove: () => void;
}

function Chosen({ photo, number, onRetry, onRemove }: ChosenProps) {
  return (
    <Box className="photos__item">
      <LocalImage className="photos__image" source={photo.source} words={`照片 ${number}`} />
      {photo.state === 'failed' ? (
        <Pressable className="photos__state" onPress={onRetry}>
          没传上，点此重传
        </Pressable>
      ) : (
        <Box className="photos__state" live="polite">
          {progressWords(photo)}
        </Box>
      )}
      <Pressable className="photos__remove" onPress={onRemove} label={`去掉照片 ${number}`}>
        <Icon name="close" large />
      </Pressable>
    </Box>
  );
}

/** A draft may open with photos that were on their way when the app was killed: they start again. */
function useInterrupted(photos: LocalPhoto[], onChange: (photos: LocalPhoto[]) => void): void {
  const looked = useRef(false);
  useEffect(() => {
    if (looked.current) return;
    looked.current = true;
    if (!photos.some(({ state }) => state === 'sending')) return;
    onChange(photos.map((photo) => (photo.state === 'sending' ? { ...photo, state: 'waiting' } : photo)));
  }, [photos, onChange]);
}
