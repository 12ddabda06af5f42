import { useState } from 'react';
import { serverNow } from '../platform/clock';
import { Span } from './primitives/box';
import { Pressable } from './primitives/pressable';
import { dueWords, exactTime, timeWords } from './time/time-words';
import './time-text.scss';

/** An instant as people say it; a tap shows it to the minute. `plain` inside something that is itself tapped. */
export function TimeText({ at, plain = false }: { at: string; plain?: boolean }) {
  const [exact, setExact] = useState(false);
  const instant = new Date(at);
  const words = exact ? exactTime(instant) : timeWords(instant, serverNow());
  if (plain) return <Span>{words}</Span>;
  return (
    <Pressable className="time" onPress={() => setExact(!exact)} label={exactTime(instant)}>
      {words}
    </Pressable>
  );
}

/** A last day; once past, in the alert colour with the word 逾期. */
export function DueText({ due }: { due: string }) {
  const { text, overdue } = dueWords(due, serverNow());
  return <Span className={overdue ? 'text-alert' : undefined}>{text}</Span>;
}
