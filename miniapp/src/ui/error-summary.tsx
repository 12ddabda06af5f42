import { useEffect } from 'react';
import type { ApiProblem } from '../platform/api-problem';
import { showElement } from '../platform/show-element';
import { errorLines } from './error-lines';
import { useFieldNames } from './field-names';
import { Box } from './primitives/box';
import { Pressable } from './primitives/pressable';
import './field.scss';

interface ErrorSummaryProps {
  /** Field id → what is wrong. */
  errors: Readonly<Record<string, string>>;
  /** What the server said about the whole. */
  problem?: ApiProblem | null;
  /** Names of what no field of the `Form` around it stands for. */
  labels?: Readonly<Record<string, string>>;
}

const ID = 'error-summary';

/** What must be changed, at the top of a form; each line leads to its field. */
export function ErrorSummary({ errors, problem, labels = {} }: ErrorSummaryProps) {
  const names = useFieldNames();
  useEffect(() => {
    if (problem || Object.keys(errors).length > 0) showElement(ID);
  }, [problem, errors]);
  const lines = errorLines(errors, new Map([...names, ...Object.entries(labels)]));
  if (lines.length === 0 && !problem) return null;
  return (
    <Box id={ID} className="error-summary" role="alert">
      <Box className="error-summary__title">{problem ? problem.title : countWords(lines.length)}</Box>
      {problem && <Box>{problem.detail}</Box>}
      {lines.map(({ field, words }) => (
        <Pressable key={field} className="error-summary__item" role="link" onPress={() => showElement(field)}>
          {words}
        </Pressable>
      ))}
    </Box>
  );
}

function countWords(count: number): string {
  return count === 1 ? '有一处需要改一下' : `有 ${count} 处需要改一下`;
}
