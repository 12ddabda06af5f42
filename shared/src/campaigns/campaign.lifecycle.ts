/**
 * 专项行动: planned → running → finished. Only while it runs are visits made under it; its report is written from what they found, and
 * finishing it is the report's signature. A finished one stays as it is: what comes later is another campaign.
 */
import { covers } from '../areas/area.contract';
import type { ActingPost } from '../hazards/hazard.facts';
import { isSafetyDeputy, isSafetyStation } from '../hazards/hazard.roles';
import { stepsFor, type TransitionTable, transitionFor } from '../lifecycle';

export const campaignStates = ['planned', 'running', 'finished'] as const;
export type CampaignState = (typeof campaignStates)[number];
export const campaignStateNames: Record<CampaignState, string> = {
  planned: '已计划',
  running: '进行中',
  finished: '已结束',
};

export const campaignSteps = ['amend', 'add-units', 'start', 'finish'] as const;
export type CampaignStep = (typeof campaignSteps)[number];
export const campaignStepNames: Record<CampaignStep, string> = {
  amend: '修改方案',
  'add-units': '补充单位',
  start: '开始行动',
  finish: '结束行动',
};

export const campaignRoles = ['responsible', 'author', 'overseer'] as const;
export type CampaignRole = (typeof campaignRoles)[number];

const ALL = campaignRoles;

export const campaignTransitions: TransitionTable<CampaignState, CampaignStep, CampaignRole> = [
  { step: 'amend', from: ['planned'], to: null, by: ALL },
  { step: 'add-units', from: ['planned', 'running'], to: null, by: ALL },
  { step: 'start', from: ['planned'], to: 'running', by: ALL },
  { step: 'finish', from: ['running'], to: 'finished', by: ALL },
];

type CampaignPost = Pick<ActingPost, 'id' | 'profile' | 'line' | 'areaCode'>;

/** What the rules need to know of a campaign. */
export interface CampaignFacts {
  state: CampaignState;
  townshipCode: string;
  responsiblePostId: string;
  authorPostId: string;
}

/** Who plans campaigns: leaders, deputies, stations with 安监站's staff, for the whole township. */
export function mayPlan(post: Pick<CampaignPost, 'profile' | 'line' | 'areaCode'>): boolean {
  if (post.areaCode.length !== 9) return false;
  return ['leader', 'deputy', 'station'].includes(post.profile) || isSafetyStation(post);
}

/** What the holder of a post is to a campaign. 安监站, 分管安全 and the leaders oversee all of their township's. */
export function campaignRolesOf(post: CampaignPost, campaign: CampaignFacts): Set<CampaignRole> {
  const roles = new Set<CampaignRole>();
  if (post.id === campaign.responsiblePostId) roles.add('responsible');
  if (post.id === campaign.authorPostId) roles.add('author');
  const isOverseer = isSafetyStation(post) || isSafetyDeputy(post) || post.profile === 'leader';
  if (isOverseer && covers(post.areaCode, campaign.townshipCode)) roles.add('overseer');
  return roles;
}

/** The steps that the holder of a post may take now. */
export function campaignStepsFor(post: CampaignPost, campaign: CampaignFacts): CampaignStep[] {
  return stepsFor(campaignTransitions, campaign.state, campaignRolesOf(post, campaign));
}

/** The transition, or undefined where the state does not know the step. */
export function campaignTransition(state: CampaignState, step: CampaignStep) {
  return transitionFor(campaignTransitions, state, step);
}
