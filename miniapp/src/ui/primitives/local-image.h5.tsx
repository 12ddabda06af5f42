import { useEffect, useState } from 'react';
import { addressOfPhoto } from '../../platform/photo-files';

/** A picture that is on this device. */
export function LocalImage({ className, source, words }: { className: string; source: string; words: string }) {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    let made: string | undefined;
    let gone = false;
    void addressOfPhoto(source)
      .then((url) => {
        made = url;
        if (gone) URL.revokeObjectURL(url);
        else setAddress(url);
      })
      .catch(() => undefined);
    return () => {
      gone = true;
      if (made) URL.revokeObjectURL(made);
    };
  }, [source]);
  return <img className={className} src={address} alt={words} width={96} height={96} />;
}
