import type { StudyView } from '@zerentian/shared/duties/study.contract';
import { tenureKindNames } from '@zerentian/shared/posts/post.contract';
import { useState } from 'react';
import { useSession } from '../platform/session';
import { Button } from '../ui/button';
import { PersonLine } from '../ui/person-line';
import { Box } from '../ui/primitives/box';
import { StateTag } from '../ui/tag';
import { bearersOf, type StudyDuty, type StudyPost } from './bearers';

/** Many posts bear some duties (twelve villages); the first few are near, the rest one tap away. */
const FEW = 2;

export function DutyCard({ duty, study }: { duty: StudyDuty; study: StudyView }) {
  const posts = useSession((state) => state.posts);
  const [all, setAll] = useState(false);
  const bearers = bearersOf(
    study,
    duty,
    posts.map((post) => post.areaCode),
  );
  return (
    <Box as="li" className="duty">
      <Box className="row">
        <Box className="text-strong">{duty.title}</Box>
        {duty.mine && <StateTag text="我的职责" tone="active" />}
      </Box>
      <Box className="duty__quote">{`${duty.clause} “${duty.quote}”`}</Box>
      <Box className="text-note">{`由${duty.bearer}承担`}</Box>
      {(all ? bearers : bearers.slice(0, FEW)).map((post) => (
        <Bearer key={post.postId} post={post} />
      ))}
      {bearers.length > FEW && !all && (
        <Box>
          <Button kind="quiet" small onPress={() => setAll(true)}>
            {`还有 ${bearers.length - FEW} 个岗位`}
          </Button>
        </Box>
      )}
    </Box>
  );
}

function Bearer({ post }: { post: StudyPost }) {
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
