/** 抽查: of a hundred hazards that were put right at once (A) so many are drawn for 安监站. A default of the product, not of any law. */
export const SAMPLE_PERCENT = 10;
