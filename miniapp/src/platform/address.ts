/** The whole address of a path that the server answered with (`/api/…`); h5 stays on its own origin. */
export function absolute(path: string): string {
  return path.startsWith('/') ? `${__SERVER__}${path}` : path;
}
