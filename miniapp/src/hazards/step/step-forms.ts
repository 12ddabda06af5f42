import type { HazardStep } from '@zerentian/shared/hazards/hazard.vocabulary';
import { COUNTY_STEP_FORMS } from './county-step-forms';

/** A part of a step's form. */
export type StepField =
  | 'level'
  | 'unit'
  | 'deadline'
  | 'companion'
  | 'need'
  | 'plan'
  | 'until'
  | 'purpose'
  | 'clause'
  | 'countyNumber'
  | 'leader'
  | 'into'
  | 'measures'
  | 'text'
  | 'photos';

export interface StepForm {
  fields: readonly StepField[];
  /** What the words are for; without `required` they may be left out. */
  textLabel: string;
  textHint?: string;
  textRequired?: boolean;
  /** What happens next, said before it is sent. */
  consequence: string;
  /** The button's verb. */
  verb: string;
}

/** What each step asks for and what follows from it. Which steps are open is not decided here. */
export const STEP_FORMS: Record<HazardStep, StepForm> = {
  assess: {
    fields: ['level', 'unit', 'deadline', 'text'],
    textLabel: '初判意见',
    consequence: '提交后转分管安全生产负责人签批交办。',
    verb: '提交初判',
  },
  reject: {
    fields: ['text'],
    textLabel: '不予受理的理由',
    textHint: '上报人会看到这段话',
    textRequired: true,
    consequence: '不予受理后这一条就了结了，上报人能看到理由。',
    verb: '不予受理',
  },
  'return-assessment': {
    fields: ['text'],
    textLabel: '退回的理由',
    textRequired: true,
    consequence: '退回安监站重新初判。',
    verb: '退回初判',
  },
  approve: {
    fields: ['unit', 'deadline', 'text'],
    textLabel: '签批意见',
    consequence: '签批后交整改责任单位办理，从现在起由其负责人负责。',
    verb: '签批交办',
  },
  assign: {
    fields: ['unit', 'deadline', 'text'],
    textLabel: '交办要求',
    consequence: '交办后由整改责任单位负责人负责。',
    verb: '交办',
  },
  regrade: {
    fields: ['level', 'text'],
    textLabel: '调整的理由',
    textRequired: true,
    consequence: '级别会改变，办理人和期限不变。',
    verb: '调整级别',
  },
  start: {
    fields: ['text', 'photos'],
    textLabel: '整改打算',
    consequence: '表示已经开始整改。',
    verb: '开始整改',
  },
  submit: {
    fields: ['text', 'photos'],
    textLabel: '怎么整改的',
    textHint: '一两句话说清做了什么',
    textRequired: true,
    consequence: '提交后等待复查，复查由别人做。',
    verb: '提交整改',
  },
  return: {
    fields: ['text', 'companion', 'deadline', 'photos'],
    textLabel: '还差什么',
    textHint: '整改单位照着这段话重改',
    textRequired: true,
    consequence: '退回整改责任单位重改。',
    verb: '退回重改',
  },
  verify: {
    fields: ['companion', 'text', 'photos'],
    textLabel: '复查情况',
    consequence: '复查合格后可以销号。',
    verb: '复查合格',
  },
  close: {
    fields: ['text'],
    textLabel: '销号说明',
    consequence: '销号后这一条就了结了；一段时间内安监站可以重新启动。',
    verb: '销号',
  },
  reopen: {
    fields: ['text'],
    textLabel: '重新启动的理由',
    textRequired: true,
    consequence: '重新启动后要重新交办、整改、复查。',
    verb: '重新启动',
  },
  ...COUNTY_STEP_FORMS,
  'request-coordination': {
    fields: ['need', 'text'],
    textLabel: '需要怎样的帮助',
    textRequired: true,
    consequence: '请求发出后，由被请求的人答复，期间责任在其手里。',
    verb: '请求协调',
  },
  'answer-coordination': {
    fields: ['text'],
    textLabel: '协调结果',
    textRequired: true,
    consequence: '答复后交回原来的办理人。',
    verb: '答复协调',
  },
};
