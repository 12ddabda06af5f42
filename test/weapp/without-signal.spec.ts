import { DemoService } from '@zerentian/server/demo/demo.service';
import type { AccountabilityView } from '@zerentian/shared/accountability/accountability.contract';
import type { DocumentView } from '@zerentian/shared/duties/duty.contract';
import type { HazardView } from '@zerentian/shared/hazards/hazard.contract';
import type { TodayView } from '@zerentian/shared/today/today.contract';
import type { UnitView } from '@zerentian/shared/units/unit.contract';
import { forSpec } from '../support/for-spec';
import { startTownship, VILLAGE } from '../support/township';
import { hurry } from './support/outbox';
import type { Phone } from './support/phone';
import { phoneOf } from './support/sign-in';
import { eventually } from './support/wait';

/** Signed in at the office, then into the valley: what was never opened can be read there. */
describe('without signal', () => {
  const township = forSpec(async () => {
    const town = await startTownship();
    await town.nest.get(DemoService, { strict: false }).tellHistory();
    return town;
  });
  let phone: Phone;

  async function read<T>(path: string): Promise<T> {
    return (await township.as.villageCadre.get<T>(`/api${path}`)).body;
  }

  beforeAll(async () => {
    phone = await phoneOf('张建国', township.url);
    hurry(phone);
    phone.start();
    const { items } = await read<TodayView>('/today');
    const last = items.flatMap(({ hazardId }) => hazardId ?? []).pop();
    const isKept = () =>
      [...phone.device.storage.keys()].some((key) => key.startsWith('kept:') && key.includes(`${last}`));
    await eventually('what is wanted to be read', isKept, undefined, 60_000);
    phone.kill();
    phone.device.valley(true);
  }, 120_000);
  afterAll(() => phone.putAway());

  it('今日 says so, and every matter in it opens', async () => {
    phone.start();
    await phone.shows('没有网络：看到的是手机里存的内容');
    const { items } = await read<TodayView>('/today');
    const [first] = items.filter(({ hazardId }) => hazardId !== null);
    await phone.shows(first!.title);
    const hazard = await read<HazardView & { events: { actor: { name: string } }[] }>(`/hazards/${first!.hazardId}`);
    phone.start(`hazards/detail/index?id=${hazard.id}`);
    await phone.shows(hazard.description ?? '');
    await phone.shows(hazard.events[0]!.actor.name);
    await phone.shows('截至');
  });

  it('the open matters, the contacts and the document are there', async () => {
    phone.start('hazards/list/index');
    const { items } = await read<{ items: HazardView[] }>('/hazards?open=true&limit=3');
    for (const { description } of items) await phone.shows(description ?? '');
    phone.start('contacts/index');
    await phone.shows('马志远');
    phone.start('document/index');
    await phone.shows((await read<DocumentView>('/document')).number);
  });

  it('a report can name the units of my villages and a record its kind, and both wait', async () => {
    phone.start('hazards/report/index');
    await phone.tap('#unitId');
    const { items } = await read<{ items: UnitView[] }>(`/units?area=${VILLAGE}&limit=1`);
    await phone.shows(items[0]!.name);
    phone.start('duty-records/record/index');
    await phone.tap('安全检查');
    await phone.type('#text', '没有信号时记的一条');
    await phone.tap('#submit-record');
    await phone.shows('有信号就发出');
  });

  it('a visit goes through its checklist to the end, and waits', async () => {
    phone.start('inspections/visit/index');
    await phone.tap('昌盛建材厂（示例）');
    await phone.shows('传动皮带、齿轮等转动部位有防护罩');
    await phone.tap('10 项都合格');
    await phone.tap('#rest-confirm');
    await phone.tap('#refuses');
    await phone.type('#refusal', '负责人不在场');
    await phone.type('#witness', '网格员示例');
    await phone.tap('#send-visit');
    await phone.at('inspections/detail/index');
    await phone.shows('有信号就发出');
  });

  it('what was never read says that it needs the network, not that it failed', async () => {
    phone.start(`accountability/index?area=${VILLAGE}`);
    await phone.shows('手机现在连不上服务器');
    const { lines } = await read<AccountabilityView>(`/accountability?area=${VILLAGE}`);
    expect(lines.length).toBeGreaterThan(0);
  });
});
