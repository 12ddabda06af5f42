import type { Element, Node } from './component-framework';

/** A tree of the component framework as what stands on the screen: texts, ids, classes, in the order of drawing. */

/** Every element under a node, itself included, components opened. */
export function elementsIn(node: Node): Element[] {
  const below = childrenOf(node).flatMap(elementsIn);
  return isElement(node) ? [node, ...below] : below;
}

function childrenOf(node: Node): readonly Node[] {
  const { childNodes = [], getShadowRoot } = node as Element & { getShadowRoot?: () => Node | null };
  const shadow = typeof getShadowRoot === 'function' ? getShadowRoot.call(node) : null;
  return shadow ? [shadow] : childNodes;
}

function isElement(node: Node): node is Element {
  return 'classList' in node && 'triggerEvent' in node;
}

/** Tags whose text runs on in the line; every other starts a line of its own. */
const INLINE: readonly string[] = ['text'];

const TYPED: readonly string[] = ['input', 'textarea'];

export function typedIn(field: Element): string {
  return String(field.getAttribute('value') ?? '');
}

/** What is to be read, what was typed included, one line per block. */
export function textOf(node: Node): string {
  return rawText(node)
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .join('\n');
}

function rawText(node: Node): string {
  const { textContent, is } = node as { textContent?: string; is?: string };
  if (typeof textContent === 'string' && !isElement(node)) return textContent;
  const inside =
    isElement(node) && TYPED.includes(tagOf(node)) ? typedIn(node) : childrenOf(node).map(rawText).join('');
  const block = isElement(node) && is !== undefined && is !== '' && !INLINE.includes(is);
  return block ? `\n${inside}\n` : inside;
}

export function tagOf(element: Element): string {
  return (element as { is?: string }).is ?? '';
}

export function hasClass(element: Element, name: string): boolean {
  return String(element.class ?? '')
    .split(/\s+/)
    .includes(name);
}

/** The element itself and those around it, from inside out. */
export function ancestorsOf(element: Element): Element[] {
  const around: Element[] = [];
  let next: Element | null = element;
  while (next) {
    around.push(next);
    next =
      next.parentNode ??
      (next as { ownerShadowRoot?: { getHostNode(): Element } }).ownerShadowRoot?.getHostNode() ??
      null;
  }
  return around;
}

/** The innermost elements whose text holds, or is, the given one. */
export function elementsWithText(root: Node, text: string): Element[] {
  const holding = elementsIn(root).filter((it) => textOf(it).includes(text));
  return holding.filter((it) => !holding.some((other) => other !== it && ancestorsOf(other).includes(it)));
}
