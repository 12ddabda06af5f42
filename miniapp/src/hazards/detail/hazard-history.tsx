import type { HazardDetail, HazardEvent } from '@zerentian/shared/hazards/hazard.contract';
import type { EscalationView } from '@zerentian/shared/hazards/hazard.escalation.contract';
import { PhotoGrid } from '../../ui/photo-grid';
import { Box } from '../../ui/primitives/box';
import { Card, Section } from '../../ui/section';
import { StateTag } from '../../ui/tag';
import { TimeText } from '../../ui/time-text';
import { Timeline, TimelineEntry } from '../../ui/timeline';
import { named } from '../hazard-words';
import { EscalationEntry } from './escalation-entry';
import { arrivalWords, eventTitle, factWords, heldBefore } from './history-words';

/** Who did what and when, the latest first. */
export function HazardHistory({ hazard }: { hazard: HazardDetail }) {
  const lines = linesOf(hazard);
  return (
    <Section title="办理经过">
      <Card>
        <Timeline>
          {lines.map((line, index) =>
            'event' in line ? (
              <Entry key={line.event.seq} {...line} hazard={hazard} current={index === 0} />
            ) : (
              <EscalationEntry key={line.escalation.id} escalation={line.escalation} current={index === 0} />
            ),
          )}
        </Timeline>
      </Card>
    </Section>
  );
}

type Line =
  | { at: string; event: HazardEvent; before: HazardEvent | undefined }
  | { at: string; escalation: EscalationView };

/** Acts and 逐级提示 together, by when each stood here. */
function linesOf({ events, escalations }: HazardDetail): Line[] {
  const latest = [...events].sort((a, b) => b.seq - a.seq);
  const acts = latest.map((event, index) => ({ at: event.receivedAt, event, before: latest[index + 1] }));
  const told = escalations.map((escalation) => ({ at: escalation.toldAt, escalation }));
  return [...acts, ...told].sort((a, b) => (a.at === b.at ? 0 : a.at < b.at ? 1 : -1));
}

interface EntryProps {
  event: HazardEvent;
  before: HazardEvent | undefined;
  hazard: HazardDetail;
  current: boolean;
}

function Entry({ event, before, hazard, current }: EntryProps) {
  const held = heldBefore(event, before);
  const arrival = arrivalWords(event);
  return (
    <TimelineEntry title={eventTitle(event)} time={<TimeText at={event.occurredAt} />} current={current}>
      <Box className="text-note">
        {named(event.actor)}
        {event.companion && `，会同 ${named(event.companion)}`}
      </Box>
      {event.late && <StateTag text="来晚了，没有办成，只留作说明" tone="alert" />}
      {event.text && <Box className="text-written">{event.text}</Box>}
      {event.facts.map((fact) => (
        <Box key={fact.label} className="text-note">{`${fact.label}：${factWords(fact.value)}`}</Box>
      ))}
      {arrival && <Box className="text-note">{arrival}</Box>}
      {held && <Box className="text-third">{held}</Box>}
      <PhotoGrid photos={photosOf(event, hazard)} what="照片" />
    </TimelineEntry>
  );
}

/** Those that came with the step; the hazard's own stand above, with what it is. */
function photosOf({ photoIds }: HazardEvent, hazard: HazardDetail): HazardDetail['photos'] {
  return hazard.photos.filter(({ id }) => photoIds.includes(id) && !hazard.photoIds.includes(id));
}
