import { useEffect } from 'react';

const FOCUSABLE = 'input, select, textarea, button:not([disabled])';

/** While a sheet is open: the cursor starts inside it, stays inside it, Escape closes it, and returns where it was. */
export function useDialogKeys(id: string, open: boolean, onClose: () => void): void {
  useEffect(() => {
    if (!open) return undefined;
    const panel = document.getElementById(id);
    const before = document.activeElement;
    panel?.querySelector<HTMLElement>(FOCUSABLE)?.focus();
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') onClose();
      if (event.key === 'Tab' && panel) keepInside(panel, event);
    };
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('keydown', onKey);
      if (before instanceof HTMLElement) before.focus();
    };
  }, [id, open, onClose]);
}

function keepInside(panel: HTMLElement, event: KeyboardEvent): void {
  const inside = [...panel.querySelectorAll<HTMLElement>(FOCUSABLE)];
  const [first, last] = [inside[0], inside[inside.length - 1]];
  if (event.shiftKey && document.activeElement === first) {
    event.preventDefault();
    last?.focus();
  } else if (!event.shiftKey && document.activeElement === last) {
    event.preventDefault();
    first?.focus();
  }
}
