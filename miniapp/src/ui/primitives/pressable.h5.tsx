import type { MouseEvent } from 'react';
import { addressOf, open, type PageName } from '../../platform/navigation';
import type { QueryValues } from '../../platform/query-string';
import type { BaseProps, PressableProps } from './props';

/** Anything that can be tapped: a real button, so that keyboards and screen readers know it. */
export function Pressable({ onPress, label, pressed, expanded, role = 'button', className, ...rest }: PressableProps) {
  const chosen =
    role === 'button'
      ? { 'aria-pressed': pressed }
      : role === 'tab'
        ? { 'aria-selected': pressed }
        : { 'aria-checked': pressed };
  return (
    <button
      type="button"
      role={role === 'button' ? undefined : role}
      className={`pressable ${className ?? ''}`}
      onClick={onPress}
      aria-label={label}
      aria-expanded={expanded}
      {...chosen}
      {...rest}
    />
  );
}

interface PageLinkProps extends BaseProps {
  page: PageName;
  params?: QueryValues;
  current?: boolean;
}

/** Leads to another page; a real link, so that a desk can open it beside this one. */
export function PageLink({ page, params, label, className, current, ...rest }: PageLinkProps) {
  const follow = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    open(page, params);
  };
  return (
    <a
      href={addressOf(page, params)}
      className={`pressable ${className ?? ''}`}
      onClick={follow}
      aria-label={label}
      aria-current={current ? 'page' : undefined}
      {...rest}
    />
  );
}
