import * as z from 'zod/mini';
import { catalogueContent } from './catalogue.contract';

/**
 * The catalogue's JSON Schema (2020-12) for editors, generated from the contract. What a schema cannot say – references,
 * quotes, numbers – is left to the check.
 */
export function catalogueSchema(): object {
  const schema = z.toJSONSchema(catalogueContent, { target: 'draft-2020-12', io: 'input', reused: 'inline' });
  return { title: '安全生产职责清单', ...schema };
}
