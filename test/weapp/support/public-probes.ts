import type { PublicPointRow } from '@zerentian/shared/public-reports/public-point.contract';
import type { PublicPointView } from '@zerentian/shared/public-reports/public-report.contract';
import type { PublicReportDetail, PublicReportView } from '@zerentian/shared/public-reports/public-sifting.contract';
import { uuidv7 } from 'uuidv7';
import { call } from '../../support/client';
import { type Township, VILLAGE } from '../../support/township';
import { type PageProbe, read } from './page-probe';

async function codeOf(township: Township): Promise<string> {
  const { items } = await read<{ items: PublicPointRow[] }>(township, 'safetyStation', '/public-points?limit=100');
  return items.find(({ unitId }) => unitId === township.id(`unit:${VILLAGE}`))?.code ?? '';
}

async function reportAt(township: Township, stage: string): Promise<PublicReportView> {
  const { items } = await read<{ items: PublicReportView[] }>(township, 'safetyStation', '/public-reports?limit=100');
  const found = items.find((it) => it.stage === stage);
  if (!found) throw new Error(`nothing that the public reported is ${stage}`);
  return found;
}

/** One that waits, of an enterprise: its name is known to the server alone. */
async function receivedAtUnit(township: Township): Promise<PublicReportView> {
  const { items } = await read<{ items: PublicReportView[] }>(township, 'safetyStation', '/public-reports?limit=100');
  const found = items.find(({ stage, unitName }) => stage === 'received' && unitName !== null);
  if (!found) throw new Error('no report of an enterprise waits');
  return found;
}

/** A report as somebody without an account sends it; answers the code to follow it by. */
async function sentReport(township: Township): Promise<string> {
  const body = { id: uuidv7(), description: '河堤栏杆断了一截' };
  const path = `/api/public/points/${await codeOf(township)}/reports`;
  return (await call(township, 'POST', path, { body })).body.followCode;
}

/** 群众举报: the pages for everybody, and those of 安监站. */
export const publicProbes: Record<string, PageProbe> = {
  'public-reports/open/report/index': {
    as: 'county',
    // As WeChat opens it from an ordinary link.
    query: async (township) => `q=${encodeURIComponent(`https://example.org/p/${await codeOf(township)}`)}`,
    words: async (township) => {
      const point = await read<PublicPointView>(township, 'county', `/public/points/${await codeOf(township)}`);
      return [point.place, ...point.numbers.map(({ number }) => number)];
    },
  },
  'public-reports/open/sent/index': {
    as: 'county',
    query: async (township) => `code=${await sentReport(township)}`,
    act: async (phone) => {
      await phone.tap('#follow');
      await phone.at('public-reports/open/follow/index');
    },
    words: async (township) =>
      (await read<PublicPointView>(township, 'county', `/public/points/${await codeOf(township)}`)).numbers.map(
        ({ name }) => name,
      ),
  },
  'public-reports/open/follow/index': {
    as: 'county',
    query: async (township) => `code=${await sentReport(township)}`,
    words: async (township) => [
      (await read<PublicPointView>(township, 'county', `/public/points/${await codeOf(township)}`)).place,
    ],
  },
  'public-reports/desk/list/index': {
    as: 'safetyStation',
    act: (phone) => phone.tap('全部'),
    words: async (township) => {
      const { items } = await read<{ items: PublicReportView[] }>(township, 'safetyStation', '/public-reports?limit=5');
      return items.map(({ description }) => description);
    },
  },
  'public-reports/desk/report/index': {
    as: 'safetyStation',
    query: async (township) => `id=${(await reportAt(township, 'disputed')).id}`,
    words: async (township) => {
      const { id } = await reportAt(township, 'disputed');
      const report = await read<PublicReportDetail>(township, 'safetyStation', `/public-reports/${id}`);
      return [report.description, report.spot, report.hazardNumber, report.feedback?.text];
    },
  },
  'public-reports/desk/accept/index': {
    as: 'safetyStation',
    query: async (township) => `id=${(await receivedAtUnit(township)).id}`,
    act: async (phone) => {
      await phone.has('#send-accept');
      if (!phone.valueOf('#description')) throw new Error('the report’s words are not filled in');
    },
    words: async (township) => [(await receivedAtUnit(township)).unitName],
  },
  'public-reports/desk/points/index': {
    as: 'safetyStation',
    words: async (township) => {
      const { items } = await read<{ items: PublicPointRow[] }>(township, 'safetyStation', '/public-points?limit=5');
      return items.flatMap(({ unitName }) => unitName);
    },
  },
};
