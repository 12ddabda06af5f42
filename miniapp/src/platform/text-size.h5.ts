import { sizeFor, type TextSize } from './text-size.rule';

/** What browsers come with, in px. */
const USUAL = 16;

/** As the settings of the browser say. The page's own sizes are not asked: they follow from this. */
export function phoneTextSize(): TextSize {
  const probe = document.createElement('span');
  probe.style.fontSize = 'medium';
  document.body.append(probe);
  const size = Number.parseFloat(getComputedStyle(probe).fontSize);
  probe.remove();
  return sizeFor((size || USUAL) / USUAL);
}
