/** Where the thumbnail of a stored photo lies: beside it. */
export function thumbnailPath(path: string): string {
  return path.replace(/\.jpg$/, '.thumb.jpg');
}
