import type { TestApp } from './app';
import { call } from './client';

/** What the OpenAPI document says of a value. */
export interface Described {
  type?: 'string' | 'number' | 'integer' | 'boolean' | 'array' | 'object';
  pattern?: string;
  enum?: string[];
  nullable?: boolean;
  properties?: Record<string, Described>;
  required?: string[];
  items?: Described;
}

/** A field of a body, with the names that lead to it. */
export interface DescribedField {
  path: string;
  schema: Described;
  /** A body with this value there and nothing else. */
  holding(value: unknown): object;
}

/** A write in JSON as the API describes itself; a path's ids are filled with one that nothing has. */
export interface DescribedWrite {
  name: string;
  path: string;
  required: string[];
  fields: DescribedField[];
}

export const NOBODY = '0193b5a0-0000-7000-8000-00000000dead';

/** What stands in for a part of a path: an id that nothing has, or a code of the right form. */
const STAND_INS: Record<string, string> = { '{code}': '22222222', '{followCode}': '222222222222' };

/** Every write that takes JSON, out of openapi.json: a new one is tested without being listed anywhere. */
export async function describedWrites(app: TestApp): Promise<DescribedWrite[]> {
  const { body } = await call(app, 'GET', '/api/openapi.json');
  return Object.entries<Record<string, Operation>>(body.paths).flatMap(([path, methods]) => {
    const schema = methods.post?.requestBody?.content['application/json']?.schema;
    if (!schema) return [];
    const described = { name: `POST ${path}`, path: path.replaceAll(/\{\w+\}/g, (name) => STAND_INS[name] ?? NOBODY) };
    return { ...described, required: schema.required ?? [], fields: fieldsOf(schema) };
  });
}

interface Operation {
  requestBody?: { content: Record<string, { schema: Described }> };
}

/** Fields one within another count each by itself. */
function fieldsOf(schema: Described, under: string[] = []): DescribedField[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, inner]) => {
    const names = [...under, name];
    const holding = (value: unknown) =>
      names.reduceRight<unknown>((body, key) => ({ [key]: body }), value) as Record<string, unknown>;
    return [{ path: names.join('.'), schema: inner, holding }, ...fieldsOf(inner, names)];
  });
}

/** Whether people write into it what they like: neither a pattern nor a list of words says what it may be. */
export function isFreeText({ schema }: DescribedField): boolean {
  return schema.type === 'string' && schema.pattern === undefined && schema.enum === undefined;
}

const SAMPLES: Record<string, unknown> = {
  string: '7',
  number: 7,
  boolean: true,
  array: ['x'],
  object: { x: 1 },
  null: null,
};

/** Values of every type but the field's own. */
export function wrongTypes({ schema }: DescribedField): unknown[] {
  const own = schema.type === 'integer' ? 'number' : schema.type;
  return Object.entries(SAMPLES).flatMap(([type, sample]) =>
    type === own || (type === 'null' && schema.nullable) ? [] : [sample],
  );
}
