/** The words of a hazard's life: its states, its steps, and what somebody is to it; with what users read. */

export const hazardStates = [
  'reported',
  'graded',
  'assigned',
  'rectifying',
  'extension-asked',
  'submitted',
  'returned',
  'verified',
  'with-county',
  'closed',
  'rejected',
  'merged',
  'reopened',
] as const;
export type HazardState = (typeof hazardStates)[number];

export const hazardStateNames: Record<HazardState, string> = {
  reported: '已上报',
  graded: '已定级',
  assigned: '已交办',
  rectifying: '整改中',
  'extension-asked': '延期待批',
  submitted: '待复查',
  returned: '退回重改',
  verified: '复查合格',
  'with-county': '已上报县级',
  closed: '已销号',
  rejected: '不予受理',
  merged: '重复并案',
  reopened: '重新启动',
};

/** What is done with: put right, no hazard, or told within another one. */
export const endStates = ['closed', 'rejected', 'merged'] as const satisfies readonly HazardState[];

/** Everything else still needs somebody. */
export const openStates: readonly HazardState[] = hazardStates.filter(
  (state) => !(endStates as readonly HazardState[]).includes(state),
);

export const hazardSteps = [
  'assess',
  'reject',
  'merge',
  'return-assessment',
  'approve',
  'assign',
  'regrade',
  'start',
  'submit',
  'ask-extension',
  'grant-extension',
  'refuse-extension',
  'return',
  'verify',
  'close',
  'spot-check',
  'reopen',
  'take-first-measures',
  'report-to-county',
  'record-judgement',
  'record-listing',
  'record-county-return',
  'record-write-off',
  'submit-plan',
  'follow-up',
  'watch',
  'unwatch',
  'request-coordination',
  'answer-coordination',
] as const;
export type HazardStep = (typeof hazardSteps)[number];

export const hazardStepNames: Record<HazardStep | 'report' | 'remind' | 'answer-reminder' | 'note', string> = {
  report: '上报',
  assess: '初判',
  reject: '不予受理',
  merge: '重复并案',
  'return-assessment': '退回初判',
  approve: '签批交办',
  assign: '交办',
  regrade: '调整级别',
  start: '开始整改',
  submit: '提交整改',
  'ask-extension': '申请延期',
  'grant-extension': '同意延期',
  'refuse-extension': '不同意延期',
  return: '退回重改',
  verify: '复查合格',
  close: '销号',
  'spot-check': '抽查',
  reopen: '重新启动',
  'take-first-measures': '采取先期措施',
  'report-to-county': '上报县级',
  'record-judgement': '登记县级判定',
  'record-listing': '登记挂牌督办',
  'record-county-return': '登记县级退回',
  'record-write-off': '登记县级核销',
  'submit-plan': '提交整改方案（五落实）',
  'follow-up': '跟踪督办',
  watch: '列为乡级重点督办',
  unwatch: '解除乡级重点督办',
  'request-coordination': '请求协调',
  'answer-coordination': '答复协调',
  remind: '催办',
  'answer-reminder': '答复催办',
  note: '补充说明',
};

/** What somebody is to one hazard; computed from the post acted in, never granted by hand. */
export const hazardRoles = [
  'safety-station',
  'trade-station',
  'safety-deputy',
  'leader',
  'village-team',
  'site-head',
  'responsible-head',
  'assigner',
  'leader-in-charge',
  'asked',
  'station-overseer',
  'county',
] as const;
export type HazardRole = (typeof hazardRoles)[number];

export const hazardRoleNames: Record<HazardRole, string> = {
  'safety-station': '安监站',
  'trade-station': '行业站所',
  'safety-deputy': '分管负责人',
  leader: '党政主要负责人',
  'village-team': '包村干部',
  'site-head': '所在单位',
  'responsible-head': '责任单位',
  assigner: '交办人',
  'leader-in-charge': '包保领导',
  asked: '被请求协调的人',
  'station-overseer': '安监站自己整改时的分管负责人',
  county: '县级',
};

/** 先期措施: what the unit does at once, before anybody has judged. */
export const firstMeasures = ['stop', 'cordon', 'withdraw', 'cut-off', 'guard', 'other'] as const;
export type FirstMeasure = (typeof firstMeasures)[number];
export const firstMeasureNames: Record<FirstMeasure, string> = {
  stop: '停止作业或使用',
  cordon: '设置警戒',
  withdraw: '撤离人员',
  'cut-off': '断电断气',
  guard: '专人看守',
  other: '其他措施',
};
