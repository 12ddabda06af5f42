import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';

/**
 * A new password: asked for without showing it where somebody sits at a terminal, else the first line of standard input. Never an
 * argument, which other users of the machine could read.
 */
export async function askPassword(): Promise<string> {
  const { stdin, stderr } = process;
  if (stdin.isTTY) stderr.write('新密码（至少 8 位，输入时不显示）new password: ');
  const mute = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: stdin, output: mute, terminal: stdin.isTTY });
  try {
    for await (const line of lines) return line;
    return '';
  } finally {
    lines.close();
    if (stdin.isTTY) stderr.write('\n');
  }
}
