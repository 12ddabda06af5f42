import type { ReactNode } from 'react';
import type { PageName } from '../platform/navigation';
import type { QueryValues } from '../platform/query-string';
import { Icon } from './icon';
import { Box } from './primitives/box';
import { PageLink } from './primitives/pressable';
import './list.scss';

/** Items on one surface with lines between them. */
export function List({ children, label }: { children: ReactNode; label?: string }) {
  return (
    <Box as="ul" className="list" label={label}>
      {children}
    </Box>
  );
}

interface ListItemProps {
  /** Where a tap leads; without it the item is only read. */
  page?: PageName;
  params?: QueryValues;
  title: ReactNode;
  note?: ReactNode;
  /** Right of the title: a state, a number. */
  aside?: ReactNode;
  children?: ReactNode;
}

export function ListItem({ page, params, title, note, aside, children }: ListItemProps) {
  const content = (
    <>
      <Box className="list-item__text">
        <Box className="list-item__title">{title}</Box>
        {note && <Box className="list-item__note">{note}</Box>}
        {children}
      </Box>
      {aside && <Box className="list-item__aside">{aside}</Box>}
      {page && <Icon name="next" />}
    </>
  );
  return (
    <Box as="li" className="list__row">
      {page ? (
        <PageLink page={page} params={params} className="list-item list-item--link">
          {content}
        </PageLink>
      ) : (
        <Box className="list-item">{content}</Box>
      )}
    </Box>
  );
}
