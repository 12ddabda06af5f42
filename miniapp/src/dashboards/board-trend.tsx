import { useState } from 'react';
import { Button } from '../ui/button';
import { Box, Span } from '../ui/primitives/box';
import { Card, Section } from '../ui/section';
import { topOf, trendSummary, type Week, weekWords } from './trend-words';
import './board-trend.scss';

/** Bars of the last weeks: filled for reported, outlined for closed; and the same as numbers for whoever wants them. */
export function BoardTrend({ weeks }: { weeks: Week[] }) {
  const [asNumbers, setAsNumbers] = useState(false);
  return (
    <Section
      title={`近 ${weeks.length} 周`}
      action={
        <Button kind="quiet" small onPress={() => setAsNumbers(!asNumbers)}>
          {asNumbers ? '看图' : '看数字'}
        </Button>
      }
    >
      <Card>
        <Box className="trend__words">{trendSummary(weeks)}</Box>
        {asNumbers ? <Numbers weeks={weeks} /> : <Bars weeks={weeks} />}
      </Card>
    </Section>
  );
}

function Bars({ weeks }: { weeks: Week[] }) {
  const top = topOf(weeks);
  const height = (value: number) => ({ height: `${(value / top) * 100}%` });
  return (
    <Box role="img" label={trendSummary(weeks)}>
      <Box className="trend">
        <Span className="trend__top">{`${top} 条`}</Span>
        {weeks.map((week) => (
          <Box key={week.weekStart} className="trend__week">
            <Box className="trend__bar trend__bar--reported" style={height(week.reported)} />
            <Box className="trend__bar trend__bar--closed" style={height(week.closed)} />
          </Box>
        ))}
      </Box>
      <Box className="trend__ends">
        <Span>{`${weekWords(weeks[0] as Week)}起`}</Span>
        <Span>本周</Span>
      </Box>
      <Box className="row trend__legend">
        <Box className="trend__key trend__bar--reported" />
        <Span>上报</Span>
        <Box className="trend__key trend__bar--closed" />
        <Span>销号</Span>
      </Box>
    </Box>
  );
}

function Numbers({ weeks }: { weeks: Week[] }) {
  return (
    <Box className="trend-table" role="table" label="各周上报和销号">
      <Box className="trend-table__row trend-table__row--head" role="row">
        {['一周的开始', '上报', '销号'].map((name) => (
          <Box key={name} role="columnheader">
            {name}
          </Box>
        ))}
      </Box>
      {[...weeks].reverse().map((week) => (
        <Box key={week.weekStart} className="trend-table__row" role="row">
          <Box role="rowheader">{weekWords(week)}</Box>
          <Box role="cell">{`${week.reported} 条`}</Box>
          <Box role="cell">{`${week.closed} 条`}</Box>
        </Box>
      ))}
    </Box>
  );
}
