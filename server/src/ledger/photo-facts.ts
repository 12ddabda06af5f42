/** A photo as an act keeps it: the digest is of the file as stored. */
export interface PhotoFact {
  id: string;
  digest: string;
}

/** Photos that an act took before they had arrived: their digest stands in an entry of their own, once they have. */
export function awaitedIn(facts: Record<string, unknown> | undefined): string[] {
  return named(facts).flatMap((it) => (isAwaited(it) ? [it.id] : []));
}

/** The photos that an act names with their digest, before and after. */
export function photosIn(facts: Record<string, unknown> | undefined): PhotoFact[] {
  return named(facts).filter(isPhotoFact);
}

function named(facts: Record<string, unknown> | undefined): unknown[] {
  return [facts?.photos, facts?.afterPhotos].flatMap((list) => (Array.isArray(list) ? list : []));
}

function isAwaited(value: unknown): value is { id: string } {
  const fact = value as { id?: unknown; announced?: unknown } | null;
  return typeof fact?.id === 'string' && typeof fact.announced === 'string';
}

function isPhotoFact(value: unknown): value is PhotoFact {
  const fact = value as PhotoFact | null;
  return typeof fact?.id === 'string' && typeof fact.digest === 'string';
}
