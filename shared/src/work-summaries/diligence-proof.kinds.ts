/**
 * 尽职证明: which acts of the ledger count as what. Found, handed over, reported up, pressed, re-checked, recorded; and what somebody did
 * with a matter beside that. An act that is none of them (an appointment, a correction) is not listed.
 */
export const proofKinds = [
  'found',
  'fixed',
  'handed-over',
  'reported-up',
  'assessed',
  'pressed',
  'answered',
  'rectified',
  'rechecked',
  'closed',
  'inspected',
  'recorded',
] as const;
export type ProofKind = (typeof proofKinds)[number];

export const proofKindNames: Record<ProofKind, string> = {
  found: '发现隐患',
  fixed: '即查即改',
  'handed-over': '交办整改',
  'reported-up': '上报、请求协调',
  assessed: '研判定级',
  pressed: '催办',
  answered: '答复催办、协调',
  rectified: '整改',
  rechecked: '复查',
  closed: '销号',
  inspected: '安全检查',
  recorded: '履职记录',
};

const REPORTS: Record<string, { kind: ProofKind; words: string }> = {
  fixed: { kind: 'fixed', words: '发现隐患，当场改好' },
  assigned: { kind: 'handed-over', words: '发现隐患，现场交办' },
  referred: { kind: 'reported-up', words: '发现隐患，上报研判' },
};

const ACTS: Record<string, { kind: ProofKind; words: string }> = {
  'hazard-assess': { kind: 'assessed', words: '初判' },
  'hazard-reject': { kind: 'assessed', words: '不予受理' },
  'hazard-return-assessment': { kind: 'assessed', words: '退回初判' },
  'hazard-regrade': { kind: 'assessed', words: '调整级别' },
  'hazard-approve': { kind: 'handed-over', words: '签批交办' },
  'hazard-assign': { kind: 'handed-over', words: '交办' },
  'hazard-start': { kind: 'rectified', words: '开始整改' },
  'hazard-submit': { kind: 'rectified', words: '提交整改' },
  'hazard-verify': { kind: 'rechecked', words: '复查（合格）' },
  'hazard-return': { kind: 'rechecked', words: '复查（退回重改）' },
  'hazard-reopen': { kind: 'rechecked', words: '抽查后重新启动' },
  'hazard-close': { kind: 'closed', words: '销号' },
  'hazard-request-coordination': { kind: 'reported-up', words: '请求协调' },
  'hazard-answer-coordination': { kind: 'answered', words: '答复协调' },
  'hazard-take-first-measures': { kind: 'rectified', words: '采取先期措施' },
  'hazard-report-to-county': { kind: 'reported-up', words: '上报县级' },
  'hazard-record-judgement': { kind: 'reported-up', words: '登记县级判定' },
  'hazard-record-listing': { kind: 'reported-up', words: '登记挂牌督办' },
  'hazard-record-write-off': { kind: 'closed', words: '登记县级核销' },
  'hazard-submit-plan': { kind: 'rectified', words: '提交整改方案' },
  'hazard-merge': { kind: 'assessed', words: '重复并案' },
  'hazard-grant-extension': { kind: 'answered', words: '同意延期' },
  'hazard-refuse-extension': { kind: 'answered', words: '不同意延期' },
  'hazard-follow-up': { kind: 'pressed', words: '跟踪督办' },
  'hazard-watch': { kind: 'pressed', words: '列为乡级重点督办' },
  'hazard-spot-check': { kind: 'rechecked', words: '抽查' },
  remind: { kind: 'pressed', words: '催办' },
  'answer-reminder': { kind: 'answered', words: '答复催办' },
  'record-inspection': { kind: 'inspected', words: '安全检查' },
  'record-duty': { kind: 'recorded', words: '履职记录' },
};

/** What an act of the ledger says about itself, as far as a proof needs it. */
export interface ProvenAct {
  act: string;
  /** The columns that it set; empty where they were erased. */
  changes: Record<string, unknown>;
  /** Went along to a re-check that somebody else entered. */
  accompanied?: boolean;
}

/** What an act counts as, and its words; null for what is not listed. */
export function proofOf(act: ProvenAct): { kinds: ProofKind[]; words: string } | null {
  if (act.act === 'hazard-report') {
    const report = REPORTS[String(act.changes.path)];
    return report ? { kinds: ['found', report.kind], words: report.words } : { kinds: ['found'], words: '发现隐患' };
  }
  const known = ACTS[act.act];
  if (!known) return null;
  return { kinds: [known.kind], words: act.accompanied ? `同去${known.words}` : known.words };
}

/** How often each kind occurs, in the order of the list; kinds that do not occur are left out. */
export function totalsOf(
  items: readonly { kinds: readonly ProofKind[] }[],
): { kind: ProofKind; label: string; count: number }[] {
  return proofKinds
    .map((kind) => ({
      kind,
      label: proofKindNames[kind],
      count: items.filter((item) => item.kinds.includes(kind)).length,
    }))
    .filter((total) => total.count > 0);
}
