import { useCallback, useEffect, useRef } from 'react';
import { asProblem } from '../platform/api-problem';
import type { LocalPhoto } from './photo-store';
import { sendPhoto } from './photos.api';

/** Sends every photo that waits, one after the other: one bar of signal carries one thing at a time. */
export function usePhotoUploads(photos: readonly LocalPhoto[], onChange: (photos: LocalPhoto[]) => void): void {
  const latest = useRef(photos);
  latest.current = photos;
  const sending = useRef(false);

  const update = useCallback(
    (id: string, part: Partial<LocalPhoto>) => {
      const next = latest.current.map((photo) => (photo.id === id ? { ...photo, ...part } : photo));
      latest.current = next;
      onChange(next);
    },
    [onChange],
  );

  useEffect(() => {
    const next = photos.find(({ state }) => state === 'waiting');
    if (sending.current || !next) return;
    sending.current = true;
    update(next.id, { state: 'sending' });
    sendPhoto(next.id, next.source, (done, parts) => update(next.id, { done, parts }))
      .then(() => ({ state: 'stored' }) as const)
      .catch((error: unknown) => ({ state: 'failed', problem: asProblem(error).detail }) as const)
      .then((result) => {
        sending.current = false;
        update(next.id, result);
      });
  }, [photos, update]);
}
