/**
 * 企业自查自改: an enterprise keeps its own list of what it found and put right, and closes it itself (安全生产法 art. 41 lays finding and
 * putting right on the enterprise). The township sees counts; only what may be 重大 comes up, as a hazard of its own, and ends there.
 */
import { type TransitionTable, transitionFor } from '../lifecycle';

export const selfCheckStates = ['open', 'fixed', 'referred'] as const;
export type SelfCheckState = (typeof selfCheckStates)[number];
export const selfCheckStateNames: Record<SelfCheckState, string> = {
  open: '未整改',
  fixed: '已整改',
  referred: '已上报',
};

export const selfCheckSteps = ['fix', 'reopen', 'refer'] as const;
export type SelfCheckStep = (typeof selfCheckSteps)[number];
export const selfCheckStepNames: Record<SelfCheckStep | 'log' | 'import', string> = {
  log: '登记',
  import: '导入',
  fix: '整改完成',
  reopen: '重新打开',
  refer: '疑似重大，上报',
};

/** Nobody else takes a step in it: a post of the enterprise itself. */
export const selfCheckTransitions: TransitionTable<SelfCheckState, SelfCheckStep, 'enterprise'> = [
  { step: 'fix', from: ['open'], to: 'fixed', by: ['enterprise'] },
  { step: 'reopen', from: ['fixed'], to: 'open', by: ['enterprise'] },
  { step: 'refer', from: ['open'], to: 'referred', by: ['enterprise'] },
];

/** The state that a step leads to, or null where the table does not let it be taken. */
export function stateAfter(state: SelfCheckState, step: SelfCheckStep): SelfCheckState | null {
  return transitionFor(selfCheckTransitions, state, step)?.to ?? null;
}
