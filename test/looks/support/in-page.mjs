// Runs inside the page (playwright hands over the function's text, so it may use nothing from outside itself).

/**
 * What can be measured on a page as it is laid out now: `[{ rule, where, what }]`. Tap targets count on a phone only.
 * In 关怀模式 what is touched measures 60 px, what is read 18 pt (24 px), what only labels something 20.
 * @param {{ touch: boolean, care: boolean }} options
 */
export function measure({ touch, care }) {
  const SMALLEST_TEXT = care ? 20 : 12;
  const SMALLEST_BODY = care ? 24 : 14;
  const SMALLEST_TARGET = care ? 60 : 44;
  const breaches = [];
  // Taro lets each page scroll in a box of its own.
  const root = [...document.querySelectorAll('.taro_page')].findLast((page) => page.clientHeight > 0);
  const words = (element) =>
    (element.textContent || element.getAttribute('aria-label') || '').replace(/\s+/g, ' ').trim();
  const nameOf = (element) => {
    const classes = [...element.classList].filter((name) => name !== 'pressable').map((name) => `.${name}`);
    return element.tagName.toLowerCase() + (element.id ? `#${element.id}` : '') + classes.join('');
  };
  const add = (rule, element, what) =>
    breaches.push({ rule, where: nameOf(element), what: `${what}  “${words(element).slice(0, 24)}”` });
  const isShown = (element) => {
    const { width, height } = element.getBoundingClientRect();
    return width > 1 && height > 1 && element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  };
  const shown = [...root.querySelectorAll('*')].filter(isShown);
  const ownText = (element) => [...element.childNodes].filter((node) => node.nodeType === 3 && node.data.trim() !== '');
  const slides = (element) => {
    for (let box = element; box && box !== root; box = box.parentElement)
      if (/auto|scroll|hidden|clip/.test(getComputedStyle(box).overflowX)) return true;
    return false;
  };

  function overflow() {
    if (root.scrollWidth <= root.clientWidth) return;
    const wide = shown.filter((it) => it.getBoundingClientRect().right > root.clientWidth + 1 && !slides(it));
    add('page wider than window', wide.at(-1) ?? document.body, `${root.scrollWidth} > ${root.clientWidth}`);
  }

  function clipped(element) {
    const style = getComputedStyle(element);
    const isMeant = style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none' || style.clipPath !== 'none';
    if (isMeant || words(element) === '') return;
    const cuts = (overflowOf, whole, part) => /hidden|clip/.test(overflowOf) && whole > part + 1;
    if (cuts(style.overflowX, element.scrollWidth, element.clientWidth))
      add('text cut off', element, `${element.scrollWidth} in ${element.clientWidth} wide`);
    if (cuts(style.overflowY, element.scrollHeight, element.clientHeight))
      add('text cut off', element, `${element.scrollHeight} in ${element.clientHeight} high`);
  }

  function cutInControl(element) {
    const text = element.tagName === 'SELECT' ? element.selectedOptions[0]?.text : element.value || element.placeholder;
    if (!text || element.tagName === 'TEXTAREA' || element.type === 'date') return;
    const style = getComputedStyle(element);
    const pen = document.createElement('canvas').getContext('2d');
    pen.font = style.font;
    const room = element.clientWidth - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight);
    const width = pen.measureText(text).width;
    if (width > room + 1) add('text cut off', element, `“${text}” ${Math.round(width)} in ${Math.round(room)} wide`);
  }

  function spilled(element) {
    let box = element;
    while (getComputedStyle(box).display.startsWith('inline') && box.parentElement) box = box.parentElement;
    const limit = box.getBoundingClientRect();
    for (const node of ownText(element)) {
      const range = document.createRange();
      range.selectNodeContents(node);
      const { right } = range.getBoundingClientRect();
      // A space that hangs at the end of a line of `pre-wrap` is no ink.
      const { whiteSpace, fontSize } = getComputedStyle(element);
      const hanging = whiteSpace === 'pre-wrap' ? Number.parseFloat(fontSize) / 3 : 0;
      if (right > limit.right + 1 + hanging && !slides(box))
        add('text leaves its box', element, `${Math.round(right - limit.right)} px`);
    }
  }

  function smallText(element) {
    const size = Number.parseFloat(getComputedStyle(element).fontSize);
    if (ownText(element).length > 0 && size < SMALLEST_TEXT)
      add(`text below ${SMALLEST_TEXT} px`, element, `${size} px`);
  }

  /** What is read and what is written in, as against what labels it. */
  function smallBody(element) {
    const size = Number.parseFloat(getComputedStyle(element).fontSize);
    const isBody = element.matches(
      '.app, .page__body, input, select, textarea, .button, .field__label, .list-item__title',
    );
    if (isBody && size < SMALLEST_BODY) add(`body below ${SMALLEST_BODY} px`, element, `${size} px`);
  }

  const TARGETS = 'a[href], button, input, select, textarea, [role=button], [role=link], [role=radio], [role=tab]';

  /** Whether the element also answers beside its box, as one with an enlarged ::after does. */
  function reaches(element, across, down) {
    element.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
    const { left, right, top, bottom } = element.getBoundingClientRect();
    const [x, y] = [(left + right) / 2, (top + bottom) / 2];
    const reach = SMALLEST_TARGET / 2 - 1;
    const points = [
      ...(across
        ? [
            [-reach, 0],
            [reach, 0],
          ]
        : []),
      ...(down
        ? [
            [0, -reach],
            [0, reach],
          ]
        : []),
    ];
    return points.every(([dx, dy]) => element.contains(document.elementFromPoint(x + dx, y + dy)));
  }

  /** In the middle of a line of text the line decides about the height. */
  function isInProse(element) {
    const rest = element.parentElement.textContent.trim().length - element.textContent.trim().length;
    return getComputedStyle(element).display.startsWith('inline') && rest > 0;
  }

  function smallTarget(element) {
    if (element.disabled || isInProse(element)) return;
    const { width, height } = element.getBoundingClientRect();
    const [narrow, low] = [width < SMALLEST_TARGET - 0.5, height < SMALLEST_TARGET - 0.5];
    if ((narrow || low) && !reaches(element, narrow, low))
      add(`target below ${SMALLEST_TARGET} px`, element, `${Math.round(width)}×${Math.round(height)}`);
  }

  /** With the page scrolled to its end, nothing may lie under a bar that stays at the window's edge, or ends a form. */
  function covered() {
    root.scrollTo({ top: root.scrollHeight, behavior: 'instant' });
    const bars = shown.filter((element) => {
      const { top, bottom, height } = element.getBoundingClientRect();
      const { position } = getComputedStyle(element);
      const isFixed = position === 'fixed' && bottom >= innerHeight - 1 && top > innerHeight / 2;
      return (isFixed || (position === 'sticky' && top > 0)) && height < innerHeight / 2;
    });
    for (const bar of bars) {
      const { top, left, right, bottom } = bar.getBoundingClientRect();
      const under = shown.find((element) => {
        const box = element.getBoundingClientRect();
        const isBelow = box.bottom > top + 1 && box.top < bottom - 1 && box.left < right && box.right > left;
        return (
          isBelow &&
          ownText(element).length > 0 &&
          !bars.some((it) => it.contains(element)) &&
          !element.closest('[role=dialog], .side')
        );
      });
      if (under) add('end covered by a bar', under, `under ${nameOf(bar)}`);
    }
    root.scrollTo({ top: 0, behavior: 'instant' });
  }

  overflow();
  for (const element of shown) {
    clipped(element);
    smallText(element);
    smallBody(element);
    if (ownText(element).length > 0) spilled(element);
    if (element.matches('input, select')) cutInControl(element);
  }
  if (touch) for (const element of shown.filter((it) => it.matches(TARGETS))) smallTarget(element);
  covered();
  return breaches;
}
