import { applyDecorators, Body, Header, HttpCode, Param, type PipeTransform, Query } from '@nestjs/common';
import { ApiBody, ApiHeader, ApiParam, ApiQuery, ApiResponse } from '@nestjs/swagger';
import type { FieldError } from '@zerentian/shared/problem';
import * as z from 'zod/mini';
import { ProblemError } from '../problem';

/**
 * The bridge from the contracts in `shared` to HTTP: each decorator checks what comes in (or describes what goes out) and writes
 * the same schema into the OpenAPI document, so that the two cannot differ.
 */
type Schema = z.core.$ZodType;

/** A schema as OpenAPI wants it; what JSON Schema cannot say (a refinement) is left to the check itself. */
export function openApiOf(schema: Schema, io: 'input' | 'output' = 'input'): Record<string, unknown> {
  const { $schema: _, ...json } = z.toJSONSchema(schema, {
    target: 'openapi-3.0',
    io,
    unrepresentable: 'any',
  }) as Record<string, unknown>;
  return json;
}

/** Field errors in the words of the contract; what it has no words for is told in general ones. */
export function fieldErrors(error: z.core.$ZodError): FieldError[] {
  return error.issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({
        path: [...issue.path, key].join('.'),
        message: '不认识这一项，请更新程序后再试',
      }));
    return [
      { path: issue.path.join('.'), message: issue.message === 'Invalid input' ? '填写的内容不对' : issue.message },
    ];
  });
}

/** Checks a value against a contract, or refuses with each field named. */
export function parse<T extends Schema>(schema: T, value: unknown): z.output<T> {
  const parsed = z.safeParse(schema, value);
  if (!parsed.success) throw new ProblemError('invalid_input', undefined, fieldErrors(parsed.error));
  return parsed.data;
}

class ContractPipe implements PipeTransform {
  constructor(private readonly schema: Schema) {}
  transform(value: unknown): unknown {
    return parse(this.schema, value ?? {});
  }
}

function methodOf(target: object, name: string | symbol | undefined): [object, string | symbol, PropertyDescriptor] {
  const key = name as string | symbol;
  return [target, key, Object.getOwnPropertyDescriptor(target, key) as PropertyDescriptor];
}

/** What every write may say of itself besides its body. */
export const WRITE_HEADERS = [
  {
    name: 'Idempotency-Key',
    description:
      '1 to 100 characters, new for each write: a repeat with the same key and body is answered as the first was.',
    schema: { type: 'string' as const, minLength: 1, maxLength: 100 },
  },
  {
    name: 'X-Client-Version',
    description:
      'Version of the client, like 0.1.0: one that is too old is refused, except for writes that carry a key.',
    schema: { type: 'string' as const },
  },
];

/** The JSON body, checked; with it the headers of a write. */
export function FromBody(schema: Schema): ParameterDecorator {
  return (target, name, index) => {
    Body(new ContractPipe(schema))(target, name, index);
    ApiBody({ schema: openApiOf(schema) as never })(...methodOf(target, name));
    for (const header of WRITE_HEADERS) ApiHeader({ ...header, required: false })(...methodOf(target, name));
  };
}

/** The query string, checked. */
export function FromQuery(schema: z.core.$ZodObject): ParameterDecorator {
  return (target, name, index) => {
    Query(new ContractPipe(schema))(target, name, index);
    const json = openApiOf(schema) as { properties?: Record<string, object>; required?: string[] };
    for (const [key, property] of Object.entries(json.properties ?? {})) {
      ApiQuery({ name: key, required: json.required?.includes(key) ?? false, schema: property as never })(
        ...methodOf(target, name),
      );
    }
  };
}

/** One part of the path, checked. */
export function FromPath(name: string, schema: Schema): ParameterDecorator {
  return (target, method, index) => {
    Param(name, new ContractPipe(schema))(target, method, index);
    ApiParam({ name, schema: openApiOf(schema) as never })(...methodOf(target, method));
  };
}

/** What a 2xx answer holds. */
export function Answers(schema: Schema, status = 200): MethodDecorator {
  return applyDecorators(HttpCode(status), ApiResponse({ status, schema: openApiOf(schema, 'output') as never }));
}

/** A 2xx answer that is a file of this media type. */
export function AnswersFile(mediaType: string): MethodDecorator {
  return applyDecorators(
    HttpCode(200),
    Header('content-type', mediaType),
    ApiResponse({ status: 200, content: { [mediaType]: { schema: { type: 'string', format: 'binary' } } } }),
  );
}
