import ts from 'typescript';
import { memberOf, wechatDeclarations } from './declarations';
import { boundBy, misfits } from './type-check';

/** What is wrong with the arguments of a call, by the typings; empty when one of the overloads takes them. */
export function argumentMisfits(owner: string, method: string, args: readonly unknown[]): string[] {
  const member = memberOf(owner, method);
  if (!member) return [`${owner}.${method} is not declared`];
  const tries = member.signatures.map((signature) => signatureMisfits(signature, args, method));
  if (tries.length === 0) return propertyMisfits(member.property, args, method);
  return tries.find((wrong) => wrong.length === 0) ?? tries[0] ?? [];
}

function propertyMisfits(property: ts.PropertySignature | null, args: readonly unknown[], method: string): string[] {
  const type = property?.type;
  return type && ts.isFunctionTypeNode(type) ? parameterMisfits(type, args, method) : [];
}

function signatureMisfits(signature: ts.MethodSignature, args: readonly unknown[], method: string): string[] {
  return parameterMisfits(signature, args, method);
}

function parameterMisfits(
  signature: ts.MethodSignature | ts.FunctionTypeNode,
  args: readonly unknown[],
  method: string,
): string[] {
  const bound = boundBy(signature.typeParameters);
  const rest = signature.parameters.some((it) => it.dotDotDotToken);
  const wrong = signature.parameters.flatMap((parameter, index) => {
    if (parameter.dotDotDotToken) return [];
    const where = `${method}(${ts.isIdentifier(parameter.name) ? parameter.name.text : index})`;
    const value = args[index];
    if (value === undefined) return parameter.questionToken ? [] : [`${where} is missing`];
    return parameter.type ? misfits(value, parameter.type, where, bound) : [];
  });
  const extra = !rest && args.length > signature.parameters.length ? [`${method} takes fewer arguments`] : [];
  return [...wrong, ...extra];
}

/**
 * What is wrong with the object that a call's `success` is given; the stub holds itself to what WeChat answers.
 * The callback's type is found through the option's `success` field.
 */
export function resultMisfits(owner: string, method: string, result: unknown): string[] {
  const callback = successOf(owner, method);
  const parameter = callback?.parameters[0];
  if (!parameter?.type) return [];
  return misfits(result, parameter.type, `${method} success(result)`, boundBy(callback?.typeParameters));
}

function successOf(owner: string, method: string): ts.FunctionTypeNode | null {
  const signature = memberOf(owner, method)?.signatures[0];
  const declared = signature?.parameters[0]?.type;
  const option = declared && referenceName(declared);
  // `login<T extends LoginOption>(option: T)` names the option in the bound of its parameter.
  const bound = option && boundBy(signature?.typeParameters).get(option);
  const name = bound ? referenceName(bound) : option;
  const success = name ? memberOf(name, 'success')?.property?.type : undefined;
  return success ? functionType(success) : null;
}

function referenceName(type: ts.TypeNode): string | undefined {
  return ts.isTypeReferenceNode(type) && ts.isIdentifier(type.typeName) ? type.typeName.text : undefined;
}

function functionType(type: ts.TypeNode): ts.FunctionTypeNode | null {
  if (ts.isFunctionTypeNode(type)) return type;
  const alias = wechatDeclarations().aliases.get(referenceName(type) ?? '');
  return alias ? functionType(alias.type) : null;
}
