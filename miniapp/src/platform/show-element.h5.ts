/** Scrolls to an element of the page that is shown and puts the cursor into it, if it takes one. */
export function showElement(id: string): void {
  const found = [...document.querySelectorAll<HTMLElement>(`[id="${id}"]`)];
  const element = found.find((candidate) => candidate.offsetParent !== null) ?? found[0];
  if (!element) return;
  element.scrollIntoView({ block: 'center', behavior: 'auto' });
  element.focus({ preventScroll: true });
}
