import * as z from 'zod/mini';
import { areaCode, page, pageQuery } from '../fields';

/** 辖区: a node of province → city → county → township → village. A scope is a prefix of the code. */
export const areaView = z.object({
  code: areaCode,
  name: z.string(),
  level: z.enum(['province', 'city', 'county', 'township', 'village']),
  parentCode: z.nullable(areaCode),
});
export type AreaView = z.infer<typeof areaView>;

/** GET /api/areas?parent=CODE: the areas directly below one; without it, the topmost that the register holds. */
export const areaQuery = z.strictObject({ parent: z.optional(areaCode), ...pageQuery });
export type AreaQuery = z.infer<typeof areaQuery>;
export const areaPage = page(areaView);

const LENGTHS = { 2: 'province', 4: 'city', 6: 'county', 9: 'township', 12: 'village' } as const;

/** The level that a code's length tells. */
export function levelOf(code: string): AreaView['level'] {
  return LENGTHS[code.length as keyof typeof LENGTHS];
}

/** The code itself and every code above it, from the province down: 140621200200 → 14, 1406, 140621, 140621200, 140621200200. */
export function chainOf(code: string): string[] {
  return [2, 4, 6, 9, 12].filter((length) => length <= code.length).map((length) => code.slice(0, length));
}

/** The township that a code belongs to, or null above townships. */
export function townshipOf(code: string): string | null {
  return code.length >= 9 ? code.slice(0, 9) : null;
}

/** Whether `code` lies in (or is) `scope`. */
export function covers(scope: string, code: string): boolean {
  return code.startsWith(scope);
}
