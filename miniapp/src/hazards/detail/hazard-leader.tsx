import type { HazardDetail } from '@zerentian/shared/hazards/hazard.contract';
import { PersonLine } from '../../ui/person-line';
import { Box } from '../../ui/primitives/box';
import { Card, Section } from '../../ui/section';
import { TimeText } from '../../ui/time-text';

const MOST_SHOWN = 3;

/** 包保领导, and what they last saw; the whole stands in the history. */
export function HazardLeader({ hazard }: { hazard: HazardDetail }) {
  const { leader } = hazard;
  if (!leader) return null;
  const followed = hazard.events
    .filter(({ step, late }) => step === 'follow-up' && !late)
    .sort((a, b) => b.seq - a.seq);
  const note = followed.length > 0 ? `跟踪督办 ${followed.length} 次` : '还没有督办记录';
  return (
    <Section title="包保领导" note={note}>
      <Card>
        <Box className="stack">
          <PersonLine name={leader.name} post={leader.post} phone={leader.phone} />
          {followed.slice(0, MOST_SHOWN).map(({ seq, text, occurredAt }) => (
            <Box key={seq}>
              <Box className="text-third">
                <TimeText at={occurredAt} />
              </Box>
              <Box className="text-written">{text}</Box>
            </Box>
          ))}
        </Box>
      </Card>
    </Section>
  );
}
