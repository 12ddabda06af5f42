/** 文书: GET /api/hazards/:id/papers/:paper as PDF. */
export const hazardPapers = ['inspection-record', 'rectification-notice', 'recheck-opinion'] as const;
export type HazardPaper = (typeof hazardPapers)[number];
export const hazardPaperNames: Record<HazardPaper, string> = {
  'inspection-record': '安全检查记录',
  'rectification-notice': '隐患整改通知单',
  'recheck-opinion': '复查意见书',
};
