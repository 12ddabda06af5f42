import type { contents, Evidence, EvidenceLeaf, Indicator } from './evidence.contract';

/** Chinese names of what evidence refers to by key. */
export interface EvidenceNames {
  recordKind(key: string): string;
  register(key: string): string;
  postKind(key: string): string;
}

const CONTENTS: Record<(typeof contents)[number], string> = {
  agenda: '议题',
  decision: '议定事项',
  attendance: '参加人员',
  minutes: '会议记录',
  'written-record': '书面记录',
  findings: '发现的情况',
  'follow-up': '跟踪结果',
  opinion: '意见',
  number: '编号或文号',
  amount: '金额',
  headcount: '人数',
  'plan-text': '方案文本',
  result: '结果',
  'arrival-time': '到场时间',
};

const BOUNDS = { 'at-least': '不少于', 'at-most': '不超过', equal: '为' } as const;

/** What shows that a duty was done, as people say it. */
export function describeEvidence(evidence: Evidence, names: EvidenceNames): string {
  if (!('of' in evidence)) return describeLeaf(evidence, names);
  const parts = evidence.of.map((part) =>
    'of' in part ? `（${describeEvidence(part, names)}）` : describeLeaf(part, names),
  );
  return parts.join(evidence.type === 'any-of' ? '或' : '和');
}

function describeLeaf(leaf: EvidenceLeaf, names: EvidenceNames): string {
  switch (leaf.type) {
    case 'record': {
      const times = leaf.atLeast > 1 ? `至少${leaf.atLeast}次` : '';
      const content = leaf.with ? `（有${leaf.with.map((part) => CONTENTS[part]).join('、')}）` : '';
      return `${names.recordKind(leaf.recordKind)}${times}${content}`;
    }
    case 'signature':
      return `${leaf.by.map((kind) => names.postKind(kind)).join('、')}签字的${leaf.document}`;
    case 'zero-report':
      return '零报告';
    case 'register':
      return `保持更新的${names.register(leaf.register)}`;
    default:
      return `${leaf.what}${BOUNDS[leaf.bound]}${leaf.value}${leaf.unit}`;
  }
}

const MEASURES: Record<Indicator['measure'], string> = {
  deaths: '死亡人数',
  injuries: '受伤人数',
  accidents: '事故起数',
  'direct-loss': '直接经济损失',
  rate: '比率',
};

/** A control indicator in words. */
export function describeIndicator(indicator: Indicator): string {
  return `${MEASURES[indicator.measure]}${BOUNDS[indicator.bound]}${indicator.value}${indicator.unit}`;
}
