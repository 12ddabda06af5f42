import type { ActorView, HazardDetail, HazardEvent } from '@zerentian/shared/hazards/hazard.contract';
import { hazardStateNames, hazardStepNames } from '@zerentian/shared/hazards/hazard.lifecycle';
import { PhotoGrid } from '../../ui/photo-grid';
import { Box } from '../../ui/primitives/box';
import { Card, Section } from '../../ui/section';
import { TimeText } from '../../ui/time-text';
import { Timeline, TimelineEntry } from '../../ui/timeline';

/** Who did what and when, the latest first. */
export function HazardHistory({ hazard }: { hazard: HazardDetail }) {
  const events = [...hazard.events].sort((a, b) => b.seq - a.seq);
  return (
    <Section title="办理经过">
      <Card>
        <Timeline>
          {events.map((event, index) => (
            <Entry key={event.seq} event={event} hazard={hazard} current={index === 0} />
          ))}
        </Timeline>
      </Card>
    </Section>
  );
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
        <Box key={fact.label} className="text-note">{`${fact.label}：${fact.value}`}</Box>
      ))}
      <PhotoGrid photos={hazard.photos.filter(({ id }) => event.photoIds.includes(id))} what="照片" />
    </TimelineEntry>
  );
}

/** What was done, and into which state it led, unless that says the same. */
function titleOf({ step, from, to }: HazardEvent): string {
  const done = stepName(step);
  const into = to && to !== from ? hazardStateNames[to] : done;
  return into === done ? done : `${done} → ${into}`;
}

function stepName(step: string): string {
  return (hazardStepNames as Record<string, string>)[step] ?? step;
}

function named({ name, post }: ActorView): string {
  return [name, post].filter(Boolean).join(' ');
}
