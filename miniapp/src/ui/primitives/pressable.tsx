import { View } from '@tarojs/components';
import { open, type PageName } from '../../platform/navigation';
import type { QueryValues } from '../../platform/query-string';
import type { BaseProps, PressableProps } from './props';

/** Anything that can be tapped. */
export function Pressable({ id, className, style, children, onPress, disabled }: PressableProps) {
  return (
    <View
      id={id}
      className={`pressable ${className ?? ''}`}
      style={style}
      hoverClass={disabled ? 'none' : 'pressable--down'}
      hoverStayTime={80}
      onClick={disabled ? undefined : onPress}
    >
      {children}
    </View>
  );
}

interface PageLinkProps extends BaseProps {
  page: PageName;
  params?: QueryValues;
  current?: boolean;
}

/** Leads to another page. */
export function PageLink({ page, params, ...rest }: PageLinkProps) {
  return <Pressable {...rest} onPress={() => open(page, params)} />;
}
