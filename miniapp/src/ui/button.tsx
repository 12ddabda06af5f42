import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon';
import { Span } from './primitives/box';
import { Pressable } from './primitives/pressable';
import './button.scss';

interface ButtonProps {
  id?: string;
  /** A verb and its object: 提交整改, not 确定. */
  children: ReactNode;
  onPress: () => void;
  kind?: 'primary' | 'secondary' | 'quiet' | 'alert';
  icon?: IconName;
  /** While the press is being worked on: shown, and pressed no second time. */
  busy?: boolean;
  busyText?: string;
  disabled?: boolean;
  /** As wide as what holds it. */
  wide?: boolean;
  small?: boolean;
}

export function Button({
  id,
  children,
  onPress,
  kind = 'primary',
  icon,
  busy,
  busyText = '正在提交…',
  disabled,
  wide,
  small,
}: ButtonProps) {
  const classes = [
    'button',
    `button--${kind}`,
    wide && 'button--wide',
    small && 'button--small',
    (disabled || busy) && 'button--off',
  ];
  return (
    <Pressable id={id} className={classes.filter(Boolean).join(' ')} onPress={onPress} disabled={disabled || busy}>
      {icon && !busy && <Icon name={icon} />}
      <Span>{busy ? busyText : children}</Span>
    </Pressable>
  );
}
