import type { AnswerableView } from '@zerentian/shared/accountability/accountability.contract';
import { open } from '../platform/navigation';
import { useSession } from '../platform/session';
import { Button } from '../ui/button';
import { PersonLine } from '../ui/person-line';
import { Box } from '../ui/primitives/box';
import { mayAppoint, tenureWords } from './answer-words';

interface AnswerableProps {
  holder: AnswerableView;
  past: boolean;
  onClauses: () => void;
}

/** A named answer: who, in which post, since when; a vacant post with whoever answers meanwhile. */
export function Answerable({ holder, past, onClauses }: AnswerableProps) {
  const { vacant, standIn, name, phone, post, duties } = holder;
  return (
    <Box className="answerable">
      {vacant && <PersonLine name={null} post={post} phone={null} note={tenureWords({ ...holder, since: null })} />}
      {vacant && name && standIn && (
        <PersonLine name={name} post={standIn.post} phone={phone} note={`${post}空缺期间由其负责`} />
      )}
      {!vacant && <PersonLine name={name} post={post} phone={phone} note={tenureWords(holder)} />}
      <Box className="row">
        {duties.length > 0 && (
          <Button kind="quiet" small onPress={onClauses}>
            {`条款依据 ${duties.length} 条`}
          </Button>
        )}
        {vacant && !past && <AppointButton holder={holder} />}
      </Box>
    </Box>
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
