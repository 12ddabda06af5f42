import Taro from '@tarojs/taro';
import { type QueryValues, queryString } from './query-string';

/** Every page by name; the path is written here and in app.config.ts, nowhere else. */
export const PAGES = {
  today: '/today/index',
  dashboards: '/dashboards/index',
  me: '/me/index',
  signIn: '/sign-in/index',
  outbox: '/outbox/index',
  privacy: '/privacy/index',
  hazards: '/hazards/list/index',
  hazard: '/hazards/detail/index',
  reportHazard: '/hazards/report/index',
  hazardStep: '/hazards/step/index',
  dutyRecords: '/duty-records/list/index',
  recordDuty: '/duty-records/record/index',
  workSummary: '/duty-records/summary/index',
  diligenceProof: '/duty-records/proof/index',
  inspections: '/inspections/list/index',
  inspect: '/inspections/visit/index',
  inspection: '/inspections/detail/index',
  coverage: '/inspections/coverage/index',
  checklists: '/inspections/checklists/index',
  campaigns: '/campaigns/list/index',
  campaign: '/campaigns/detail/index',
  planCampaign: '/campaigns/plan/index',
  finishCampaign: '/campaigns/finish/index',
  accountability: '/accountability/index',
  appointCaretaker: '/accountability/caretaker/index',
  selfChecks: '/self-checks/list/index',
  logSelfCheck: '/self-checks/entry/index',
  selfCheck: '/self-checks/detail/index',
  importSelfChecks: '/self-checks/import/index',
  selfCheckCounts: '/self-checks/counts/index',
  evidencePack: '/evidence-packs/index',
  document: '/document/index',
  contacts: '/contacts/index',
  reportPublicly: '/public-reports/open/report/index',
  reportSent: '/public-reports/open/sent/index',
  followReport: '/public-reports/open/follow/index',
  publicReports: '/public-reports/desk/list/index',
  publicReport: '/public-reports/desk/report/index',
  acceptReport: '/public-reports/desk/accept/index',
  publicPoints: '/public-reports/desk/points/index',
  supervisionNotices: '/supervision-notices/index',
  standards: '/standards/index',
  editStandard: '/standards/edit/index',
  units: '/units/list/index',
} as const;

export type PageName = keyof typeof PAGES;

const TABS: ReadonlySet<PageName> = new Set<PageName>(['today', 'dashboards', 'me']);

/** Goes to a page; a tab page is switched to, any other is laid on top. */
export function open(page: PageName, params?: QueryValues): void {
  const url = PAGES[page];
  if (TABS.has(page)) void Taro.switchTab({ url });
  else void Taro.navigateTo({ url: `${url}${queryString(params)}` });
}

/** Goes to a page that takes the place of this one, so that going back does not return here. */
export function replaceWith(page: PageName, params?: QueryValues): void {
  const url = PAGES[page];
  if (TABS.has(page)) void Taro.switchTab({ url });
  else void Taro.redirectTo({ url: `${url}${queryString(params)}` });
}

/** One page back, or to 今日 where this is the first (an opened link). */
export function back(): void {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack();
  else open('today');
}

/** The address of a page for a link in a browser. */
export function addressOf(page: PageName, params?: QueryValues): string {
  return `#${PAGES[page]}${queryString(params)}`;
}
