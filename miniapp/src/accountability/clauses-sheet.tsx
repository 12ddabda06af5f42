import type { AnsweringClause } from '@zerentian/shared/accountability/accountability.contract';
import type { DutyView } from '@zerentian/shared/duties/duty.contract';
import { useDuties } from '../duties/duties.api';
import { Box, Span } from '../ui/primitives/box';
import { Sheet } from '../ui/sheet';
import { type Answer, postWords } from './answer-words';

/** The clauses that make it theirs, in the document's own words; they came with the answer, so they need no network. */
export function ClausesSheet({ answer, onClose }: { answer: Answer | null; onClose: () => void }) {
  const { data: duties = [] } = useDuties();
  const title = answer ? `${postWords(answer.posts)}的条款依据` : '';
  return (
    <Sheet id="clauses" open={answer !== null} title={title} closeText="关闭" onClose={onClose}>
      <Box as="ul" className="stack">
        {answer?.clauses.map((clause) => (
          <Clause key={clause.key} clause={clause} duty={duties.find(({ key }) => key === clause.key)} />
        ))}
      </Box>
    </Sheet>
  );
}

/** The catalogue on the phone adds the governing verb of parallel objects and how often it is due. */
function Clause({ clause: { clause, quote }, duty }: { clause: AnsweringClause; duty: DutyView | undefined }) {
  const lead = duty?.lead ? `${duty.lead.quote}……` : '';
  return (
    <Box as="li" className="clause">
      <Box>
        <Span className="text-strong">{`${clause} `}</Span>
        <Span>{`“${lead}${quote}”`}</Span>
      </Box>
      {duty && <Box className="text-note">{duty.recurrence}</Box>}
    </Box>
  );
}
