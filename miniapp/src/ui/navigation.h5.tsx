import { postWords } from '../copy/post-words';
import type { PageName } from '../platform/navigation';
import { useSession } from '../platform/session';
import { Icon } from './icon';
import { Box, Span } from './primitives/box';
import { PageLink } from './primitives/pressable';
import { SECTIONS, sectionsFor } from './sections';
import './navigation.scss';

interface NavigationProps {
  section?: PageName;
  tabbed: boolean;
}

/** At a desk every section at the left; on a phone the tab bar, on tab pages only. */
export function Navigation({ section, tabbed }: NavigationProps) {
  return (
    <>
      <SideNavigation section={section} />
      {tabbed && <TabBar section={section} />}
    </>
  );
}

function SideNavigation({ section }: { section?: PageName }) {
  const { person, posts } = useSession();
  return (
    <Box as="nav" className="side" label="栏目">
      <Box className="side__name">责任田</Box>
      <Box className="side__place">乡镇安全生产责任</Box>
      <Box className="side__items">
        {sectionsFor(posts).map((entry) => (
          <PageLink
            key={entry.page}
            page={entry.page}
            current={entry.page === section}
            className={`side__item${entry.page === section ? ' side__item--current' : ''}`}
          >
            <Icon name={entry.icon} />
            <Span>{entry.text}</Span>
          </PageLink>
        ))}
      </Box>
      {person && (
        <Box className="side__who">
          <Box className="text-strong">{person.name}</Box>
          <Box className="text-third">{posts.map(postWords).join('、')}</Box>
        </Box>
      )}
    </Box>
  );
}

function TabBar({ section }: { section?: PageName }) {
  return (
    <Box as="nav" className="tab-bar" label="主要栏目">
      {SECTIONS.filter((entry) => entry.tab).map((entry) => (
        <PageLink
          key={entry.page}
          page={entry.page}
          current={entry.page === section}
          className={`tab-bar__item${entry.page === section ? ' tab-bar__item--current' : ''}`}
        >
          <Icon name={entry.icon} large />
          <Span>{entry.text}</Span>
        </PageLink>
      ))}
    </Box>
  );
}
