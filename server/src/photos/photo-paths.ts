/** Storage key of a stored photo. A row's `path` is `<township>/<yyyy>/<mm>/<id>.jpg`. */
export function fullKey(path: string): string {
  return `photos/${path}`;
}

/** Storage key of the small picture that stands for a photo until it has arrived. */
export function previewKey(id: string): string {
  return `previews/${id}.jpg`;
}

/** Storage key of its thumbnail, which lies beside it. */
export function thumbnailKey(path: string): string {
  return fullKey(path).replace(/\.jpg$/, '.thumb.jpg');
}
