import { type ApiProblem, asProblem } from '../api-problem';
import { bodyToSend, type OutboxItem, type OutboxPhoto } from './outbox-item';
import { nextTurn, pauseAfter } from './outbox-order';
import { verdictOf } from './outbox-verdict';

/** What the courier needs of the phone; in tests, a phone that is killed and a server that loses answers. */
export interface Surroundings {
  /** Of the person who is signed in, in order; none while nobody is. */
  items(): readonly OutboxItem[];
  /** Writes an item down: what was written is there after a kill. */
  put(item: OutboxItem): void;
  /** Who is signed in. */
  personId(): string | null;
  post(path: string, body: unknown, idempotencyKey: string): Promise<unknown>;
  /** Tells the server of a photo, with a small picture of it. @throws ApiProblem `photo_gone` */
  announce(photo: OutboxPhoto): Promise<void>;
  /** Sends what the server does not have of it yet. */
  sendParts(photo: OutboxPhoto, mayGoOn: () => void): Promise<void>;
  /** The server has it, or never will: the phone need not keep it. */
  forget(photo: OutboxPhoto): void;
  now(): number;
  serverNow(): Date;
  offset(): number;
  chance(): number;
  /** Runs something once, later; a second call takes the place of the first. */
  later(run: () => void, ms: number): void;
  sending(id: string | null): void;
  tooOld(): void;
  /** An act has arrived: what it changes is read anew. */
  arrived(item: OutboxItem): void;
}

/** Somebody else is at the phone: not a failure, it just goes no further. */
class HandedOver extends Error {}

/**
 * Takes the items to the server, one after the other: one bar of signal carries one thing at a time. Everything that must survive
 * a kill is written down before and after each request; a request whose answer was lost is sent again as it was, under the same key.
 */
export class Courier {
  private running = false;
  private halted = false;
  private failures = 0;
  private readonly notBefore = new Map<string, number>();
  private readonly failuresOf = new Map<string, number>();

  constructor(private readonly around: Surroundings) {}

  /** There is something to send, or a reason to try again now: the network is back, the app was opened, somebody pressed. */
  wake(): void {
    this.notBefore.clear();
    this.halted = false;
    void this.run();
  }

  private async run(): Promise<void> {
    if (this.running) return;
    this.running = true;
    try {
      while (!this.halted && (await this.oneTurn()));
    } finally {
      this.running = false;
      this.around.sending(null);
    }
  }

  /** @returns whether to go on at once */
  private async oneTurn(): Promise<boolean> {
    const { around } = this;
    if (around.personId() === null) return false;
    const turn = nextTurn(around.items(), this.notBefore, around.now());
    if (turn === null) return false;
    if ('waitMs' in turn) {
      around.later(() => void this.run(), turn.waitMs);
      return false;
    }
    around.sending(turn.item.id);
    try {
      await this.send(turn.item);
      this.failures = 0;
      this.failuresOf.delete(turn.item.id);
    } catch (error) {
      if (error instanceof HandedOver) return true;
      this.settle(turn.item.id, asProblem(error));
    }
    return true;
  }

  private async send(item: OutboxItem): Promise<void> {
    const mayGoOn = () => this.mustStillBe(item.personId);
    if (item.state === 'delivered') return this.sendPhotos(item, mayGoOn);
    const announced = item.fixed ? item : await this.announcePhotos(item, mayGoOn);
    mayGoOn();
    const fixed = { ...announced, body: bodyToSend(announced, this.around.offset()), fixed: true };
    this.around.put(fixed);
    const answer = await this.around.post(fixed.path, fixed.body, fixed.id);
    this.deliver(fixed, answer);
  }

  private deliver(item: OutboxItem, answer: unknown): void {
    const { kept, doubted } = (answer ?? {}) as Pick<OutboxItem, 'kept' | 'doubted'>;
    const said = { ...(kept && { kept }), ...(doubted && { doubted }) };
    const delivered = {
      ...item,
      ...said,
      state: 'delivered' as const,
      deliveredAt: this.around.serverNow().toISOString(),
    };
    this.around.put(delivered);
    this.around.arrived(delivered);
  }

  private async announcePhotos(item: OutboxItem, mayGoOn: () => void): Promise<OutboxItem> {
    let now = item;
    for (const photo of item.photos.filter(({ state }) => state === 'waiting')) {
      mayGoOn();
      now = await this.withPhoto(now, photo, 'announced', () => this.around.announce(photo));
    }
    return now;
  }

  private async sendPhotos(item: OutboxItem, mayGoOn: () => void): Promise<void> {
    let now = item;
    for (const photo of item.photos.filter(({ state }) => state === 'announced' || state === 'waiting')) {
      mayGoOn();
      now = await this.withPhoto(now, photo, 'stored', () => this.around.sendParts(photo, mayGoOn));
    }
    this.around.arrived(now);
  }

  /** What is wrong with one photo is that photo's loss, not the act's. */
  private async withPhoto(
    item: OutboxItem,
    photo: OutboxPhoto,
    state: OutboxPhoto['state'],
    work: () => Promise<void>,
  ): Promise<OutboxItem> {
    let next: Partial<OutboxPhoto> = { state };
    try {
      await work();
    } catch (error) {
      if (error instanceof HandedOver) throw error;
      const problem = asProblem(error);
      if (verdictOf(problem, false) !== 'refused') throw problem;
      next = { state: 'lost', words: problem.detail };
    }
    const photos = item.photos.map((it) => (it.id === photo.id ? { ...it, ...next } : it));
    const changed = { ...item, photos };
    this.around.put(changed);
    if (next.state === 'stored') this.around.forget(photo);
    return changed;
  }

  private settle(id: string, problem: ApiProblem): void {
    const item = this.around.items().find((it) => it.id === id);
    if (!item) return;
    const verdict = verdictOf(problem, item.creates === true);
    if (verdict === 'again') this.pause(id, problem);
    else if (verdict === 'arrived') this.deliver(item, undefined);
    else if (verdict === 'refused') this.refuse(item, problem);
    else this.halt(verdict);
  }

  private refuse(item: OutboxItem, { code, title, detail, errors }: ApiProblem): void {
    this.around.put({ ...item, state: 'refused', refusal: { code, title, detail, errors } });
  }

  private halt(verdict: 'sign-in' | 'update'): void {
    this.halted = true;
    if (verdict === 'update') this.around.tooOld();
  }

  /** Without a network everything waits; where the server could not take this one now, the others may go on. */
  private pause(id: string, problem: ApiProblem): void {
    const { around } = this;
    const failures = (this.failuresOf.get(id) ?? 0) + 1;
    this.failuresOf.set(id, failures);
    const isNetwork = problem.status === 0;
    if (isNetwork) this.failures += 1;
    const until = around.now() + pauseAfter(isNetwork ? this.failures : failures, around.chance());
    const held = isNetwork ? around.items().map((item) => item.id) : [id];
    for (const it of held) this.notBefore.set(it, Math.max(until, this.notBefore.get(it) ?? 0));
  }

  private mustStillBe(personId: string): void {
    if (this.around.personId() !== personId) throw new HandedOver();
  }
}
