import type { EvidenceContents } from '@zerentian/shared/evidence-packs/evidence-pack.contract';
import type { MeView } from '@zerentian/shared/people/session.contract';
import type { SelfCheckCounts, SelfCheckView } from '@zerentian/shared/self-checks/self-check.contract';
import type { Township } from '../../support/township';
import { type PageProbe, read } from './page-probe';
import { bytesOf } from './wx/files';

/** Whose list it is. */
async function enterpriseOf(township: Township): Promise<string | undefined> {
  const { posts } = await read<MeView>(township, 'enterpriseHead', '/me');
  return posts[0]?.unitName;
}

/** The pages of an enterprise's own list, and of 迎检材料. */
export const selfCheckProbes: Record<string, PageProbe> = {
  'self-checks/list/index': {
    as: 'enterpriseHead',
    query: async (township) => {
      await township.as.enterpriseHead.post('/api/self-checks', { text: '卷扬机护罩螺栓松动', spot: '三号卷扬机' });
      return '';
    },
    words: async (township) => {
      const { items } = await read<{ items: SelfCheckView[] }>(township, 'enterpriseHead', '/self-checks?state=open');
      return items.slice(0, 3).flatMap(({ text, spot }) => [text, spot]);
    },
  },
  'self-checks/entry/index': {
    as: 'enterpriseHead',
    act: (phone) => phone.tap('补充：'),
    words: async (township) => [await enterpriseOf(township)],
  },
  'self-checks/detail/index': {
    as: 'enterpriseHead',
    query: async (township) => {
      const body = { text: '护栏松动', spot: '装车台', standardClause: undefined };
      return `id=${(await township.as.enterpriseHead.post('/api/self-checks', body)).body.id}`;
    },
    words: async () => ['护栏松动', '装车台'],
  },
  'self-checks/import/index': {
    as: 'enterpriseHead',
    act: async (phone) => {
      await phone.shows('请在电脑上导入');
    },
    words: async (township) => [await enterpriseOf(township)],
  },
  'self-checks/counts/index': {
    as: 'safetyStation',
    words: async (township) => {
      const { items } = await read<{ items: SelfCheckCounts[] }>(township, 'safetyStation', '/self-checks/counts');
      return items.slice(0, 5).flatMap(({ unitName, areaName }) => [unitName, areaName]);
    },
  },
  'evidence-packs/index': {
    as: 'villageSecretary',
    act: async (phone) => {
      await phone.tap('#make-xlsx');
      await phone.called('openDocument');
      const { filePath } = phone.device.callsOf('openDocument')[0]!.options as { filePath: string };
      if (!bytesOf(phone.device, filePath).subarray(0, 2).equals(Buffer.from('PK'))) throw new Error('not a workbook');
    },
    words: async (township) => {
      const day = new Date().toISOString().slice(0, 10);
      const path = `/evidence-packs?from=${day}&until=${day}`;
      return [(await read<EvidenceContents>(township, 'villageSecretary', path)).name];
    },
  },
};
