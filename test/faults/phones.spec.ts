import { setTimeout as sleep } from 'node:timers/promises';
import { verify } from '../api/ledger.support';
import { jpegWithExif } from '../support/pictures';
import { startTownship, type Township } from '../support/township';
import { Phone } from '../weapp/support/phone';
import { signInAs } from '../weapp/support/sign-in';
import { BadLine, VALLEY } from './support/bad-line';
import { FieldPhone } from './support/field-phone';
import { tell } from './support/figures';
import { Seeded } from './support/seeded';
import { BROWSER_SHARE, NOTHING_WRONG, outcomeOf, REPORTS, SEED } from './support/valley';

/** Each answers for one place, so that one line and one photo are a report. */
const PEOPLE = ['吴富贵', '崔银花', '孟庆昌'];
const BEGINNING = '信号差，从微信报的第';
const COUNT = REPORTS - Math.ceil(REPORTS / BROWSER_SHARE);
const BAD_STILL_MS = 5_000;
const PATIENCE_MS = 60_000;

describe(`${COUNT} reports with photos from WeChat, through a line that breaks, by an app that is killed`, () => {
  const chance = new Seeded(SEED);
  const texts = Array.from({ length: COUNT }, (_, index) => `${BEGINNING}${index + 1}条隐患`);
  let town: Township;
  let line: BadLine;
  let phones: FieldPhone[];

  beforeAll(async () => {
    town = await startTownship();
    line = await BadLine.open(town.url, chance, { cut: 0, swallow: 0, late: 0, latestMs: 0 });
    // It stays heavy when it is shrunk, so that it travels in several parts.
    const picture = await jpegWithExif();
    phones = [];
    for (const person of PEOPLE) {
      const phone = new Phone({ server: line.url, photo: () => picture });
      await signInAs(phone, person);
      phones.push(new FieldPhone(phone, chance));
    }
    for (const phone of phones) phone.hurry();
    line.storm(VALLEY);
  }, 120_000);
  afterAll(async () => {
    await line.close();
    await town.close();
  });

  it(
    'are all on the phones at once, whatever the line does',
    async () => {
      for (const [index, text] of texts.entries()) {
        // Some reports are made where there is no signal at all.
        if (chance.chance(0.05)) line.lose();
        else line.storm(VALLEY);
        await phones[index % phones.length]!.report(text);
      }
    },
    REPORTS * 20_000,
  );

  it(
    'arrive once each, with their photos, as soon as the weather allows',
    async () => {
      line.storm(VALLEY);
      // Some of what is left goes through the bad line still; then it is as it should be.
      await sleep(BAD_STILL_MS);
      line.clear();
      await Promise.all(phones.map((phone) => phone.delivered(PATIENCE_MS)));
      const outcome = await outcomeOf(town, BEGINNING, texts);
      tell(
        'the WeChat bundle',
        COUNT,
        phones.reduce((sum, { kills }) => sum + kills, 0),
        line,
        outcome,
      );
      expect(outcome).toEqual(NOTHING_WRONG);
    },
    REPORTS * 5_000 + PATIENCE_MS,
  );

  it('met what they were meant to meet', () => {
    expect(line.tally.cut).toBeGreaterThan(COUNT / 5);
    expect(line.tally.swallowed).toBeGreaterThan(0);
    expect(phones.reduce((sum, { kills }) => sum + kills, 0)).toBeGreaterThan(COUNT / 10);
  });

  it('leave a ledger in which everything agrees', async () => {
    const { findings } = await verify(town);
    expect(findings).toEqual([]);
  });

  it('did nothing that a real phone would not do', () => {
    for (const { phone } of phones) phone.putAway();
  });
});
