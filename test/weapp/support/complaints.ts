/**
 * Everything that would be broken on a phone, though the program may go on: a call that WeChat would refuse, an error
 * that nobody caught. What a program swallows is not lost: a test ends with `none()`.
 */
export class Complaints {
  readonly all: string[] = [];

  add(text: string): void {
    this.all.push(text);
  }

  /** @throws if there is any; they are then forgotten, so that one fault fails one test */
  none(): void {
    const found = this.all.splice(0);
    if (found.length > 0) throw new Error(`The program would be broken on a phone:\n- ${found.join('\n- ')}`);
  }
}

/** An error as one line with where it came from. */
export function errorText(error: unknown): string {
  const { message, stack } = (error ?? {}) as { message?: string; stack?: string };
  if (message === undefined) return typeof error === 'object' ? JSON.stringify(error) : String(error);
  const where = stack?.split('\n').find((line) => line.trim().startsWith('at '));
  return `${message}${where ? ` (${where.trim()})` : ''}`;
}
