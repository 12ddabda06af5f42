import type { Cadence, Due, QuantifiedCadence } from './cadence.contract';
import type { Trigger, When } from './trigger.contract';

/** Chinese names of what a `When` refers to by key. */
export interface WhenNames {
  scene(key: string): string;
  event(key: string): string;
  severity(event: string, severity: string): string;
  duty(key: string): string;
}

const WINDOWS = {
  day: ['每日', '日'],
  week: ['每周', '周'],
  'ten-days': ['每旬', '旬'],
  'half-month': ['每半月', '个半月'],
  month: ['每月', '个月'],
  quarter: ['每季度', '个季度'],
  'half-year': ['每半年', '个半年'],
  year: ['每年', '年'],
} as const;

const DURATIONS = {
  minute: '分钟',
  hour: '小时',
  day: '日',
  'working-day': '个工作日',
  week: '周',
  month: '个月',
  year: '年',
} as const;

/** When a duty is due, as people say it; words without a number stay without one. */
export function describeWhen(when: When, names: WhenNames): string {
  const parts = [
    ...(when.regular ? [describeCadence(when.regular)] : []),
    ...(when.inside ?? []).map(({ scene, cadence }) => `${names.scene(scene)}内：${describeCadence(cadence)}`),
    ...(when.triggers ?? []).map((trigger) => describeTrigger(trigger, names)),
    ...(when.asNeeded ? [`另按需要（原文“${when.asNeeded}”）`] : []),
  ];
  return parts.length > 0 ? parts.join('；') : '长期，不设到期';
}

/** One cadence in words. */
export function describeCadence(cadence: Cadence): string {
  if (cadence.type === 'kept-up') return '建立后长期保持';
  if (cadence.type !== 'unquantified') return describeQuantified(cadence);
  const { words, reading } = cadence;
  const said = words === null ? '文件未写频次' : `“${words}”（文件未写数字）`;
  return reading ? `${said}；本乡定为${describeQuantified(reading.cadence)}（依据：${reading.basis}）` : said;
}

function describeQuantified(cadence: QuantifiedCadence): string {
  const by = cadence.by ? `，不晚于${cadence.by}` : '';
  if (cadence.type === 'every') {
    const [single, many] = WINDOWS[cadence.unit];
    const window = cadence.span === 1 ? single : `每${cadence.span}${many}`;
    return `${window}${cadence.count.mode === 'at-least' ? '至少' : ''}${cadence.count.n}次${by}`;
  }
  const months = new Set(cadence.days.map((day) => day.month));
  const days = cadence.days.map(({ month, day }) => (month ? `${month}月${day}日` : `${day}日`)).join('、');
  return `${months.has(undefined) ? '每月' : '每年'}${days}${cadence.sense === 'on' ? '' : '前'}${by}`;
}

function describeTrigger(trigger: Trigger, names: WhenNames): string {
  const due = describeDue(trigger.due);
  if (trigger.type === 'assigned') return `交办时${due}`;
  if (trigger.type === 'duty-act') {
    const after = { fulfilled: '办结后', 'not-fulfilled': '未办时', received: '收到后' }[trigger.when];
    return `“${names.duty(trigger.duty)}”${after}${due}`;
  }
  const severity = trigger.severityFrom ? `（${names.severity(trigger.event, trigger.severityFrom)}及以上）` : '';
  const event = `${names.event(trigger.event)}${severity}`;
  if (trigger.type === 'event') return `每次：${event}${due}`;
  return `${trigger.within.n}${DURATIONS[trigger.within.unit]}内达到${trigger.n}次：${event}${due}`;
}

function describeDue(due: Due): string {
  switch (due.type) {
    case 'within':
      return `，${due.n}${DURATIONS[due.unit]}内`;
    case 'unquantified':
      return due.reading
        ? `，“${due.words}”，本乡定为${due.reading.n}${DURATIONS[due.reading.unit]}内（依据：${due.reading.basis}）`
        : `，“${due.words}”（文件未写数字）`;
    case 'set-on-instance':
      return `，“${due.words}”（期限逐件确定）`;
    default:
      return '';
  }
}
