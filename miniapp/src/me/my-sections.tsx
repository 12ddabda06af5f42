import { useSession } from '../platform/session';
import { List, ListItem } from '../ui/list';
import { Section } from '../ui/section';
import { ownSections } from '../ui/sections';

/** Where my posts have something of their own. */
export function MySections() {
  const sections = ownSections(useSession((state) => state.posts));
  if (sections.length === 0) return null;
  return (
    <Section title="我这里的">
      <List label="我这里的">
        {sections.map(({ page, text }) => (
          <ListItem key={page} page={page} title={text} />
        ))}
      </List>
    </Section>
  );
}
