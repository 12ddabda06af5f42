import type { AccountabilityView } from '@zerentian/shared/accountability/accountability.contract';
import type { ContactsView } from '@zerentian/shared/contacts/contact.contract';
import type { DashboardView } from '@zerentian/shared/dashboards/dashboard.contract';
import type { DocumentView } from '@zerentian/shared/duties/duty.contract';
import type { DutyRecordView, WorkSummary } from '@zerentian/shared/duty-records/duty-record.contract';
import type { HazardDetail, HazardView } from '@zerentian/shared/hazards/hazard.contract';
import type { MeView } from '@zerentian/shared/people/session.contract';
import type { StandardView } from '@zerentian/shared/standards/standard.contract';
import type { SupervisionNoticeView } from '@zerentian/shared/supervision-notices/supervision-notice.contract';
import type { TodayView } from '@zerentian/shared/today/today.contract';
import type { UnitView } from '@zerentian/shared/units/unit.contract';
import { type ActorName, OTHER_VILLAGE, TOWNSHIP, type Township, VILLAGE } from '../../support/township';
import { inspectionProbes } from './inspection-probes';
import { keepItem } from './outbox';
import { type PageProbe, read } from './page-probe';
import { publicProbes } from './public-probes';
import { selfCheckProbes } from './self-check-probes';
import { bytesOf } from './wx/files';

async function firstHazard(township: Township, as: ActorName, query: string): Promise<HazardView> {
  const { items } = await read<{ items: HazardView[] }>(township, as, `/hazards?limit=1&${query}`);
  if (!items[0]) throw new Error(`no hazard for ${as} with ${query}`);
  return items[0];
}

async function stepOf(township: Township, as: ActorName) {
  const { items } = await read<{ items: HazardView[] }>(township, as, '/hazards?limit=20&mine=true');
  for (const { id } of items) {
    const hazard = await read<HazardDetail>(township, as, `/hazards/${id}`);
    if (hazard.steps[0]) return { hazard, ...hazard.steps[0] };
  }
  throw new Error(`nothing lies with ${as} that they could take a step in`);
}

async function vacancy(township: Township) {
  const villages = await read<{ items: { code: string }[] }>(township, 'officeDirector', `/areas?parent=${TOWNSHIP}`);
  for (const { code } of villages.items) {
    const view = await read<AccountabilityView>(township, 'officeDirector', `/accountability?area=${code}`);
    const vacant = view.lines.flatMap(({ holders }) => holders).find((it) => it.vacant);
    if (vacant) return vacant;
  }
  throw new Error('no post is vacant');
}

async function firstStandard(township: Township): Promise<StandardView> {
  const { items } = await read<{ items: StandardView[] }>(township, 'safetyStation', '/standards?limit=1');
  if (!items[0]) throw new Error('no standard');
  return items[0];
}

/** A record from a phone whose clock is a year ahead and which does not know it. */
async function recordWithoutBelief(township: Township, as: ActorName): Promise<void> {
  const occurredAt = new Date(Date.now() + 365 * 24 * 3600_000).toISOString();
  const body = { kind: 'meeting', areaCode: OTHER_VILLAGE, text: '开会学习，十二人', occurredAt, clockOffset: 0 };
  const { status } = await township.as[as].post('/api/duty-records', body);
  if (status !== 201) throw new Error(`POST /duty-records answers ${status}`);
}

const NO_UNIT = '01890000-0000-7000-8000-00000000dead';

/** Every page of app.json. A page that is missing here fails the tests. */
export const pageProbes: Record<string, PageProbe> = {
  'sign-in/index': {
    as: 'county',
    act: async (phone) => {
      phone.device.storage.clear();
      phone.start('sign-in/index');
    },
    words: async (township) =>
      (await read<{ items: { name: string }[] }>(township, 'county', '/demo/logins')).items.map((it) => it.name),
  },
  'today/index': {
    as: 'safetyStation',
    words: async (township) => {
      const { items } = await read<TodayView>(township, 'safetyStation', '/today');
      return items.slice(0, 5).map(({ title }) => title);
    },
  },
  'dashboards/index': {
    as: 'partySecretary',
    act: (phone) => phone.tap('在谁手里（'),
    words: async (township) => {
      const { area, rows } = await read<DashboardView>(township, 'partySecretary', `/dashboards/${TOWNSHIP}`);
      const opened = rows.find(({ holders }) => holders.length > 0);
      return [area.name, ...rows.map(({ areaName }) => areaName), ...(opened?.holders.map(({ name }) => name) ?? [])];
    },
  },
  'me/index': {
    as: 'villageCadre',
    words: async (township) => {
      const { person, posts } = await read<MeView>(township, 'villageCadre', '/me');
      return [person.name, person.phone, posts[0]?.title];
    },
  },
  'hazards/list/index': {
    as: 'safetyStation',
    act: async (phone) => {
      // What was kept stands there at once: it is drawn by the opening, not by the tap.
      await phone.has('.hazard-row');
      await phone.tap('全部');
    },
    words: async (township) => {
      const { items } = await read<{ items: HazardView[] }>(township, 'safetyStation', '/hazards?limit=5');
      return items.map(({ description }) => description);
    },
  },
  'hazards/detail/index': {
    as: 'safetyStation',
    query: async (township) => `id=${(await firstHazard(township, 'safetyStation', 'open=true')).id}`,
    words: async (township) => {
      const { id } = await firstHazard(township, 'safetyStation', 'open=true');
      const hazard = await read<HazardDetail>(township, 'safetyStation', `/hazards/${id}`);
      return [hazard.description, hazard.areaName, hazard.holder?.name, hazard.events[0]?.actor.name];
    },
  },
  'hazards/report/index': {
    as: 'villageCadre',
    act: (phone) => phone.tap('#unitId'),
    words: async (township) => {
      const { items } = await read<{ items: { name: string }[] }>(
        township,
        'villageCadre',
        `/units?area=${VILLAGE}&limit=5`,
      );
      return items.map(({ name }) => name);
    },
  },
  'hazards/step/index': {
    as: 'safetyStation',
    query: async (township) => {
      const { hazard, step, postId } = await stepOf(township, 'safetyStation');
      return `id=${hazard.id}&step=${step}&postId=${postId}`;
    },
    words: async (township) => [(await stepOf(township, 'safetyStation')).hazard.description],
  },
  'duty-records/list/index': {
    as: 'otherVillageCadre',
    query: async (township) => {
      await recordWithoutBelief(township, 'otherVillageCadre');
      return '';
    },
    act: async (phone) => {
      await phone.shows('按送达时间');
    },
    words: async (township) => {
      const { items } = await read<{ items: DutyRecordView[] }>(
        township,
        'otherVillageCadre',
        '/duty-records?limit=3&mine=true',
      );
      return items.map(({ text }) => text);
    },
  },
  'duty-records/record/index': {
    as: 'villageCadre',
    act: (phone) => phone.tap('其他类别'),
    words: async (township) => {
      const { items } = await read<{ items: { name: string }[] }>(township, 'villageCadre', '/record-kinds');
      return items.map(({ name }) => name);
    },
  },
  'duty-records/summary/index': {
    as: 'otherVillageCadre',
    words: async (township) => {
      const month = new Date().toISOString().slice(0, 7);
      const { text } = await read<WorkSummary>(township, 'otherVillageCadre', `/work-summary?period=${month}`);
      return text.split('\n').map((line) => line.trim());
    },
  },
  'duty-records/proof/index': {
    as: 'otherVillageCadre',
    act: async (phone) => {
      await phone.tap('#print-proof');
      await phone.called('openDocument');
      const { filePath } = phone.device.callsOf('openDocument')[0]!.options as { filePath: string };
      if (!bytesOf(phone.device, filePath).subarray(0, 5).equals(Buffer.from('%PDF-'))) throw new Error('not a PDF');
    },
    // The server's answer is the paper itself.
    words: async () => [],
  },
  ...inspectionProbes,
  ...selfCheckProbes,
  'accountability/index': {
    as: 'partySecretary',
    query: async () => `area=${OTHER_VILLAGE}`,
    act: (phone) => phone.tap('看条款依据'),
    words: async (township) => {
      const { area, lines } = await read<AccountabilityView>(
        township,
        'partySecretary',
        `/accountability?area=${OTHER_VILLAGE}`,
      );
      const holders = lines.flatMap((line) => line.holders);
      const clauses = holders.find((holder) => holder.clauses.length > 0)?.clauses ?? [];
      return [area.name, ...holders.map(({ name }) => name), ...clauses.map(({ quote }) => quote)];
    },
  },
  'accountability/caretaker/index': {
    as: 'officeDirector',
    query: async (township) => {
      const { postId, post, unitName, areaCode } = await vacancy(township);
      const words = [post, unitName].map(encodeURIComponent);
      return `post=${postId}&title=${words[0]}&unit=${words[1]}&area=${areaCode}`;
    },
    act: (phone) => phone.tap('#personId'),
    words: async (township) => {
      const { items } = await read<{ items: { name: string }[] }>(
        township,
        'officeDirector',
        `/persons?area=${TOWNSHIP}&limit=1`,
      );
      return items.map(({ name }) => name);
    },
  },
  'document/index': {
    as: 'villageCadre',
    words: async (township) => {
      const { number, clauses } = await read<DocumentView>(township, 'villageCadre', '/document');
      const sentences = clauses.flatMap((clause) => clause.sentences);
      return [number, ...sentences.map(({ pieces }) => pieces.map(({ text, mark }) => text + mark).join(''))];
    },
  },
  'supervision-notices/index': {
    as: 'discipline',
    words: async (township) => {
      const { items } = await read<{ items: SupervisionNoticeView[] }>(township, 'discipline', '/supervision-notices');
      return items.flatMap(({ number, matter }) => [number, matter]);
    },
  },
  'standards/index': {
    as: 'villageCadre',
    words: async (township) => {
      const { items } = await read<{ items: StandardView[] }>(
        township,
        'villageCadre',
        '/standards?kind=common&limit=5',
      );
      return items.map(({ wording }) => wording);
    },
  },
  'standards/edit/index': {
    as: 'safetyStation',
    query: async (township) => `id=${(await firstStandard(township)).id}`,
    words: async (township) => {
      const { wording, advice } = await firstStandard(township);
      return [wording, advice];
    },
  },
  'units/list/index': {
    as: 'villageCadre',
    words: async (township) => {
      const path = `/units?area=${VILLAGE}&kind=enterprise&limit=5`;
      const { items } = await read<{ items: UnitView[] }>(township, 'villageCadre', path);
      return items.flatMap(({ name, address }) => [name, address]);
    },
  },
  'contacts/index': {
    as: 'villageCadre',
    words: async (township) => {
      const { groups } = await read<ContactsView>(township, 'villageCadre', '/contacts');
      const shown = groups.filter(({ kind }) => kind === 'township').slice(0, 3);
      return shown.flatMap(({ unitName, contacts }) => [unitName, ...contacts.map(({ name }) => name)]);
    },
  },
  'privacy/index': {
    as: 'villageCadre',
    // Nothing of it comes from the server but who is signed in.
    act: async (phone) => {
      await phone.shows('不在后台定位');
      phone.start('me/index');
    },
    words: async (township) => [(await read<MeView>(township, 'villageCadre', '/me')).person.name],
  },
  'outbox/index': {
    as: 'villageCadre',
    act: async (phone) => {
      keepItem(phone, { about: '堤坝上的裂缝', body: { description: '裂缝', unitId: NO_UNIT } });
      phone.start('outbox/index');
    },
    // In the words of the server that refused it.
    words: async (township) => {
      const { body } = await township.as.villageCadre.post('/api/hazards', { description: '裂缝', unitId: NO_UNIT });
      return [body.detail];
    },
  },
  ...publicProbes,
};
