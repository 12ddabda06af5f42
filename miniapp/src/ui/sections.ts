import type { HeldPostView } from '@zerentian/shared/people/session.contract';
import type { Profile } from '@zerentian/shared/posts/profile';
import type { PageName } from '../platform/navigation';
import type { IconName } from './icon';

/** The sections of the app in the order of the desk's navigation; `tab` ones stand in the phone's tab bar. */
export interface SectionEntry {
  page: PageName;
  text: string;
  icon: IconName;
  tab: boolean;
  /** Whose it is; absent: everybody's. */
  isFor?: (post: Pick<HeldPostView, 'profile' | 'line'>) => boolean;
}

/** 安监站 and 分管安全. */
const SAFETY: SectionEntry['isFor'] = ({ line, profile }) =>
  line === 'supervision' && (profile === 'station' || profile === 'member' || profile === 'deputy');
/** Who has a poster of their own to put up. */
const PLACES: SectionEntry['isFor'] = ({ profile }) =>
  profile === 'village-team' || profile === 'village-head' || profile === 'enterprise-head';

const LOOK_ON: ReadonlySet<Profile> = new Set<Profile>(['leader', 'deputy', 'village-team', 'station', 'office']);
const ENTERPRISE: SectionEntry['isFor'] = ({ profile }) => profile === 'enterprise-head';
const LOOKS_ON: SectionEntry['isFor'] = ({ profile }) => LOOK_ON.has(profile);
/** Who has 迎检材料 made: 安监站, the office and leaders, villages and enterprises for their own. */
export const asksForPacks: NonNullable<SectionEntry['isFor']> = ({ profile, line }) =>
  ['leader', 'deputy', 'office', 'village-team', 'village-head', 'enterprise-head'].includes(profile) ||
  (line === 'supervision' && (profile === 'station' || profile === 'member'));

export const SECTIONS: readonly SectionEntry[] = [
  { page: 'today', text: '今日', icon: 'today', tab: true },
  { page: 'hazards', text: '隐患', icon: 'hazard', tab: false },
  { page: 'inspections', text: '检查', icon: 'visit', tab: false },
  { page: 'publicReports', text: '群众举报', icon: 'speech', tab: false, isFor: SAFETY },
  { page: 'publicPoints', text: '举报二维码', icon: 'code', tab: false, isFor: PLACES },
  { page: 'dutyRecords', text: '履职记录', icon: 'record', tab: false },
  { page: 'dashboards', text: '看板', icon: 'board', tab: true },
  { page: 'accountability', text: '谁负责', icon: 'who', tab: false },
  { page: 'document', text: '文件学习', icon: 'document', tab: false },
  { page: 'contacts', text: '通讯录', icon: 'contacts', tab: false },
  { page: 'standards', text: '标准库', icon: 'standard', tab: false },
  { page: 'units', text: '单位名册', icon: 'unit', tab: false },
  { page: 'selfChecks', text: '企业自查', icon: 'search', tab: false, isFor: ENTERPRISE },
  { page: 'selfCheckCounts', text: '企业自查', icon: 'search', tab: false, isFor: LOOKS_ON },
  { page: 'evidencePack', text: '迎检材料', icon: 'folder', tab: false, isFor: asksForPacks },
  { page: 'me', text: '我的', icon: 'me', tab: true },
];

/** Those that concern somebody with these posts. */
export function sectionsFor(posts: readonly Pick<HeldPostView, 'profile' | 'line'>[]): readonly SectionEntry[] {
  return SECTIONS.filter(({ isFor }) => !isFor || posts.some(isFor));
}

/** Of these, what not everybody has. */
export function ownSections(posts: readonly Pick<HeldPostView, 'profile' | 'line'>[]): readonly SectionEntry[] {
  return sectionsFor(posts).filter(({ isFor }) => isFor !== undefined);
}
