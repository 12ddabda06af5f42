import type { CampaignView } from '@zerentian/shared/campaigns/campaign.contract';
import type { ChecklistView } from '@zerentian/shared/checklists/checklist.contract';
import type { CoveragePage, InspectionView } from '@zerentian/shared/inspections/inspection.contract';
import type { Township } from '../../support/township';
import { campaignOf, visited, visitTo } from '../../support/visits';
import { type PageProbe, read } from './page-probe';

/** One visit and one campaign, made once: the probes' township has neither. */
async function visitOf(township: Township): Promise<InspectionView> {
  const known = await read<{ items: InspectionView[] }>(township, 'villageCadre', '/inspections?limit=1');
  return known.items[0] ?? visited(township, 'villageCadre', visitTo(township.id('unit:changsheng')));
}

async function campaignIn(township: Township): Promise<CampaignView> {
  const known = await read<{ items: CampaignView[] }>(township, 'safetyStation', '/campaigns?limit=1');
  if (known.items[0]) return known.items[0];
  const plan = campaignOf([township.id('unit:changsheng')]);
  const { body } = await township.as.safetyStation.post<CampaignView>('/api/campaigns', plan);
  await township.as.safetyStation.post(`/api/campaigns/${body.id}/start`);
  return body;
}

/** The pages of visits, checklists and campaigns. */
export const inspectionProbes: Record<string, PageProbe> = {
  'inspections/list/index': {
    as: 'villageCadre',
    query: async (township) => {
      await visitOf(township);
      return '';
    },
    words: async (township) => {
      const { unitName, areaName } = await visitOf(township);
      return [unitName, areaName];
    },
  },
  'inspections/visit/index': {
    as: 'villageCadre',
    query: async (township) => `unit=${township.id('unit:changsheng')}`,
    words: async (township) => {
      const { items } = await read<{ items: ChecklistView[] }>(township, 'villageCadre', '/checklists');
      const list = items.find(({ trade }) => trade === 'industry-trade');
      return list?.items.map(({ text }) => text) ?? [];
    },
  },
  'inspections/detail/index': {
    as: 'villageCadre',
    query: async (township) => `id=${(await visitOf(township)).id}`,
    words: async (township) => {
      const { number, unitName, inspector, refusal } = await visitOf(township);
      return [number, unitName, inspector.name, refusal?.witness];
    },
  },
  'inspections/coverage/index': {
    as: 'safetyStation',
    words: async (township) => {
      const { items } = await read<CoveragePage>(township, 'safetyStation', '/inspections/coverage?limit=5');
      return items.map(({ unitName }) => unitName);
    },
  },
  'inspections/checklists/index': {
    as: 'safetyStation',
    act: (phone) => phone.tap('#show-general'),
    words: async (township) => {
      const { items } = await read<{ items: ChecklistView[] }>(township, 'safetyStation', '/checklists');
      return [...items.map(({ title }) => title), ...(items[0]?.items.map(({ text }) => text) ?? [])];
    },
  },
  'campaigns/list/index': {
    as: 'safetyStation',
    query: async (township) => {
      await campaignIn(township);
      return '';
    },
    words: async (township) => [(await campaignIn(township)).title],
  },
  'campaigns/detail/index': {
    as: 'safetyStation',
    query: async (township) => `id=${(await campaignIn(township)).id}`,
    words: async (township) => {
      const { title, number, responsible } = await campaignIn(township);
      return [title, number, responsible.name];
    },
  },
  'campaigns/plan/index': {
    as: 'safetyStation',
    words: async (township) => {
      const { items } = await read<{ items: { name: string }[] }>(
        township,
        'safetyStation',
        '/units?kind=enterprise&limit=5',
      );
      return items.map(({ name }) => name);
    },
  },
  'campaigns/finish/index': {
    as: 'safetyStation',
    query: async (township) => `id=${(await campaignIn(township)).id}`,
    words: async (township) => {
      const { id } = await campaignIn(township);
      const { text } = await read<{ text: string }>(township, 'safetyStation', `/campaigns/${id}/report-draft`);
      return text.split('\n');
    },
  },
};
