import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** A gateway that keeps what it is given to send. */
export class SmsStub {
  readonly token = 'sms-token-never-logged';
  readonly sent: { phone: string; code: string; minutes: number; text: string; authorization: string | undefined }[] =
    [];
  /** Answers this status from now on. */
  status = 200;
  private readonly server = createServer(async (request, reply) => {
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece as Buffer);
    this.sent.push({ ...JSON.parse(Buffer.concat(pieces).toString()), authorization: request.headers.authorization });
    reply.writeHead(this.status).end('{}');
  });

  static async start(): Promise<SmsStub> {
    const stub = new SmsStub();
    await new Promise<void>((resolve) => stub.server.listen(0, '127.0.0.1', resolve));
    return stub;
  }

  /** Settings for a server that is to send through this. Outside the demo, where nothing is ever sent. */
  get settings(): Record<string, string> {
    const { port } = this.server.address() as AddressInfo;
    return { DEMO: '0', SMS_URL: `http://127.0.0.1:${port}/send`, SMS_TOKEN: this.token };
  }

  /** The code sent last to a phone; it leaves after the answer, so it is waited for. */
  async codeFor(phone: string, since = 0): Promise<string> {
    for (let tries = 0; tries < 200; tries++) {
      const found = this.sent.slice(since).findLast((message) => message.phone === phone);
      if (found) return found.code;
      await sleep(10);
    }
    throw new Error('no code was sent');
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}
