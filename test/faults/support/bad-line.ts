import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import type { Seeded } from './seeded';

/** One bar of signal, in chances from 0 to 1 of every exchange of request and answer. */
export interface Weather {
  /** The connection breaks at some byte, of the request or of the answer. */
  cut: number;
  /** The server does its work, and its answer never arrives. */
  swallow: number;
  /** The answer comes late, by up to so many milliseconds. */
  late: number;
  latestMs: number;
}

/** 30 % cut, 5 % swallowed, some so late that the phone no longer waits; 20 seconds become 200 milliseconds. */
export const VALLEY: Weather = { cut: 0.3, swallow: 0.05, late: 0.1, latestMs: 300 };

type Fate = { kind: 'passes' } | { kind: 'swallowed' } | { kind: 'late'; ms: number } | { kind: 'cut'; up: number };

/** No request is longer than a part of a photo with its head. */
const LONGEST = 300_000;

/** What happened to the exchanges, for the figures of a run. */
export interface Tally {
  exchanges: number;
  cut: number;
  swallowed: number;
  late: number;
}

/** A line between phones and server that loses what a valley loses: TCP, so that neither side can tell it from the real thing. */
export class BadLine {
  readonly tally: Tally = { exchanges: 0, cut: 0, swallowed: 0, late: 0 };
  private readonly sockets = new Set<Socket>();
  private weather: Weather;
  private isDown = false;

  private constructor(
    private readonly server: Server,
    private readonly target: URL,
    private readonly chance: Seeded,
    weather: Weather,
  ) {
    this.weather = weather;
    server.on('connection', (phone) => this.carry(phone));
  }

  static async open(target: string, chance: Seeded, weather: Weather = VALLEY): Promise<BadLine> {
    const server = createServer();
    const line = new BadLine(server, new URL(target), chance, weather);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return line;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** The line as it should be. */
  clear(): void {
    this.weather = { cut: 0, swallow: 0, late: 0, latestMs: 0 };
    this.isDown = false;
  }

  /** No signal at all, until `clear` or `storm`. */
  lose(): void {
    this.isDown = true;
    for (const socket of this.sockets) socket.destroy();
  }

  storm(weather: Weather = VALLEY): void {
    this.weather = weather;
    this.isDown = false;
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    this.server.close();
    await once(this.server, 'close');
  }

  private carry(phone: Socket): void {
    if (this.isDown) {
      phone.resetAndDestroy();
      return;
    }
    const server = connect(Number(this.target.port), this.target.hostname);
    for (const socket of [phone, server]) {
      this.sockets.add(socket);
      socket.on('close', () => this.sockets.delete(socket));
      // A broken line is what this is for: either end may find the other gone at any moment.
      socket.on('error', () => socket.destroy());
    }
    phone.on('close', () => server.destroy());
    new Wire(phone, server, () => this.fate(), this.tally).join();
  }

  private fate(): Fate {
    const { cut, swallow, late, latestMs } = this.weather;
    const drawn = this.chance.next();
    if (drawn < cut) return { kind: 'cut', up: this.chance.anyScale(LONGEST) };
    if (drawn < cut + swallow) return { kind: 'swallowed' };
    if (drawn < cut + swallow + late) return { kind: 'late', ms: this.chance.between(0, latestMs) };
    return { kind: 'passes' };
  }
}

/** One connection: each request with its answer is an exchange with a fate of its own. */
class Wire {
  private fate: Fate = { kind: 'passes' };
  private sentUp = 0;
  private isAnswering = true;
  /** An answer that is still to be let through, late. */
  private held: NodeJS.Timeout | null = null;

  constructor(
    private readonly phone: Socket,
    private readonly server: Socket,
    private readonly draw: () => Fate,
    private readonly tally: Tally,
  ) {}

  join(): void {
    this.phone.on('data', (bytes: Buffer) => this.up(bytes));
    this.server.on('data', (bytes: Buffer) => this.down(bytes));
    this.server.on('close', () => this.held ?? this.phone.end());
  }

  private up(bytes: Buffer): void {
    if (this.isAnswering) this.begin();
    if (this.fate.kind === 'cut' && this.sentUp + bytes.length >= this.fate.up) {
      this.server.write(bytes.subarray(0, this.fate.up - this.sentUp), () => this.breakOff());
      return;
    }
    this.sentUp += bytes.length;
    this.server.write(bytes);
  }

  private begin(): void {
    this.isAnswering = false;
    this.sentUp = 0;
    this.fate = this.draw();
    this.tally.exchanges += 1;
    if (this.fate.kind === 'cut') this.tally.cut += 1;
    if (this.fate.kind === 'swallowed') this.tally.swallowed += 1;
    if (this.fate.kind === 'late') this.tally.late += 1;
  }

  private down(bytes: Buffer): void {
    const isFirst = !this.isAnswering;
    this.isAnswering = true;
    if (this.fate.kind === 'swallowed') {
      this.breakOff();
      return;
    }
    // A request shorter than where the line was to break: it breaks in the answer.
    if (this.fate.kind === 'cut') {
      const { up } = this.fate;
      this.phone.write(bytes.subarray(0, up % bytes.length), () => this.breakOff());
      return;
    }
    if (this.fate.kind === 'late' && isFirst) this.hold(bytes, this.fate.ms);
    else this.phone.write(bytes);
  }

  private hold(bytes: Buffer, ms: number): void {
    this.server.pause();
    this.held = setTimeout(() => {
      this.held = null;
      this.phone.write(bytes);
      this.server.resume();
      if (this.server.destroyed) this.phone.end();
    }, ms);
  }

  /** Half of the time with a reset, half as if the line had just ended. */
  private breakOff(): void {
    if (this.sentUp % 2 === 0) this.phone.resetAndDestroy();
    else this.phone.destroy();
    this.server.destroy();
  }
}
