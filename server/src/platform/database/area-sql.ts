/** A query, or a bracket in one. */
interface Narrowing {
  andWhere(sql: string, parameters: object): unknown;
}

/**
 * Tables of acts keep both the village (`areaCode`) and its township (`townshipCode`), so that a village's and a township's rows are each
 * one index range; wider areas are a prefix of the township's code, and no code is everywhere. `name`: of the parameter, where a query
 * holds several.
 */
export function inArea<T extends Narrowing>(where: T, alias: string, areaCode: string, name = 'area'): T {
  if (areaCode.length === 12) where.andWhere(`${alias}.areaCode = :${name}`, { [name]: areaCode });
  else if (areaCode.length === 9) where.andWhere(`${alias}.townshipCode = :${name}`, { [name]: areaCode });
  else if (areaCode !== '') where.andWhere(`${alias}.townshipCode LIKE :${name}`, { [name]: `${areaCode}%` });
  return where;
}

/** The column (or its beginning) that tells the areas directly below one apart. */
export function groupOf(alias: string, areaCode: string): string {
  if (areaCode.length >= 9) return `${alias}.areaCode`;
  return areaCode.length === 6 ? `${alias}.townshipCode` : `SUBSTR(${alias}.townshipCode, 1, ${areaCode.length + 2})`;
}
