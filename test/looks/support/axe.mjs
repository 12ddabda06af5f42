// Contrast, and names of controls, by axe-core.
import axe from 'axe-core';

/** Everything of WCAG 2.2 A and AA that a machine can judge; target-size is measured here, more strictly. */
const ALL = { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] };
const COLOURS = { runOnly: { type: 'rule', values: ['color-contrast'] } };

/** Breaches as `measure` gives them. `coloursOnly` where all else has been judged before. */
export async function judge(page, { coloursOnly }) {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const violations = await page.evaluate(
    async (options) => (await window.axe.run(document, { ...options, resultTypes: ['violations'] })).violations,
    coloursOnly ? COLOURS : ALL,
  );
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => breach(id, node)));
}

function breach(rule, { html, any }) {
  const { fgColor, bgColor, contrastRatio, fontSize } = any[0]?.data ?? {};
  const colours = contrastRatio ? `${contrastRatio}:1 ${fgColor} on ${bgColor}, ${fontSize}` : '';
  const text = html.replace(/<[^>]*>/g, '').slice(0, 24);
  return { rule, where: nameOf(html), what: [colours, text && `“${text}”`].filter(Boolean).join('  ') };
}

/** As `measure` names elements, so that the same one on many pages is one row: `button#id.class`. */
function nameOf(html) {
  const [, tag, attributes] = /^<([\w-]+)([^>]*)/.exec(html) ?? ['', 'document', ''];
  const of = (name) => new RegExp(`\\s${name}="([^"]*)"`).exec(attributes)?.[1] ?? '';
  const classes = of('class')
    .split(/\s+/)
    .filter((name) => name && name !== 'pressable');
  return tag + [of('id')].filter(Boolean).map((id) => `#${id}`) + classes.map((name) => `.${name}`).join('');
}
