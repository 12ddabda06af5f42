import { useRef, useState } from 'react';
import type { LocalPhoto } from '../../photos/photo-store';
import { withRoom } from '../../photos/use-photos';
import { newId } from '../../platform/id';
import { forgetPhoto, keepPicture } from '../../platform/photo-files';
import { tell } from '../../platform/tell';

/**
 * A signature as it grows: each stroke keeps a newer picture and lets go of the one before, so that nothing has to be tapped when it is
 * done. `drawing`: the pad is shown; a signature of an earlier draft is shown as its picture until it is wiped.
 */
export function useSignature(signature: LocalPhoto | null, onChange: (signature: LocalPhoto | null) => void) {
  const [drawing, setDrawing] = useState(signature === null);
  const [pad, setPad] = useState(0);
  const latest = useRef({ stroke: 0, kept: signature });
  const take = async (picture: string) => {
    latest.current.stroke += 1;
    const { stroke } = latest.current;
    const kept = await keepPicture(picture);
    if (typeof kept === 'string') return tell(kept);
    if (stroke < latest.current.stroke) return forgetPhoto(kept.source);
    if (latest.current.kept) forgetPhoto(latest.current.kept.source);
    latest.current.kept = { ...(await withRoom(kept)), id: newId() };
    onChange(latest.current.kept);
  };
  const wipe = () => {
    if (latest.current.kept) forgetPhoto(latest.current.kept.source);
    latest.current = { stroke: latest.current.stroke + 1, kept: null };
    setDrawing(true);
    setPad((count) => count + 1);
    onChange(null);
  };
  return { drawing, pad, take, wipe };
}
