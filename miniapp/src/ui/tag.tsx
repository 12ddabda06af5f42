import type { ReactNode } from 'react';
import { Box, Span } from './primitives/box';
import './tag.scss';

/** A state in a word. `tone` only underlines what the word already says. */
export function StateTag({ text, tone = 'neutral' }: { text: string; tone?: 'neutral' | 'active' | 'done' | 'alert' }) {
  return <Span className={`tag tag--${tone}`}>{text}</Span>;
}

const RISK_NAMES = { red: '红', orange: '橙', yellow: '黄', blue: '蓝' } as const;

/** 红橙黄蓝 of a risk point or unit: the only place where these colours appear, and never without the word. */
export function RiskTag({ grade }: { grade: keyof typeof RISK_NAMES }) {
  return (
    <Span className="risk">
      <Span className={`risk__dot risk__dot--${grade}`} />
      {`风险等级 ${RISK_NAMES[grade]}`}
    </Span>
  );
}

/** Tags and short notes in one line. */
export function TagRow({ children }: { children: ReactNode }) {
  return <Box className="row">{children}</Box>;
}
