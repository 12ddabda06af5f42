import type { HazardDetail } from '@zerentian/shared/hazards/hazard.contract';
import type { HazardState } from '@zerentian/shared/hazards/hazard.vocabulary';
import { lastEvent } from '../hazard-words';

/** Where a hazard stands on its way, in words of two characters, so that all of them stand in one line of a phone. */
export interface Stage {
  name: string;
  at: 'done' | 'now' | 'ahead';
  /** The day on which it was done, where the history tells it. */
  on: string | null;
}

interface Planned {
  name: string;
  /** The steps that complete it. */
  by: readonly string[];
}

const REPORTED: Planned = { name: '上报', by: ['report'] };
const REOPENED: Planned = { name: '重启', by: ['reopen'] };
const GRADED: Planned = { name: '研判', by: ['assess'] };
const ASSIGNED: Planned = { name: '交办', by: ['approve', 'assign', 'report'] };
const PUT_RIGHT: Planned = { name: '整改', by: ['submit'] };
const RECHECKED: Planned = { name: '复查', by: ['verify'] };
const CLOSED: Planned = { name: '销号', by: ['close'] };
const WRITTEN_OFF: Planned = { name: '核销', by: ['record-write-off'] };

const PLANNED: Planned = { name: '方案', by: ['submit-plan'] };
const OF_COUNTY: readonly Planned[] = [
  { name: '报县', by: ['report-to-county'] },
  { name: '判定', by: ['record-judgement'] },
  { name: '挂牌', by: ['record-listing'] },
  PLANNED,
];

/** The way of this hazard: its path, what the county has of it, and where it ended. */
function wayOf(hazard: HazardDetail): readonly Planned[] {
  const start = lastEvent(hazard, 'reopen') ? REOPENED : REPORTED;
  if (hazard.state === 'rejected') return [start, { name: '不予受理', by: ['reject'] }];
  if (hazard.state === 'merged') return [start, { name: '并案', by: ['merge'] }];
  const isTransferred = hazard.state === 'with-county' && hazard.county?.purpose === 'transfer';
  if (isTransferred) return [start, { name: '移送', by: ['report-to-county'] }, { name: '县办', by: [] }, WRITTEN_OFF];
  if (hazard.level !== 'general') {
    return [start, ...(isAssignedAnew(hazard) ? [ASSIGNED, PLANNED] : OF_COUNTY), PUT_RIGHT, RECHECKED, WRITTEN_OFF];
  }
  if (hazard.path === 'fixed' && start === REPORTED) {
    const sampled: Planned = { name: '抽查', by: ['spot-check'] };
    return [
      { name: '即查即改', by: ['report'] },
      { name: '销号', by: ['report'] },
      ...(hazard.sampled ? [sampled] : []),
    ];
  }
  const isGraded = start === REPORTED && hazard.path === 'referred';
  const end = lastEvent(hazard, 'record-write-off') ? WRITTEN_OFF : CLOSED;
  return [start, ...(isGraded ? [GRADED] : []), ASSIGNED, PUT_RIGHT, RECHECKED, end];
}

/** 重大 that the county gave back, or that was reopened: the township hands it over itself. */
function isAssignedAnew({ level, state, county }: HazardDetail): boolean {
  if (level !== 'major' || state === 'with-county') return false;
  return state === 'graded' || state === 'reopened' || !county?.listingNumber;
}

const NOW: Partial<Record<HazardState, string>> = {
  reported: '研判',
  graded: '交办',
  reopened: '交办',
  assigned: '整改',
  rectifying: '整改',
  'extension-asked': '整改',
  returned: '整改',
  submitted: '复查',
};

function nowOf(hazard: HazardDetail): string | null {
  const { state, level, county, plan } = hazard;
  if (state === 'with-county') {
    if (county?.purpose === 'transfer') return '县办';
    if (county?.purpose === 'acceptance') return '核销';
    return level === 'major' ? '挂牌' : '判定';
  }
  if (level === 'suspected-major') return '报县';
  if (state === 'verified') return level === 'major' ? '核销' : '销号';
  if (level === 'major' && NOW[state] === '整改' && plan === null) return '方案';
  if (state === 'closed') return hazard.sampled && hazard.spotCheckedAt === null ? '抽查' : null;
  return NOW[state] ?? null;
}

/** The stages in their order: those behind, the one that it stands at (none once it is done with), those ahead. */
export function stagesOf(hazard: HazardDetail): Stage[] {
  const way = wayOf(hazard);
  const now = way.findIndex(({ name }) => name === nowOf(hazard));
  const isOver = now < 0;
  return way.map(({ name, by }, index) => {
    const at = isOver || index < now ? 'done' : index === now ? 'now' : 'ahead';
    const on = at === 'done' ? (lastEvent(hazard, ...by)?.occurredAt ?? null) : null;
    return { name, at, on };
  });
}

const WAITING: Record<HazardState, string> = {
  reported: '等安监站初判',
  graded: '等分管安全生产负责人签批',
  assigned: '已交给责任单位，等整改',
  rectifying: '责任单位正在整改',
  'extension-asked': '责任单位申请延期，等交办人答复',
  submitted: '已整改，等别人复查',
  returned: '复查没有通过，等责任单位重改',
  verified: '复查合格，等销号',
  'with-county': '已上报县级，等县级办理',
  closed: '已销号，了结',
  rejected: '不予受理，了结',
  merged: '和另一条是同一件事，已并过去',
  reopened: '重新启动，等重新交办',
};

/** What it waits for, in a sentence. */
export function waitingWords(hazard: HazardDetail): string {
  const { state, level, county, plan } = hazard;
  if (state === 'with-county') {
    if (county?.purpose === 'transfer') return '已移送县级，等县级办理';
    if (county?.purpose === 'acceptance') return '已报县级验收，等县级核销';
    return level === 'major' ? '县级已判定为重大，等县级挂牌督办' : '已上报县级，等县级判定是不是重大';
  }
  if (state === 'closed' && hazard.sampled && hazard.spotCheckedAt === null) return '当场整改、已销号，等安监站抽查';
  if (level === 'suspected-major') return '疑似重大，等上报县级判定';
  if (level === 'major' && state === 'verified') return '复查合格，等县级验收核销';
  if (level === 'major' && NOW[state] === '整改' && plan === null) return '等责任单位提交整改方案（五落实）';
  return WAITING[state];
}
