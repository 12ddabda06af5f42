import type { ActorView, HazardDetail, HazardEvent } from '@zerentian/shared/hazards/hazard.contract';
import type { EscalationView } from '@zerentian/shared/hazards/hazard.escalation.contract';
import { type HazardState, hazardStateNames, hazardStepNames } from '@zerentian/shared/hazards/hazard.vocabulary';
import { PhotoGrid } from '../../ui/photo-grid';
import { Box } from '../../ui/primitives/box';
import { Card, Section } from '../../ui/section';
import { dateWords } from '../../ui/time/time-words';
import { TimeText } from '../../ui/time-text';
import { Timeline, TimelineEntry } from '../../ui/timeline';
import { EscalationEntry } from './escalation-entry';

/** Who did what and when, the latest first. */
export function HazardHistory({ hazard }: { hazard: HazardDetail }) {
  const lines = linesOf(hazard);
  return (
    <Section title="办理经过">
      <Card>
        <Timeline>
          {lines.map((line, index) =>
            'event' in line ? (
              <Entry key={line.event.seq} event={line.event} hazard={hazard} current={index === 0} />
            ) : (
              <EscalationEntry key={line.escalation.id} escalation={line.escalation} current={index === 0} />
            ),
          )}
        </Timeline>
      </Card>
    </Section>
  );
}

type Line = { at: string; event: HazardEvent } | { at: string; escalation: EscalationView };

/** Acts and 逐级提示 together, by when each stood here. */
function linesOf({ events, escalations }: HazardDetail): Line[] {
  const acts = [...events].sort((a, b) => b.seq - a.seq).map((event) => ({ at: event.receivedAt, event }));
  const told = escalations.map((escalation) => ({ at: escalation.toldAt, escalation }));
  return [...acts, ...told].sort((a, b) => (a.at === b.at ? 0 : a.at < b.at ? 1 : -1));
}

function Entry({ event, hazard, current }: { event: HazardEvent; hazard: HazardDetail; current: boolean }) {
  return (
    <TimelineEntry title={titleOf(event)} time={<TimeText at={event.occurredAt} />} current={current}>
      <Box className="text-note">
        {named(event.actor)}
        {event.companion && `，会同 ${named(event.companion)}`}
      </Box>
      {event.text && <Box className="text-written">{event.text}</Box>}
      {event.facts.map((fact) => (
        <Box key={fact.label} className="text-note">{`${fact.label}：${factWords(fact.value)}`}</Box>
      ))}
      <PhotoGrid photos={photosOf(event, hazard)} what="照片" />
    </TimelineEntry>
  );
}

/** Those that came with the step; the hazard's own stand above, with what it is. */
function photosOf({ photoIds }: HazardEvent, hazard: HazardDetail): HazardDetail['photos'] {
  return hazard.photos.filter(({ id }) => photoIds.includes(id) && !hazard.photoIds.includes(id));
}

/** Days as everywhere else. */
function factWords(value: string): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? dateWords(value) : value;
}

/** States that the name of the step already says. */
const SAID: Readonly<Record<string, HazardState>> = {
  report: 'reported',
  reject: 'rejected',
  approve: 'assigned',
  assign: 'assigned',
  start: 'rectifying',
  return: 'returned',
  verify: 'verified',
  close: 'closed',
  reopen: 'reopened',
};

/** What was done, and into which state it led, unless that says the same. */
function titleOf({ step, from, to }: HazardEvent): string {
  const isSaid = !to || to === from || to === SAID[step];
  return isSaid ? stepName(step) : `${stepName(step)} → ${hazardStateNames[to]}`;
}

function stepName(step: string): string {
  return (hazardStepNames as Record<string, string>)[step] ?? step;
}

function named({ name, post }: ActorView): string {
  return [name, post].filter(Boolean).join(' ');
}
