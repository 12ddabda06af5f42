import type { HazardStep } from '@zerentian/shared/hazards/hazard.vocabulary';
import type { StepForm } from './step-form';

/** What is done about the danger itself: at once, by plan, with more time, with help; and its following up. */
export const WORK_FORMS = {
  'take-first-measures': {
    fields: ['measures', 'text', 'photos'],
    textLabel: '具体怎么做的',
    textHint: '例如：成型车间已停机断电，出入口拉了警戒线，专人看守',
    consequence: '这是先把人和设备护住，不等判定。级别和办理人不变，上报县级时会一并写上。',
    verb: '记下先期措施',
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
    photosLabel: '整改后的照片',
    photosHint: '和整改前同一个角度最好，复查的人会对照着看',
    consequence: '提交后等待复查，复查由别人做。',
    verb: '提交整改',
  },
  'submit-plan': {
    fields: ['plan', 'text', 'photos'],
    textLabel: '补充说明',
    photosLabel: '方案原件',
    photosHint: '有盖章的纸质方案，可以拍下来',
    consequence: '重大隐患五项齐了才能开始整改。提交后还可以再改，每次改动都留在办理经过里。',
    verb: '提交整改方案',
  },
  'ask-extension': {
    fields: ['until', 'text', 'photos'],
    textLabel: '为什么来不及',
    textHint: '写清卡在哪里、什么时候能办成',
    textRequired: true,
    consequence: '提出后等答复，答复之前原来的期限照算；不同意就按原期限整改。',
    verb: '申请延期',
  },
  'request-coordination': {
    fields: ['need', 'text'],
    textLabel: '需要怎样的帮助',
    textRequired: true,
    consequence: '请求发出后，由被请求的人答复，期间责任在其手里。',
    verb: '请求协调',
  },
  'follow-up': {
    fields: ['text', 'photos'],
    textLabel: '督办情况',
    textHint: '看到了什么、进展到哪一步、还差什么',
    textRequired: true,
    consequence: '记入办理经过，办理人和期限不变。',
    verb: '记下督办情况',
  },
} as const satisfies Partial<Record<HazardStep, StepForm>>;
