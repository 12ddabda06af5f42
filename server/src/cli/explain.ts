import { PROBLEMS } from '@zerentian/shared/problem';
import { CatalogueFileError } from '../duties/catalogue-file';
import { ConfigError } from '../platform/config';
import { DataDirInUse } from '../platform/data-dir';
import { ProblemError } from '../platform/problem';

/** Thrown for what the operator can put right; only the message is printed. */
export class CommandError extends Error {}

/** An error in words for the terminal; what nobody foresaw with its stack. */
export function explain(error: unknown): string {
  if (error instanceof ProblemError) {
    const { title, detail } = PROBLEMS[error.code];
    const fields = (error.errors ?? []).map(({ path, message }) => `  ${path}：${message}`);
    return fields.length > 0 ? [`${title}：`, ...fields].join('\n') : (error.detail ?? detail);
  }
  const isPlain = [CommandError, CatalogueFileError, ConfigError, DataDirInUse].some((kind) => error instanceof kind);
  if (isPlain) return (error as Error).message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
