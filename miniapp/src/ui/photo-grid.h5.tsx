import { absolute } from '../platform/address';
import { Box } from './primitives/box';
import './photo-grid.scss';

interface PhotoGridProps {
  photos: readonly { id: string; url: string; thumbnailUrl: string }[];
  /** What they show, for screen readers. */
  what: string;
}

/** Thumbnails; a click opens the photo whole beside the page. */
export function PhotoGrid({ photos, what }: PhotoGridProps) {
  if (photos.length === 0) return null;
  return (
    <Box className="photos" role="group" label={what}>
      {photos.map(({ id, url, thumbnailUrl }, index) => (
        <a key={id} className="photos__item" href={absolute(url)} target="_blank" rel="noreferrer">
          <img
            className="photos__image"
            src={absolute(thumbnailUrl)}
            alt={`${what} ${index + 1}`}
            width={96}
            height={96}
            loading="lazy"
          />
        </a>
      ))}
    </Box>
  );
}
