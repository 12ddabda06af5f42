import { problem } from '@zerentian/shared/problem';
import { noAnswer, photoGone, problemFrom } from '../api-problem';
import { Courier, type Surroundings } from './outbox-courier';
import { newItem, type OutboxItem } from './outbox-item';

/** A server that keeps each thing once under its key, and a way to it that loses requests and answers. */
class Server {
  readonly stored = new Map<string, unknown>();
  readonly order: string[] = [];
  posts = 0;
  /** What happens on the way: no answer before it arrived, no answer after, a refusal. */
  way: (path: string) => 'ok' | 'lost' | 'answer-lost' | Error = () => 'ok';

  async post(path: string, body: unknown, key: string): Promise<unknown> {
    this.posts += 1;
    const how = this.way(path);
    await Promise.resolve();
    if (how === 'lost') throw noAnswer('offline');
    if (how instanceof Error) throw how;
    const known = this.stored.get(key);
    if (known !== undefined && JSON.stringify(known) !== JSON.stringify(body)) {
      throw problemFrom(409, problem('idempotency_key_reused'));
    }
    if (known === undefined) this.order.push(path);
    this.stored.set(key, body);
    if (how === 'answer-lost') throw noAnswer('timeout');
    return {};
  }
}

/** What the phone has written down survives; a courier is one run of the app. */
class TestPhone {
  readonly kept = new Map<string, string>();
  person: string | null = 'zhang';
  time = 1_000_000;
  offset = 0;
  waiting: { run: () => void; ms: number } | null = null;
  isTooOld = false;
  gone = new Set<string>();
  forgotten: string[] = [];
  /** Called before each writing down and each request: throws where the app is killed. */
  moment: () => void = () => undefined;
  private dead = false;

  constructor(readonly server: Server) {}

  capture(id: string, subject: string, path = `/${id}`, photos: string[] = []): void {
    const act = { title: '', about: '', path, subject, stale: [], creates: true };
    const chosen = photos.map((photo) => ({ id: photo, source: photo, bytes: 1 }));
    const body = { photoIds: photos, occurredAt: '2026-11-23T02:00:00.000Z' };
    const of = { id, personId: this.person ?? '', capturedAt: body.occurredAt, offset: null, body };
    this.kept.set(id, JSON.stringify(newItem({ ...act, photos: chosen }, of)));
  }

  item(id: string): OutboxItem {
    return JSON.parse(this.kept.get(id) ?? 'null');
  }

  items(): OutboxItem[] {
    const all = [...this.kept.values()].map((text): OutboxItem => JSON.parse(text));
    return all.filter(({ personId }) => personId === this.person).sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  kill(): void {
    this.dead = true;
  }

  /** A run of the app until it has nothing to do at this moment. */
  async run(): Promise<void> {
    this.dead = false;
    const alive = () => {
      this.moment();
      if (this.dead) return new Promise<never>(() => undefined);
      return null;
    };
    const asked = async <T>(work: () => Promise<T>): Promise<T> => {
      await alive();
      const answer = await work();
      await alive();
      return answer;
    };
    const around: Surroundings = {
      items: () => this.items(),
      put: (item) => {
        this.moment();
        if (!this.dead) this.kept.set(item.id, JSON.stringify(item));
      },
      personId: () => this.person,
      post: (path, body, key) => asked(() => this.server.post(path, body, key)),
      announce: (photo) =>
        asked(async () => {
          if (this.gone.has(photo.source)) throw photoGone();
        }),
      sendParts: (photo) => asked(async () => void (await this.server.post(`parts ${photo.id}`, photo.id, photo.id))),
      forget: ({ source }) => void this.forgotten.push(source),
      now: () => this.time,
      serverNow: () => new Date(this.time),
      offset: () => this.offset,
      chance: () => 0.5,
      later: (run, ms) => {
        this.waiting = { run, ms };
      },
      sending: () => undefined,
      tooOld: () => {
        this.isTooOld = true;
      },
      arrived: () => undefined,
    };
    new Courier(around).wake();
    for (let turn = 0; turn < 2000; turn += 1) await Promise.resolve();
  }

  /** Lets the time of the next try come. */
  async later(): Promise<void> {
    const { waiting } = this;
    this.waiting = null;
    this.time += waiting?.ms ?? 0;
    waiting?.run();
    for (let turn = 0; turn < 2000; turn += 1) await Promise.resolve();
  }
}

let server: Server;
let phone: TestPhone;
beforeEach(() => {
  server = new Server();
  phone = new TestPhone(server);
});

const states = () => phone.items().map(({ id, state }) => `${id} ${state}`);

describe('the courier', () => {
  it('sends acts in order and their photos after them', async () => {
    phone.capture('1', 'a', '/1', ['f1']);
    phone.capture('2', 'a');
    await phone.run();
    expect(server.order).toEqual(['/1', '/2', 'parts f1']);
    expect(states()).toEqual(['1 delivered', '2 delivered']);
    expect(phone.forgotten).toEqual(['f1']);
  });

  it('sends the same once more after a lost answer, also when the clock is known otherwise by then', async () => {
    phone.capture('1', 'a');
    server.way = () => 'answer-lost';
    await phone.run();
    server.way = () => 'ok';
    phone.offset = 365 * 24 * 3600_000;
    await phone.later();
    expect(states()).toEqual(['1 delivered']);
    expect(server.order).toEqual(['/1']);
  });

  it('waits longer each time while there is no network, and everything waits', async () => {
    phone.capture('1', 'a');
    phone.capture('2', 'b');
    server.way = () => 'lost';
    await phone.run();
    expect(server.posts).toBe(1);
    const pauses = [phone.waiting?.ms];
    for (let i = 0; i < 3; i += 1) {
      await phone.later();
      pauses.push(phone.waiting?.ms);
    }
    expect(pauses).toEqual([2000, 4000, 8000, 16000]);
    server.way = () => 'ok';
    await phone.later();
    expect(states()).toEqual(['1 delivered', '2 delivered']);
  });

  it('lets others pass what the server refuses or cannot take now', async () => {
    for (const id of ['1', '2', '3']) phone.capture(id, id);
    const answers: Record<string, Error> = {
      '/1': problemFrom(409, problem('step_not_allowed')),
      '/2': problemFrom(503, problem('busy')),
    };
    server.way = (path) => answers[path] ?? 'ok';
    await phone.run();
    expect(states()).toEqual(['1 refused', '2 waiting', '3 delivered']);
    expect(phone.item('1').refusal).toMatchObject({
      code: 'step_not_allowed',
      detail: expect.stringContaining('情况'),
    });
  });

  it('does not take a portal’s page for a refusal', async () => {
    phone.capture('1', 'a');
    server.way = () => problemFrom(403, '<html>请先登录热点</html>');
    await phone.run();
    expect(states()).toEqual(['1 waiting']);
  });

  it('counts an id that is taken as arrived', async () => {
    phone.capture('1', 'a');
    server.way = () => problemFrom(409, problem('id_taken'));
    await phone.run();
    expect(states()).toEqual(['1 delivered']);
  });

  it('goes without a photo that is gone, and says so', async () => {
    phone.capture('1', 'a', '/1', ['f1', 'f2']);
    phone.gone.add('f1');
    await phone.run();
    expect(server.stored.get('1')).toMatchObject({ photoIds: ['f2'] });
    expect(phone.item('1').photos).toMatchObject([
      { state: 'lost', words: expect.stringContaining('找不到') },
      { state: 'stored' },
    ]);
  });

  it('stops when the session is over, and goes on for the same person alone', async () => {
    phone.capture('1', 'a');
    server.way = () => {
      phone.person = null;
      return problemFrom(401, problem('session_expired'));
    };
    await phone.run();
    expect(server.posts).toBe(1);
    server.way = () => 'ok';
    phone.person = 'wang';
    await phone.run();
    expect(phone.items()).toEqual([]);
    expect(server.order).toEqual([]);
    phone.person = 'zhang';
    await phone.run();
    expect(states()).toEqual(['1 delivered']);
  });

  it('sends nothing in another’s name when the phone changes hands between two requests', async () => {
    phone.capture('1', 'a', '/1', ['f1']);
    server.way = (path) => {
      if (path === '/1') phone.person = 'wang';
      return 'ok';
    };
    await phone.run();
    expect(server.order).toEqual(['/1']);
    phone.person = 'zhang';
    await phone.run();
    expect(server.order).toEqual(['/1', 'parts f1']);
  });

  it('keeps everything when this version is too old', async () => {
    phone.capture('1', 'a');
    phone.capture('2', 'b');
    server.way = () => problemFrom(426, problem('client_too_old'));
    await phone.run();
    expect([phone.isTooOld, server.posts, states()]).toEqual([true, 1, ['1 waiting', '2 waiting']]);
  });

  it('delivers each thing once when the app is killed at any moment', async () => {
    const most = 60;
    for (let killedAt = 1; killedAt < most; killedAt += 1) {
      server = new Server();
      phone = new TestPhone(server);
      phone.capture('1', 'a', '/1', ['f1', 'f2']);
      phone.capture('2', 'a');
      phone.capture('3', 'b');
      let moments = 0;
      phone.moment = () => {
        moments += 1;
        if (moments === killedAt) phone.kill();
      };
      await phone.run();
      phone.moment = () => undefined;
      phone.offset += 60_000;
      await phone.run();
      expect([...server.order].sort()).toEqual(['/1', '/2', '/3', 'parts f1', 'parts f2']);
      expect(server.order.indexOf('/1')).toBeLessThan(server.order.indexOf('/2'));
      expect(states()).toEqual(['1 delivered', '2 delivered', '3 delivered']);
    }
  });
});
