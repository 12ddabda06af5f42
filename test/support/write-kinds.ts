import { addDays, dateOf } from '@zerentian/shared/calendar';
import { uuidv7 } from 'uuidv7';
import type { HazardDesk } from './hazard-desk';
import { type ActorName, OTHER_VILLAGE, type Township, VACANT_VILLAGE, VILLAGE } from './township';
import { campaignOf, ownChecklist, visitTo } from './visits';

/** A request that writes. */
export interface Write {
  path: string;
  body: object;
}

/** A kind of write, and how the specs about bad input make one. */
export interface WriteKind {
  name: string;
  actor: ActorName;
  /** A write that is taken once, different each time. */
  make(words: string): Promise<Write>;
  /** A change that makes another write of it. */
  other: object;
  /** Somebody to whom it is refused, and how. */
  stranger: [ActorName, string];
  table: string;
  /** Where the actor reads what was written, by the answer; undefined where only the table shows it. */
  readAt?(answer: { id: string; hazardId: string }): string;
}

/** Every kind of write that a key protects, in a town. */
export function writeKinds({ town, desk }: { town: Township; desk: HazardDesk }): WriteKind[] {
  const today = () => dateOf(town.clock.now());
  const anew = (words: string) => `${words} ${uuidv7()}`;

  async function assigned(): Promise<string> {
    return (await desk.report('villageCadre', desk.handedOver())).id;
  }

  async function reminded(): Promise<string> {
    const path = `/api/hazards/${await assigned()}/reminders`;
    return (await town.as.safetyDeputy.post(path, {})).body.id;
  }

  const person = async () =>
    (await town.as.administrator.post('/api/persons', { name: '新人（示例）', managedBy: 'none' })).body.id;
  const appointment = async () => ({
    personId: await person(),
    postId: town.id(`post:village-cadre:${VACANT_VILLAGE}`),
    kind: 'regular',
    from: today(),
  });

  return [
    {
      name: 'a hazard',
      actor: 'villageCadre',
      make: async (words) => ({ path: '/api/hazards', body: { areaCode: VILLAGE, description: anew(words) } }),
      other: { description: '另一处' },
      stranger: ['administrator', 'forbidden'],
      table: 'hazard',
      readAt: ({ id }) => `/api/hazards/${id}`,
    },
    {
      name: 'a step',
      actor: 'enterpriseHead',
      make: async (text) => ({ path: `/api/hazards/${await assigned()}/submit`, body: { text } }),
      other: { text: '另一句' },
      stranger: ['villageCadre', 'forbidden'],
      table: 'ledger_act',
      readAt: ({ id }) => `/api/hazards/${id}`,
    },
    {
      name: 'a duty record',
      actor: 'villageCadre',
      make: async (words) => ({
        path: '/api/duty-records',
        body: { kind: 'study', areaCode: VILLAGE, text: anew(words) },
      }),
      other: { text: '另一条' },
      stranger: ['otherVillageCadre', 'outside_scope'],
      table: 'duty_record',
      readAt: () => '/api/duty-records?mine=true',
    },
    {
      name: 'a self-check',
      actor: 'enterpriseHead',
      make: async (words) => ({ path: '/api/self-checks', body: { text: anew(words) } }),
      other: { text: '另一处' },
      stranger: ['villageCadre', 'forbidden'],
      table: 'self_check',
      readAt: ({ id }) => `/api/self-checks/${id}`,
    },
    {
      name: 'an inspection',
      actor: 'villageCadre',
      make: async (words) => ({ path: '/api/inspections', body: visitTo(desk.enterprise.id, { remark: anew(words) }) }),
      other: { remark: '另一次' },
      stranger: ['otherVillageCadre', 'outside_scope'],
      table: 'inspection',
      readAt: ({ id }) => `/api/inspections/${id}`,
    },
    {
      name: 'a checklist',
      actor: 'safetyStation',
      make: async (words) => ({ path: '/api/checklists', body: ownChecklist(words) }),
      other: { title: '另一张' },
      stranger: ['villageCadre', 'forbidden'],
      table: 'checklist',
      readAt: () => '/api/checklists',
    },
    {
      name: 'a campaign',
      actor: 'safetyStation',
      make: async (words) => ({
        path: '/api/campaigns',
        body: campaignOf([desk.enterprise.id], { purpose: anew(words) }),
      }),
      other: { purpose: '另一个' },
      stranger: ['villageCadre', 'forbidden'],
      table: 'campaign',
      readAt: ({ id }) => `/api/campaigns/${id}`,
    },
    {
      name: 'the end of a campaign',
      actor: 'safetyStation',
      make: async (words) => {
        const { body } = await town.as.safetyStation.post('/api/campaigns', campaignOf([desk.enterprise.id]));
        await town.as.safetyStation.post(`/api/campaigns/${body.id}/start`);
        return { path: `/api/campaigns/${body.id}/finish`, body: { report: anew(words) } };
      },
      other: { report: '另一份' },
      stranger: ['tradeStation', 'forbidden'],
      table: 'campaign',
      readAt: ({ id }) => `/api/campaigns/${id}`,
    },
    {
      name: 'a reminder',
      actor: 'safetyDeputy',
      make: async (text) => ({ path: `/api/hazards/${await assigned()}/reminders`, body: { text } }),
      other: { text: '另一句' },
      stranger: ['enterpriseHead', 'forbidden'],
      table: 'reminder',
      readAt: ({ hazardId }) => `/api/hazards/${hazardId}`,
    },
    {
      name: 'an answer to one',
      actor: 'enterpriseHead',
      make: async (text) => ({
        path: `/api/reminders/${await reminded()}/answer`,
        body: { answer: 'in-progress', text },
      }),
      other: { answer: 'acknowledged' },
      stranger: ['villageSecretary', 'forbidden'],
      table: 'reminder',
      readAt: ({ hazardId }) => `/api/hazards/${hazardId}`,
    },
    {
      name: 'a tenure',
      actor: 'administrator',
      make: async (basis) => ({ path: '/api/tenures', body: { ...(await appointment()), basis } }),
      other: { basis: '另一份文件' },
      stranger: ['villageCadre', 'forbidden'],
      table: 'tenure',
    },
    {
      name: 'the end of one',
      actor: 'administrator',
      make: async (basis) => {
        const { body } = await town.as.administrator.post('/api/tenures', await appointment());
        return { path: `/api/tenures/${body.id}/end`, body: { until: addDays(today(), 9), basis } };
      },
      other: { basis: '另一份文件' },
      stranger: ['villageCadre', 'forbidden'],
      table: 'tenure',
    },
    {
      name: 'a post',
      actor: 'administrator',
      make: async (words) => {
        const unitId = town.id(`unit:${OTHER_VILLAGE}`);
        return { path: '/api/posts', body: { kind: 'village-cadre', unitId, title: anew(words) } };
      },
      other: { title: '另一个岗位' },
      stranger: ['officeDirector', 'forbidden'],
      table: 'post',
      readAt: () => `/api/posts?area=${OTHER_VILLAGE}&limit=100`,
    },
    {
      name: 'a unit',
      actor: 'administrator',
      make: async (words) => ({
        path: '/api/units',
        body: { name: anew(words), kind: 'enterprise', areaCode: VILLAGE },
      }),
      other: { name: '另一家' },
      stranger: ['partySecretary', 'forbidden'],
      table: 'unit',
      readAt: ({ id }) => `/api/units/${id}`,
    },
    {
      name: 'the place of a unit',
      actor: 'safetyStation',
      make: async (words) => {
        const body = { name: anew(words), kind: 'enterprise', areaCode: VILLAGE };
        const { id } = (await town.as.administrator.post('/api/units', body)).body;
        return {
          path: `/api/units/${id}/place`,
          body: { place: { latitude: 39.5, longitude: 112.8, system: 'gcj02' } },
        };
      },
      other: { place: null },
      stranger: ['partySecretary', 'forbidden'],
      table: 'unit',
      readAt: ({ id }) => `/api/units/${id}`,
    },
    {
      name: 'a standard',
      actor: 'safetyStation',
      make: async (words) => ({
        path: '/api/standards',
        body: { kind: 'common', level: 'general', wording: anew(words) },
      }),
      other: { wording: '另一条' },
      stranger: ['partySecretary', 'forbidden'],
      table: 'standard',
      readAt: ({ id }) => `/api/standards/${id}`,
    },
    {
      name: 'a person',
      actor: 'administrator',
      make: async (name) => ({ path: '/api/persons', body: { name, managedBy: 'none' } }),
      other: { name: '另一个人' },
      stranger: ['partySecretary', 'forbidden'],
      table: 'person',
    },
  ];
}
