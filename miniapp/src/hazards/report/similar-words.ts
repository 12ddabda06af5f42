import { firstCharacters } from '@zerentian/shared/hazards/hazard.title';
import type { SimilarHazard } from '@zerentian/shared/hazards/hazard-similar.contract';
import type { ReportValues } from './report-values';

/** Fewer characters say nothing yet. */
const FEWEST = 4;
/** What is compared; an address in a browser holds no more with ease. */
const MOST = 200;

type Asked = Record<string, string | number | undefined>;

/** What the server is asked, or null while there is too little to compare. A supplement has found what it belongs to. */
export function askedFor(values: ReportValues, ownArea: string): Asked | null {
  const { description, unitId, areaCode, place, trade, unitTrade, supplements } = values;
  const text = firstCharacters(description.trim(), MOST);
  if (supplements !== '' || ([...text].length < FEWEST && unitId === '')) return null;
  const area = unitId === '' ? areaCode || ownArea : undefined;
  if (unitId === '' && !area) return null;
  const { latitude, longitude, system } = place ?? {};
  return {
    area,
    unit: unitId || undefined,
    trade: unitTrade || trade || undefined,
    text: text || undefined,
    latitude,
    longitude,
    system,
  };
}

/** 补充: reported to 安监站 with the number of what it belongs to, which then joins the two (并案); both reporters stay. */
export function supplementOf({ number }: Pick<SimilarHazard, 'number'>, values: ReportValues): Partial<ReportValues> {
  const description = values.description.trim();
  return {
    supplements: number,
    path: 'referred',
    description: `补充隐患 ${number}：${description}`,
  };
}
