import type { DutyView } from '@zerentian/shared/duties/duty.contract';
import { useDuties } from '../duties/duties.api';
import { Loaded } from '../ui/loaded';
import { Box, Span } from '../ui/primitives/box';
import { Sheet } from '../ui/sheet';
import { Skeleton } from '../ui/states';
import { type Answer, postWords } from './answer-words';

/** The clauses that make it theirs, in the document's own words. */
export function ClausesSheet({ answer, onClose }: { answer: Answer | null; onClose: () => void }) {
  const title = answer ? `${postWords(answer.posts)}的条款依据` : '';
  return (
    <Sheet id="clauses" open={answer !== null} title={title} closeText="关闭" onClose={onClose}>
      {answer && <Clauses keys={answer.duties} />}
    </Sheet>
  );
}

function Clauses({ keys }: { keys: readonly string[] }) {
  const query = useDuties();
  return (
    <Loaded query={query} skeleton={<Skeleton lines={4} />}>
      {(duties) => (
        <Box as="ul" className="stack">
          {duties
            .filter((duty) => keys.includes(duty.key))
            .map((duty) => (
              <Clause key={duty.key} duty={duty} />
            ))}
        </Box>
      )}
    </Loaded>
  );
}

function Clause({ duty }: { duty: DutyView }) {
  const lead = duty.lead ? `${duty.lead.quote}……` : '';
  return (
    <Box as="li" className="clause">
      <Box>
        <Span className="text-strong">{`${duty.clause} `}</Span>
        <Span>{`“${lead}${duty.quote}”`}</Span>
      </Box>
      <Box className="text-note">{duty.recurrence}</Box>
    </Box>
  );
}
