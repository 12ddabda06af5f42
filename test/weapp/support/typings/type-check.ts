import ts from 'typescript';
import { nameText, wechatDeclarations } from './declarations';

/**
 * Whether a value fits a declared type, judged from the declaration's text: required fields, unknown fields,
 * primitives, literals, arrays, unions, nested interfaces. What the text alone cannot say (a generic of the caller,
 * an imported type) fits anything. The answer is a list of what is wrong, empty when it fits.
 */
export function misfits(value: unknown, type: ts.TypeNode, where: string, bound: Bound = new Map()): string[] {
  const simple = primitiveOf(type.kind);
  if (simple !== undefined) return simple === 'any' || typeOf(value) === simple ? [] : [expected(where, simple, value)];
  if (ts.isParenthesizedTypeNode(type)) return misfits(value, type.type, where, bound);
  if (ts.isUnionTypeNode(type)) return unionMisfits(value, type, where, bound);
  if (ts.isIntersectionTypeNode(type)) return type.types.flatMap((part) => looseMisfits(value, part, where, bound));
  if (ts.isLiteralTypeNode(type)) return literalMisfits(value, type, where);
  if (ts.isArrayTypeNode(type)) return arrayMisfits(value, type.elementType, where, bound);
  if (ts.isFunctionTypeNode(type)) return typeOf(value) === 'function' ? [] : [expected(where, 'function', value)];
  if (ts.isTypeLiteralNode(type)) return objectMisfits(value, type.members, where, bound);
  if (ts.isTypeReferenceNode(type)) return referenceMisfits(value, type, where, bound);
  return [];
}

/** What the type parameters in scope stand for. */
export type Bound = ReadonlyMap<string, ts.TypeNode>;

export function boundBy(parameters: readonly ts.TypeParameterDeclaration[] | undefined): Bound {
  const bound = new Map<string, ts.TypeNode>();
  for (const it of parameters ?? []) {
    const type = it.constraint ?? it.default;
    if (type) bound.set(it.name.text, type);
  }
  return bound;
}

function primitiveOf(kind: ts.SyntaxKind): string | undefined {
  switch (kind) {
    case ts.SyntaxKind.StringKeyword:
      return 'string';
    case ts.SyntaxKind.NumberKeyword:
      return 'number';
    case ts.SyntaxKind.BooleanKeyword:
      return 'boolean';
    case ts.SyntaxKind.UndefinedKeyword:
    case ts.SyntaxKind.VoidKeyword:
      return 'undefined';
    case ts.SyntaxKind.ObjectKeyword:
      return 'object';
    case ts.SyntaxKind.AnyKeyword:
    case ts.SyntaxKind.UnknownKeyword:
      return 'any';
    default:
      return undefined;
  }
}

/** By the value's own tag: values come from another realm, whose constructors are not ours. */
function typeOf(value: unknown): string {
  if (value === null) return 'null';
  return typeof value;
}

function tagOf(value: unknown): string {
  return Object.prototype.toString.call(value).slice(8, -1);
}

function expected(where: string, what: string, value: unknown): string {
  return `${where} must be ${what}, is ${value === null || typeof value !== 'object' ? String(value) : tagOf(value)}`;
}

function unionMisfits(value: unknown, type: ts.UnionTypeNode, where: string, bound: Bound): string[] {
  const tries = type.types.map((part) => misfits(value, part, where, bound));
  if (tries.some((wrong) => wrong.length === 0)) return [];
  const texts = type.types.map(textOf);
  const closest = tries.filter((wrong) => wrong.some((it) => it.startsWith(`${where}.`)));
  return closest[0] ?? [expected(where, texts.join(' | '), value)];
}

function textOf(type: ts.TypeNode): string {
  if (ts.isLiteralTypeNode(type) && ts.isStringLiteral(type.literal)) return `'${type.literal.text}'`;
  if (ts.isTypeReferenceNode(type) && ts.isIdentifier(type.typeName)) return type.typeName.text;
  return primitiveOf(type.kind) ?? ts.SyntaxKind[type.kind];
}

function literalMisfits(value: unknown, type: ts.LiteralTypeNode, where: string): string[] {
  const { literal } = type;
  if (literal.kind === ts.SyntaxKind.NullKeyword) return value === null ? [] : [expected(where, 'null', value)];
  if (literal.kind === ts.SyntaxKind.TrueKeyword) return value === true ? [] : [expected(where, 'true', value)];
  if (literal.kind === ts.SyntaxKind.FalseKeyword) return value === false ? [] : [expected(where, 'false', value)];
  if (ts.isStringLiteral(literal)) return value === literal.text ? [] : [expected(where, `'${literal.text}'`, value)];
  if (ts.isNumericLiteral(literal)) return value === Number(literal.text) ? [] : [expected(where, literal.text, value)];
  return [];
}

function arrayMisfits(value: unknown, element: ts.TypeNode, where: string, bound: Bound): string[] {
  if (!Array.isArray(value)) return [expected(where, 'an array', value)];
  return value.flatMap((item, index) => misfits(item, element, `${where}[${index}]`, bound));
}

function objectMisfits(value: unknown, members: readonly ts.TypeElement[], where: string, bound: Bound): string[] {
  if (typeOf(value) !== 'object' && typeOf(value) !== 'function') return [expected(where, 'an object', value)];
  const given = value as Record<string, unknown>;
  const indexed = members.some(ts.isIndexSignatureDeclaration);
  const known = new Set(members.map((it) => (it.name ? nameText(it.name) : '')));
  const unknown = indexed ? [] : Object.keys(given).filter((key) => !known.has(key) && given[key] !== undefined);
  return [
    ...unknown.map((key) => `${where}.${key} is not declared`),
    ...members.filter(ts.isPropertySignature).flatMap((it) => fieldMisfits(given, it, where, bound)),
  ];
}

function fieldMisfits(
  given: Record<string, unknown>,
  field: ts.PropertySignature,
  where: string,
  bound: Bound,
): string[] {
  const name = nameText(field.name);
  const value = given[name];
  if (value === undefined) return field.questionToken ? [] : [`${where}.${name} is missing`];
  return field.type ? misfits(value, field.type, `${where}.${name}`, bound) : [];
}

/** The parts of an intersection each know some of the fields only. */
function looseMisfits(value: unknown, part: ts.TypeNode, where: string, bound: Bound): string[] {
  return misfits(value, part, where, bound).filter((wrong) => !wrong.endsWith('is not declared'));
}

const BY_TAG: Readonly<Record<string, readonly string[]>> = {
  ArrayBuffer: ['ArrayBuffer'],
  Uint8Array: ['Uint8Array'],
  Date: ['Date'],
};

function referenceMisfits(value: unknown, type: ts.TypeReferenceNode, where: string, outer: Bound): string[] {
  const name = ts.isIdentifier(type.typeName) ? type.typeName.text : type.typeName.right.text;
  const parameter = outer.get(name);
  if (parameter) return misfits(value, parameter, where, without(outer, name));
  if (name === 'Array' && type.typeArguments?.[0]) return arrayMisfits(value, type.typeArguments[0], where, outer);
  const tags = BY_TAG[name];
  if (tags) return tags.includes(tagOf(value)) ? [] : [expected(where, name, value)];
  const { interfaces, aliases } = wechatDeclarations();
  const alias = aliases.get(name);
  if (alias) return misfits(value, alias.type, where, argumentsOf(alias.typeParameters, type, outer));
  const declared = interfaces.get(name);
  if (!declared?.[0]) return [];
  const bound = argumentsOf(declared[0].typeParameters, type, outer);
  return objectMisfits(value, allMembers(declared), where, bound);
}

/** An interface's own members and those it extends. */
function allMembers(declared: readonly ts.InterfaceDeclaration[]): ts.TypeElement[] {
  const { interfaces } = wechatDeclarations();
  const parents = declared
    .flatMap((it) => it.heritageClauses ?? [])
    .flatMap((clause) => clause.types)
    .flatMap((it) => (ts.isIdentifier(it.expression) ? (interfaces.get(it.expression.text) ?? []) : []));
  return [...declared.flatMap((it) => [...it.members]), ...(parents.length > 0 ? allMembers(parents) : [])];
}

function argumentsOf(
  parameters: readonly ts.TypeParameterDeclaration[] | undefined,
  type: ts.TypeReferenceNode,
  outer: Bound,
): Bound {
  const bound = new Map([...outer, ...boundBy(parameters)]);
  parameters?.forEach((parameter, index) => {
    const argument = type.typeArguments?.[index];
    // `<T>` handed on under the same name says no more than the outer bound already does.
    if (argument && textOf(argument) !== parameter.name.text) bound.set(parameter.name.text, argument);
  });
  return bound;
}

function without(bound: Bound, name: string): Bound {
  return new Map([...bound].filter(([key]) => key !== name));
}
