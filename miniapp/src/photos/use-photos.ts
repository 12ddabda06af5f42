import { useState } from 'react';
import { newId } from '../platform/id';
import { tidy } from '../platform/outbox/outbox-tidy';
import { choosePhotos, forgetPhoto, keepAgain } from '../platform/photo-files';
import type { LocalPhoto } from './photo-store';

const NO_ROOM =
  '手机给小程序的空间满了，照片没能存下来：这次打开期间可以照常提交，关掉小程序就没有了。请先到“待发送”把没发出的发出去。';

/** Choosing and taking away the photos of a form: each is on the phone before it stands in the form. */
export function usePhotos(photos: readonly LocalPhoto[], onChange: (photos: LocalPhoto[]) => void, most: number) {
  const [problems, setProblems] = useState<readonly string[]>([]);
  const [busy, setBusy] = useState(false);

  const add = async () => {
    setBusy(true);
    const chosen = await choosePhotos(most - photos.length);
    const kept = await Promise.all(chosen.photos.map(async (photo) => ({ ...(await withRoom(photo)), id: newId() })));
    setBusy(false);
    setProblems([...new Set([...chosen.problems, ...(kept.some((photo) => photo.temporary) ? [NO_ROOM] : [])])]);
    if (kept.length > 0) onChange([...photos, ...kept]);
  };

  const remove = (photo: LocalPhoto) => {
    forgetPhoto(photo.source);
    onChange(photos.filter(({ id }) => id !== photo.id));
  };

  return { add, remove, problems, busy };
}

/** A photo for which there was none, after making some. */
export async function withRoom(photo: Omit<LocalPhoto, 'id'>): Promise<Omit<LocalPhoto, 'id'>> {
  if (!photo.temporary) return photo;
  await tidy();
  return keepAgain(photo);
}
