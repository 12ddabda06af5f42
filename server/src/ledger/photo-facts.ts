/** A photo as an act keeps it: the digest is of the file as stored. */
export interface PhotoFact {
  id: string;
  digest: string;
}

/** The photos that an act names, before and after. */
export function photosIn(facts: Record<string, unknown> | undefined): PhotoFact[] {
  return [facts?.photos, facts?.afterPhotos].flatMap((list) => (Array.isArray(list) ? list.filter(isPhotoFact) : []));
}

function isPhotoFact(value: unknown): value is PhotoFact {
  const fact = value as PhotoFact | null;
  return typeof fact?.id === 'string' && typeof fact.digest === 'string';
}
