import type { StudyView } from '@zerentian/shared/duties/study.contract';
import { tenureKindNames } from '@zerentian/shared/posts/post.contract';
import { useState } from 'react';
import { useSession } from '../platform/session';
import { Button } from '../ui/button';
import { PersonLine } from '../ui/person-line';
import { Box } from '../ui/primitives/box';
import { StateTag } from '../ui/tag';
import { type BearerGroup, bearersOf, type StudyDuty, type StudyPost } from './bearers';

/** Many posts bear some duties (twelve villages); the first few are near, the rest one tap away. */
const FEW = 2;

/** One bearer: the duties with their words, and who that is today. */
export function BearerCard({ group, study }: { group: BearerGroup; study: StudyView }) {
  return (
    <Box as="li" className="bearer">
      <Box className="row">
        <Box className="text-strong">{`由${group.bearer}承担`}</Box>
        {group.mine && <StateTag text="我的职责" tone="active" />}
      </Box>
      <Holders group={group} study={study} />
      <Box as="ul" className="bearer__duties">
        {group.duties.map((duty) => (
          <Duty key={duty.key} duty={duty} />
        ))}
      </Box>
    </Box>
  );
}

function Duty({ duty }: { duty: StudyDuty }) {
  return (
    <Box as="li">
      <Box>{duty.title}</Box>
      <Box className="text-note">{`${duty.clause} “${duty.quote}”`}</Box>
    </Box>
  );
}

function Holders({ group, study }: { group: BearerGroup; study: StudyView }) {
  const posts = useSession((state) => state.posts);
  const [all, setAll] = useState(false);
  const bearers = bearersOf(
    study,
    group.duties,
    posts.map((post) => post.areaCode),
  );
  return (
    <>
      {(all ? bearers : bearers.slice(0, FEW)).map((post) => (
        <Holder key={post.postId} post={post} />
      ))}
      {bearers.length > FEW && !all && (
        <Box>
          <Button kind="quiet" small onPress={() => setAll(true)}>
            {`再看 ${bearers.length - FEW} 个岗位`}
          </Button>
        </Box>
      )}
    </>
  );
}

function Holder({ post }: { post: StudyPost }) {
  if (post.vacant) return <PersonLine name={null} post={post.post} phone={null} />;
  return (
    <>
      {post.holders.map((holder) => (
        <PersonLine
          key={holder.personId}
          name={holder.name}
          post={post.post}
          phone={holder.phone}
          note={holder.tenureKind === 'regular' ? undefined : tenureKindNames[holder.tenureKind]}
        />
      ))}
    </>
  );
}
