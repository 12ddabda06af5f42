import { useSession } from '../platform/session';
import { Icon } from '../ui/icon';
import { Box, Span } from '../ui/primitives/box';
import { PageLink } from '../ui/primitives/pressable';
import { Section } from '../ui/section';
import { sectionsFor } from '../ui/sections';

/** The sections that have no place in the phone's tab bar; at a desk they stand at the left. */
export function Shortcuts() {
  const posts = useSession((state) => state.posts);
  return (
    <Box className="shortcuts">
      <Section title="常用">
        <Box as="nav" className="shortcuts__grid" label="常用">
          {sectionsFor(posts)
            .filter(({ tab }) => !tab)
            .map(({ page, text, icon }) => (
              <PageLink key={page} page={page} className="shortcuts__item">
                <Icon name={icon} large />
                <Span>{text}</Span>
              </PageLink>
            ))}
        </Box>
      </Section>
    </Box>
  );
}
