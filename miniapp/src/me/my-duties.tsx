import type { DutyView } from '@zerentian/shared/duties/duty.contract';
import type { HeldPostView } from '@zerentian/shared/people/session.contract';
import { useState } from 'react';
import { useDuties } from '../duties/duties.api';
import { Button } from '../ui/button';
import { List, ListItem } from '../ui/list';
import { Loaded } from '../ui/loaded';
import { Box, Span } from '../ui/primitives/box';
import { Section } from '../ui/section';
import { EmptyState } from '../ui/states';
import { StateTag } from '../ui/tag';

const SHOWN_AT_FIRST = 5;

/** Every duty that my posts carry, each with the clause that makes it mine. */
export function MyDuties({ posts }: { posts: readonly HeldPostView[] }) {
  const query = useDuties();
  if (posts.length === 0) return null;
  const isMine = ({ postKinds }: DutyView) => posts.some(({ kind }) => postKinds.includes(kind));
  return <Loaded query={query}>{(duties) => <DutyList duties={duties.filter(isMine)} />}</Loaded>;
}

function DutyList({ duties }: { duties: readonly DutyView[] }) {
  const [all, setAll] = useState(false);
  return (
    <Section title="我的职责" note={`${duties.length} 条，出自本乡的实施方案`}>
      {duties.length === 0 ? (
        <EmptyState title="清单里没有落到您岗位的职责">职责清单由管理员维护。</EmptyState>
      ) : (
        <List label="我的职责">
          {duties.slice(0, all ? duties.length : SHOWN_AT_FIRST).map((duty) => (
            <Duty key={duty.key} duty={duty} />
          ))}
        </List>
      )}
      {duties.length > SHOWN_AT_FIRST && !all && (
        <Button kind="quiet" onPress={() => setAll(true)}>
          {`显示全部 ${duties.length} 条`}
        </Button>
      )}
    </Section>
  );
}

/** What a higher level took back is struck through: shown, and never due. */
function Duty({ duty }: { duty: DutyView }) {
  const takenBack = duty.category.value === 'withdrawn';
  return (
    <ListItem
      title={<Span className={takenBack ? 'me__taken-back' : undefined}>{duty.title}</Span>}
      note={
        <>
          <Box>{`${duty.clause} “${duty.quote}”`}</Box>
          <Box>{duty.recurrence}</Box>
        </>
      }
      aside={takenBack && <StateTag text={duty.category.name} tone="done" />}
    />
  );
}
