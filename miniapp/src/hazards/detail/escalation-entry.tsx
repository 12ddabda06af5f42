import type { EscalationView } from '@zerentian/shared/hazards/hazard.escalation.contract';
import { rungTargetNames } from '@zerentian/shared/rules/rules.contract';
import { Box } from '../../ui/primitives/box';
import { dateWords } from '../../ui/time/time-words';
import { TimeText } from '../../ui/time-text';
import { TimelineEntry } from '../../ui/timeline';

/** 逐级提示 among what was done: who was told that it is late. */
export function EscalationEntry({ escalation, current }: { escalation: EscalationView; current: boolean }) {
  const { target, to, holderPost, dueOn, toldAt } = escalation;
  return (
    <TimelineEntry title={`逾期，已提示${rungTargetNames[target]}`} time={<TimeText at={toldAt} />} current={current}>
      <Box className="text-note">{[to.name, to.post].filter(Boolean).join(' ')}</Box>
      <Box className="text-note">{`在${holderPost ?? ''}手里，应在${dateWords(dueOn)}前办完`}</Box>
    </TimelineEntry>
  );
}
