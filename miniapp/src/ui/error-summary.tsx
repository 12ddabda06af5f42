import { useEffect } from 'react';
import type { ApiProblem } from '../platform/api-problem';
import { showElement } from '../platform/show-element';
import { Box } from './primitives/box';
import { Pressable } from './primitives/pressable';
import './field.scss';

interface ErrorSummaryProps {
  /** Field id → what is wrong, in the order of the form. */
  errors: Readonly<Record<string, string>>;
  /** What the server said about the whole. */
  problem?: ApiProblem | null;
  /** Names of fields whose message does not name them itself: 请填写. */
  labels?: Readonly<Record<string, string>>;
}

const ID = 'error-summary';

/** What must be changed, at the top of a form; each line leads to its field. */
export function ErrorSummary({ errors, problem, labels = {} }: ErrorSummaryProps) {
  const entries = Object.entries(errors);
  useEffect(() => {
    if (problem || Object.keys(errors).length > 0) showElement(ID);
  }, [problem, errors]);
  if (entries.length === 0 && !problem) return null;
  return (
    <Box id={ID} className="error-summary" role="alert">
      <Box className="error-summary__title">{problem ? problem.title : countWords(entries.length)}</Box>
      {problem && <Box>{problem.detail}</Box>}
      {entries.map(([field, message]) => (
        <Pressable key={field} className="error-summary__item" role="link" onPress={() => showElement(field)}>
          {labels[field] ? `${labels[field]}：${message}` : message}
        </Pressable>
      ))}
    </Box>
  );
}

function countWords(count: number): string {
  return count === 1 ? '有一处需要改一下' : `有 ${count} 处需要改一下`;
}
