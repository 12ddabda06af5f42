import { DemoService } from '@zerentian/server/demo/demo.service';
import { type ActorName, startTownship, type Township } from '../support/township';
import { Bundle } from './support/bundle';
import { bundleProblems } from './support/bundle-problems';
import { pageProbes } from './support/page-probes';
import { Phone } from './support/phone';
import { MOST_DRAWN_BYTES } from './support/set-data-meter';
import { signInAs } from './support/sign-in';

const bundle = Bundle.built();

/** Everything that the bundle itself could show; a word in it proves nothing. */
const ownWords = bundle.files
  .filter((file) => /\.(js|json|wxml|wxs)$/.test(file))
  .map((file) =>
    bundle
      .text(file)
      .replace(/\\u([0-9a-fA-F]{4})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
  )
  .join('\n');

it('has every file that it names, in templates and styles that WeChat takes', () => {
  expect(bundleProblems(bundle)).toEqual([]);
});

it('has a probe for every page of app.json, and no other', () => {
  expect(Object.keys(pageProbes).sort()).toEqual([...bundle.pages].sort());
});

describe('every page opens by its address and shows what only the server can know', () => {
  let township: Township;
  const phones = new Map<ActorName, Phone>();
  const drawn: { page: string; bytes: number }[] = [];

  beforeAll(async () => {
    township = await startTownship();
    await township.nest.get(DemoService, { strict: false }).tellHistory();
  }, 120_000);
  afterAll(() => township.close());

  async function phoneOf(actor: ActorName): Promise<Phone> {
    const known = phones.get(actor);
    if (known) return known;
    const phone = new Phone({ server: township.url });
    phones.set(actor, phone);
    await signInAs(phone, await nameOf(actor));
    return phone;
  }

  async function nameOf(actor: ActorName): Promise<string> {
    return (await township.as[actor].get<{ person: { name: string } }>('/api/me')).body.person.name;
  }

  it.each(bundle.pages.filter((page) => pageProbes[page]))('%s', async (page) => {
    const probe = pageProbes[page]!;
    const phone = await phoneOf(probe.as);
    phone.device.calls.length = 0;
    phone.complaints.all.length = 0;
    const query = await probe.query?.(township);
    phone.start(query ? `${page}?${query}` : page);
    await probe.act?.(phone);
    const words = (await probe.words(township)).filter((it) => typeof it === 'string' && it !== '') as string[];
    const telling = words.filter((it) => !ownWords.includes(it));
    for (const word of words) await phone.shows(word);
    const fetchedPaper = phone.device.callsOf('openDocument').length > 0;
    expect(telling.length > 0 || fetchedPaper).toBe(true);
    for (const { bytes } of phone.program.meter.actions) drawn.push({ page, bytes });
    phone.complaints.none();
  });

  it('and no opening hands too much to the drawing side at once', () => {
    const most = [...drawn].sort((a, b) => b.bytes - a.bytes).slice(0, 4);
    console.info(
      `setData: the heaviest openings ${most.map(({ page, bytes }) => `${page} ${bytes}`).join(', ')} bytes`,
    );
    expect(drawn.filter(({ bytes }) => bytes > MOST_DRAWN_BYTES)).toEqual([]);
  });

  it('and what all of them keep on the phone is far from WeChat’s limits', () => {
    const kept = [...phones.values()].flatMap(({ device }) =>
      [...device.storage].map(([key, text]) => ({ key, bytes: Buffer.byteLength(text) })),
    );
    const largest = kept.reduce((one, other) => (other.bytes > one.bytes ? other : one));
    console.info(`storage: the largest key is ${largest.key} with ${largest.bytes} bytes`);
    expect(largest.bytes).toBeLessThan(500_000);
  });
});
