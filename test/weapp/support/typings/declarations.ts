import { readFileSync } from 'node:fs';
import ts from 'typescript';

/** WeChat's published declarations, by name: what a mini-program may call, with what, and what comes back. */
export interface Declarations {
  interfaces: Map<string, ts.InterfaceDeclaration[]>;
  aliases: Map<string, ts.TypeAliasDeclaration>;
}

let read: Declarations | null = null;

/** Parsed, not type-checked: a fraction of a second, once per process. */
export function wechatDeclarations(): Declarations {
  read ??= parse(require.resolve('miniprogram-api-typings/types/wx/lib.wx.api.d.ts'));
  return read;
}

function parse(file: string): Declarations {
  const found: Declarations = { interfaces: new Map(), aliases: new Map() };
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2022);
  collect(source.statements, found);
  return found;
}

function collect(statements: readonly ts.Statement[], into: Declarations): void {
  for (const statement of statements) {
    if (ts.isModuleDeclaration(statement) && statement.body && ts.isModuleBlock(statement.body)) {
      collect(statement.body.statements, into);
    } else if (ts.isInterfaceDeclaration(statement)) {
      const name = statement.name.text;
      into.interfaces.set(name, [...(into.interfaces.get(name) ?? []), statement]);
    } else if (ts.isTypeAliasDeclaration(statement)) {
      into.aliases.set(statement.name.text, statement);
    }
  }
}

/** What an interface says about one of its members: the overloads of a method, or a property. */
export interface Member {
  signatures: ts.MethodSignature[];
  property: ts.PropertySignature | null;
}

const indexed = new Map<string, Map<string, Member>>();

/** An interface's members by name, in the order of the file; empty where there is no such interface. */
function membersOf(interfaceName: string): Map<string, Member> {
  const known = indexed.get(interfaceName);
  if (known) return known;
  const members = new Map<string, Member>();
  for (const it of (wechatDeclarations().interfaces.get(interfaceName) ?? []).flatMap((each) => [...each.members])) {
    const name = it.name ? nameText(it.name) : '';
    if (name === '') continue;
    const member = members.get(name) ?? { signatures: [], property: null };
    if (ts.isMethodSignature(it)) member.signatures.push(it);
    if (ts.isPropertySignature(it)) member.property = it;
    members.set(name, member);
  }
  indexed.set(interfaceName, members);
  return members;
}

/** @returns null where the interface has no such member */
export function memberOf(interfaceName: string, name: string): Member | null {
  return membersOf(interfaceName).get(name) ?? null;
}

export function memberNames(interfaceName: string): string[] {
  return [...membersOf(interfaceName).keys()];
}

export function nameText(name: ts.PropertyName): string {
  return ts.isIdentifier(name) || ts.isStringLiteral(name) || ts.isNumericLiteral(name) ? name.text : '';
}
