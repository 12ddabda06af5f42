import type { AnswerableView } from '@zerentian/shared/accountability/accountability.contract';
import { open } from '../platform/navigation';
import { useSession } from '../platform/session';
import { Button } from '../ui/button';
import { PersonLine } from '../ui/person-line';
import { Box } from '../ui/primitives/box';
import { type Answer, mayAppoint, postWords, tenureLines } from './answer-words';

interface AnswerableProps {
  answer: Answer;
  past: boolean;
  onClauses: () => void;
}

/** A named answer: who, in which posts, since when; a vacant post with whoever answers meanwhile. */
export function Answerable({ answer, past, onClauses }: AnswerableProps) {
  const { holder, posts, clauses } = answer;
  return (
    <Box className="answerable">
      {holder.vacant ? (
        <Vacancy holder={holder} />
      ) : (
        <>
          <PersonLine name={holder.name} post={postWords(posts)} phone={holder.phone} />
          <Tenures answer={answer} />
        </>
      )}
      <Box className="row">
        {clauses.length > 0 && (
          <Button kind="quiet" small onPress={onClauses}>
            {`看条款依据（${clauses.length} 条）`}
          </Button>
        )}
        {holder.vacant && !past && <AppointButton holder={holder} />}
      </Box>
    </Box>
  );
}

function Tenures({ answer }: { answer: Answer }) {
  return (
    <Box className="text-note">
      {tenureLines(answer.posts).map((line) => (
        <Box key={line}>{line}</Box>
      ))}
    </Box>
  );
}

/** 岗位空缺（待明确责任人）, and the superior who answers until somebody is named. */
function Vacancy({ holder: { name, phone, post, standIn } }: { holder: AnswerableView }) {
  return (
    <>
      <PersonLine name={null} post={post} phone={null} />
      {name && standIn && <PersonLine name={name} post={standIn.post} phone={phone} note="空缺期间由其负责" />}
    </>
  );
}

function AppointButton({ holder: { postId, post, unitName, areaCode } }: { holder: AnswerableView }) {
  const posts = useSession((state) => state.posts);
  if (!mayAppoint(posts, areaCode)) return null;
  const params = { post: postId, title: post, unit: unitName, area: areaCode };
  return (
    <Button kind="secondary" small onPress={() => open('appointCaretaker', params)}>
      指定临时负责人
    </Button>
  );
}
