/** What the drivers' error numbers mean: MariaDB by `errno`, SQLite by `errcode`. */
interface DriverError {
  errno?: number;
  errcode?: number;
  code?: string;
}

function driverError(error: unknown): DriverError {
  const outer = error as { driverError?: DriverError } | null;
  return outer?.driverError ?? (error as DriverError | null) ?? {};
}

/** A unique or primary key stood in the way. */
export function isDuplicate(error: unknown): boolean {
  const { errno, errcode } = driverError(error);
  return errno === 1062 || errcode === 2067 || errcode === 1555;
}

/** The transaction lost a race and may be run again: deadlock (1213), lock wait (1205), a row changed since it began (1020). */
export function isRetriable(error: unknown): boolean {
  const { errno } = driverError(error);
  return errno === 1213 || errno === 1205 || errno === 1020;
}

/** The connection was refused, lost or cut in the midst. */
const CUT = ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'PROTOCOL_CONNECTION_LOST'];

/** The database cannot serve now. */
export function isBusy(error: unknown): boolean {
  const { errcode, code } = driverError(error);
  return (
    (errcode !== undefined && (errcode & 0xff) === 5) ||
    (code !== undefined && CUT.includes(code)) ||
    isRetriable(error)
  );
}
