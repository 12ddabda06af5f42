import type { Page } from '@zerentian/shared/fields';
import type { HazardDetail, HazardView } from '@zerentian/shared/hazards/hazard.contract';
import type { LedgerEntryView } from '@zerentian/shared/ledger/ledger.contract';
import type { Answer } from '../support/client';
import { startTownship, type Township } from '../support/township';
import { Phone } from './support/phone';
import { photo } from './support/photo';
import { MOST_DRAWN_BYTES } from './support/set-data-meter';
import { signInAs } from './support/sign-in';
import { bytesOf } from './support/wx/files';

const LINE = '配电箱没有盖，电线裸露';
const UNIT = '昌盛建材厂（示例）';

describe('a 包村干部 hands a hazard over on the spot, on a phone', () => {
  let township: Township;
  let cadre: Phone;
  let head: Phone;
  let hazard: HazardDetail;

  beforeAll(async () => {
    township = await startTownship();
    cadre = new Phone({ server: township.url, photo });
    head = new Phone({ server: township.url });
  }, 60_000);
  afterAll(() => township.close());

  async function entriesOf(hazardId: string): Promise<LedgerEntryView[]> {
    const entries: LedgerEntryView[] = [];
    for (let after: string | null = '0'; after; ) {
      const path: string = `/api/ledger?area=${hazard.areaCode}&limit=500&after=${after}`;
      const { body }: Answer<Page<LedgerEntryView>> = await township.as.discipline.get(path);
      entries.push(...body.items);
      after = body.nextCursor;
    }
    return entries.filter(({ subjectId }) => subjectId === hazardId);
  }

  it('signs in on one tap and goes from 今日 to the report', async () => {
    await signInAs(cadre, '张建国');
    await cadre.tap('上报隐患');
    await cadre.at('hazards/report/index');
  });

  it('says it in one line, with a photo that is kept on the phone while the rest is chosen', async () => {
    await cadre.type('#description', LINE);
    await cadre.tap('#photoIds');
    await cadre.tap('#unitId');
    await cadre.type('#unit-search', '昌盛');
    await cadre.tap(UNIT);
    await cadre.tap('现场交办');
    await cadre.shows('已存手机');
    expect(cadre.valueOf('#description')).toBe(LINE);
  });

  it('is handed over by the button that says to whom', async () => {
    await cadre.tap(`交办给 ${UNIT}`);
    await cadre.at('hazards/detail/index');
    await cadre.shows(LINE);
    await cadre.shows('已送达');
    expect(cadre.program.pages.pages.map(({ path }) => path)).toEqual(['today/index', 'hazards/detail/index']);
  });

  it('is on the server, with the photo and an entry in the ledger', async () => {
    const { body } = await township.as.safetyStation.get<{ items: HazardView[] }>('/api/hazards?limit=5');
    const found = body.items.find(({ description }) => description === LINE);
    hazard = (await township.as.safetyStation.get<HazardDetail>(`/api/hazards/${found?.id}`)).body;
    expect(hazard).toMatchObject({ path: 'assigned', photos: [expect.anything()] });
    expect(hazard.holder?.name).toContain('孟庆昌');
    const entries = await entriesOf(hazard.id);
    expect(entries.map(({ act, personId }) => [act, personId])).toEqual([
      ['hazard-report', township.as.villageCadre.personId],
    ]);
  });

  it('waits for the head of the enterprise', async () => {
    await signInAs(head, '孟庆昌');
    await head.shows(LINE);
    await head.tap('.button', { beside: LINE });
    await head.at('hazards/detail/index');
    await head.shows('张建国');
  });

  it('shows the head the photo whole, by a link that works for a while without a token', async () => {
    await head.tap('.photos__item');
    await head.called('previewImage');
    const { current, urls } = head.device.callsOf('previewImage')[0]!.options as { current: string; urls: string[] };
    expect(urls).toContain(current);
    const picture = await fetch(current.replace(head.device.builtFor, township.url));
    expect(picture.headers.get('content-type')).toBe('image/jpeg');
    expect(Buffer.from(await picture.arrayBuffer()).subarray(0, 2)).toEqual(Buffer.from([0xff, 0xd8]));
  });

  it('makes the notice for paper, and lets the head think better of calling', async () => {
    await head.tap('#paper-rectification-notice');
    await head.called('openDocument');
    const { filePath } = head.device.callsOf('openDocument')[0]!.options as { filePath: string };
    expect(bytesOf(head.device, filePath).subarray(0, 5).toString()).toBe('%PDF-');
    head.device.behave('makePhoneCall', 'cancel');
    await head.tap('.person__call');
    await head.called('makePhoneCall');
  });

  it('is put right by the head, and the cadre sees it by pulling the page down', async () => {
    await head.tap('提交整改');
    await head.at('hazards/step/index');
    await head.type('#text', '已装好箱盖，线头全部包扎');
    await head.tap('#take-step');
    await head.at('hazards/detail/index');
    await head.shows('待复查');
    cadre.pullDown();
    await cadre.shows('待复查');
    await cadre.shows('已装好箱盖');
  });

  it('drew little enough at every step', () => {
    const drawn = [...cadre.program.meter.actions, ...head.program.meter.actions];
    const most = drawn.reduce((one, other) => (other.bytes > one.bytes ? other : one));
    console.info(
      `setData: ${drawn.length} actions, the largest ${most.bytes} bytes in ${most.calls} calls (${most.action})`,
    );
    expect(drawn.filter(({ bytes }) => bytes > MOST_DRAWN_BYTES)).toEqual([]);
  });

  it('did nothing that a real phone would not do', () => {
    cadre.putAway();
    head.putAway();
  });
});
