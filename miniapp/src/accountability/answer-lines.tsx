import type { AccountabilityLine } from '@zerentian/shared/accountability/accountability.contract';
import type { ReactNode } from 'react';
import { Box, Heading } from '../ui/primitives/box';
import { type Answer, answersOf } from './answer-words';
import { Answerable } from './answerable';

interface AnswerLinesProps {
  lines: readonly AccountabilityLine[];
  /** A past day shows what was; nobody is appointed from there. */
  past: boolean;
  onClauses: (answer: Answer) => void;
}

/** The five lines: on a phone one card each, at a desk a band each with its people side by side. */
export function AnswerLines({ lines, past, onClauses }: AnswerLinesProps) {
  return (
    <Box className="lines">
      {lines.map((line) => (
        <LineCard key={line.line} line={line}>
          {answersOf(line.holders).map((answer) => (
            <Answerable key={answer.key} answer={answer} past={past} onClauses={() => onClauses(answer)} />
          ))}
        </LineCard>
      ))}
    </Box>
  );
}

function LineCard({ line, children }: { line: AccountabilityLine; children: ReactNode }) {
  return (
    <Box as="section" className="card line">
      <Heading level={2} className="line__name">
        {line.name}
      </Heading>
      <Box className="line__people">
        {children}
        {line.note && <Box className="text-note line__note">{line.note}</Box>}
        {line.department && <Box className="line__department">{`主管部门：${line.department}`}</Box>}
      </Box>
    </Box>
  );
}
