import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';

/**
 * Tables of acts keep both the village (`areaCode`) and its township (`townshipCode`), so that a village's and a township's rows are each
 * one index range; wider areas are a prefix of the township's code.
 */
export function inArea<T extends ObjectLiteral>(
  select: SelectQueryBuilder<T>,
  alias: string,
  areaCode: string,
): SelectQueryBuilder<T> {
  if (areaCode.length === 12) return select.andWhere(`${alias}.areaCode = :area`, { area: areaCode });
  if (areaCode.length === 9) return select.andWhere(`${alias}.townshipCode = :area`, { area: areaCode });
  return select.andWhere(`${alias}.townshipCode LIKE :area`, { area: `${areaCode}%` });
}

/** The column (or its beginning) that tells the areas directly below one apart. */
export function groupOf(alias: string, areaCode: string): string {
  if (areaCode.length >= 9) return `${alias}.areaCode`;
  return areaCode.length === 6 ? `${alias}.townshipCode` : `SUBSTR(${alias}.townshipCode, 1, ${areaCode.length + 2})`;
}
