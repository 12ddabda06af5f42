import { useState } from 'react';
import { serverNow } from '../platform/clock';
import { Span } from './primitives/box';
import { Pressable } from './primitives/pressable';
import { dateWords, dueWords, exactTime, sinceWords, timeWords } from './time/time-words';
import './time-text.scss';

interface ExactOnTapProps {
  words: string;
  exact: string;
  className?: string;
}

/** What people say, and to the minute or the day once tapped. */
function ExactOnTap({ words, exact, className = '' }: ExactOnTapProps) {
  const [shown, setShown] = useState(false);
  return (
    <Pressable className={`time ${className}`} onPress={() => setShown(!shown)} label={`${words}，${exact}`}>
      {shown ? exact : words}
    </Pressable>
  );
}

interface TimeProps {
  at: string;
  /** Inside something that is itself tapped. */
  plain?: boolean;
}

/** An instant as people say it. */
export function TimeText({ at, plain = false }: TimeProps) {
  const instant = new Date(at);
  const words = timeWords(instant, serverNow());
  return plain ? <Span className="text-whole">{words}</Span> : <ExactOnTap words={words} exact={exactTime(instant)} />;
}

/** How long something has lain with somebody, and since when exactly. */
export function SinceText({ at }: { at: string }) {
  const instant = new Date(at);
  return <ExactOnTap words={sinceWords(instant, serverNow())} exact={`${exactTime(instant)}起`} />;
}

/** A last day; once past, in the alert colour with the word 逾期. */
export function DueText({ due, plain = false }: { due: string; plain?: boolean }) {
  const { text, overdue } = dueWords(due, serverNow());
  const className = overdue ? 'text-whole text-alert' : 'text-whole';
  if (plain) return <Span className={className}>{text}</Span>;
  return <ExactOnTap words={text} exact={`${dateWords(due)}到期`} className={className} />;
}
