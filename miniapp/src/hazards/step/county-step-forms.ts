import type { StepForm } from './step-forms';

/** The forms of the county's words, of extensions, merging, sampling and pressing. */
export const COUNTY_STEP_FORMS = {
  merge: {
    fields: ['into', 'text'],
    textLabel: '说明',
    consequence: '并案后这一条不再单独办理，两边的上报人和经过都保留。',
    verb: '并案',
  },
  'ask-extension': {
    fields: ['until', 'text', 'photos'],
    textLabel: '申请延期的理由',
    textRequired: true,
    consequence: '由交办人决定；决定以前仍按原期限整改。',
    verb: '申请延期',
  },
  'grant-extension': {
    fields: ['deadline', 'countyNumber', 'text'],
    textLabel: '意见',
    consequence: '整改期限改为同意的日期，原来的期限留在记录里。',
    verb: '同意延期',
  },
  'refuse-extension': {
    fields: ['text'],
    textLabel: '不同意的理由',
    textRequired: true,
    consequence: '期限不变，请责任单位按期整改。',
    verb: '不同意延期',
  },
  'spot-check': {
    fields: ['text', 'photos'],
    textLabel: '抽查情况',
    consequence: '表示已到现场看过，当场改好属实；不属实的请重新启动。',
    verb: '抽查属实',
  },
  'take-first-measures': {
    fields: ['measures', 'text', 'photos'],
    textLabel: '怎么做的',
    consequence: '先期措施记入这条隐患的经过。',
    verb: '记录先期措施',
  },
  'report-to-county': {
    fields: ['purpose', 'clause', 'text', 'photos'],
    textLabel: '事实和理由',
    textRequired: true,
    consequence: '上报后由县级办理，期间责任在县级。',
    verb: '上报县级',
  },
  'record-judgement': {
    fields: ['countyNumber', 'clause', 'text', 'photos'],
    textLabel: '说明',
    consequence: '按县级文件登记为重大隐患。',
    verb: '登记判定',
  },
  'record-listing': {
    fields: ['countyNumber', 'deadline', 'leader', 'unit', 'text', 'photos'],
    textLabel: '说明',
    consequence: '按县级文件登记期限，交责任单位整改，由包保领导跟踪督办。',
    verb: '登记挂牌督办',
  },
  'record-county-return': {
    fields: ['countyNumber', 'text', 'photos'],
    textLabel: '县级的意见',
    textRequired: true,
    consequence: '退回本乡继续办理。',
    verb: '登记县级退回',
  },
  'record-write-off': {
    fields: ['countyNumber', 'text', 'photos'],
    textLabel: '说明',
    consequence: '登记后这一条销号。',
    verb: '登记核销',
  },
  'submit-plan': {
    fields: ['plan', 'text', 'photos'],
    textLabel: '补充说明',
    consequence: '五项写齐以后才能开始整改。',
    verb: '提交整改方案',
  },
  'follow-up': {
    fields: ['text', 'photos'],
    textLabel: '督办情况',
    textRequired: true,
    consequence: '督办情况记入这条隐患的经过。',
    verb: '记录督办',
  },
  watch: {
    fields: ['leader', 'text'],
    textLabel: '列为重点督办的理由',
    textRequired: true,
    consequence: '由所选的领导跟踪督办。',
    verb: '列为重点督办',
  },
  unwatch: {
    fields: ['text'],
    textLabel: '解除的理由',
    textRequired: true,
    consequence: '不再由领导跟踪督办。',
    verb: '解除督办',
  },
} as const satisfies Record<string, StepForm>;
