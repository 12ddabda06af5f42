import { once } from 'node:events';
import { Agent, createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { BadLine, VALLEY, type Weather } from './support/bad-line';
import { Seeded } from './support/seeded';

const CLEAR: Weather = { cut: 0, swallow: 0, late: 0, latestMs: 0 };

describe('the line that the fault tests send through', () => {
  let server: Server;
  let heard: number[];
  const lines: BadLine[] = [];

  beforeEach(async () => {
    heard = [];
    server = createServer((asked, answer) => {
      let bytes = 0;
      asked.on('data', (part: Buffer) => {
        bytes += part.length;
      });
      asked.on('end', () => {
        heard.push(bytes);
        answer.end('x'.repeat(1000));
      });
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
  });

  afterEach(async () => {
    for (const line of lines.splice(0)) await line.close();
    server.closeAllConnections();
    server.close();
  });

  async function through(weather: Weather, seed = 1): Promise<BadLine> {
    const { port } = server.address() as AddressInfo;
    const line = await BadLine.open(`http://127.0.0.1:${port}`, new Seeded(seed), weather);
    lines.push(line);
    return line;
  }

  /** The length of the answer, or -1 where none came whole. */
  function send(line: BadLine, bytes: number, agent?: Agent): Promise<number> {
    return new Promise((resolve) => {
      const sent = request(line.url, { method: 'PUT', agent: agent ?? false }, (answer) => {
        let length = 0;
        answer.on('data', (part: Buffer) => {
          length += part.length;
        });
        answer.on('end', () => resolve(length));
        answer.on('error', () => resolve(-1));
      });
      sent.on('error', () => resolve(-1));
      sent.end(Buffer.alloc(bytes, 7));
    });
  }

  it('passes everything on in clear weather, several exchanges on one connection too', async () => {
    const line = await through(CLEAR);
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    for (const size of [0, 10, 200_000]) expect(await send(line, size, agent)).toBe(1000);
    agent.destroy();
    expect(heard).toEqual([0, 10, 200_000]);
    expect(line.tally).toEqual({ exchanges: 3, cut: 0, swallowed: 0, late: 0 });
  });

  it('cuts requests short, or answers, and the sender learns of neither', async () => {
    const line = await through({ ...CLEAR, cut: 1 });
    const answers = [];
    for (let i = 0; i < 40; i++) answers.push(await send(line, 200_000));
    expect(answers).toEqual(answers.map(() => -1));
    expect(line.tally.cut).toBe(40);
    // Some broke off in the request, some only after the server had it all: the case that makes doubles.
    expect(heard.length).toBeGreaterThan(0);
    expect(heard.length).toBeLessThan(40);
  });

  it('swallows answers after the server has done its work', async () => {
    const line = await through({ ...CLEAR, swallow: 1 });
    expect(await send(line, 100)).toBe(-1);
    expect(heard).toEqual([100]);
  });

  it('lets answers come late, and whole', async () => {
    const line = await through({ ...CLEAR, late: 1, latestMs: 20 });
    expect(await send(line, 100)).toBe(1000);
    expect(line.tally.late).toBe(1);
  });

  it('does without any signal, and with it again', async () => {
    const line = await through(CLEAR);
    line.lose();
    expect(await send(line, 10)).toBe(-1);
    line.clear();
    expect(await send(line, 10)).toBe(1000);
    expect(heard).toEqual([10]);
  });

  it('does the same again with the same seed', async () => {
    const tallies = [];
    for (const _ of [1, 2]) {
      const line = await through(VALLEY, 20260101);
      for (let i = 0; i < 60; i++) await send(line, 2000);
      tallies.push(line.tally);
    }
    expect(tallies[0]).toEqual(tallies[1]);
    expect(tallies[0]!.cut).toBeGreaterThan(8);
  });
});
