import type { HazardDetail } from '@zerentian/shared/hazards/hazard.contract';
import { Box } from '../ui/primitives/box';
import { Card, Facts, Section } from '../ui/section';
import { dateWords } from '../ui/time/time-words';
import { lastEvent, named } from './hazard-words';

/** More time is asked for: until when, why, and who decides. */
export function AskedExtension({ hazard }: { hazard: HazardDetail }) {
  const { askedUntil, deadline } = hazard;
  if (hazard.state !== 'extension-asked' || askedUntil === null) return null;
  const asked = lastEvent(hazard, 'ask-extension');
  const items = [
    { label: '想延到', value: dateWords(askedUntil) },
    ...(deadline ? [{ label: '现在的期限', value: dateWords(deadline) }] : []),
    { label: '理由', value: <Box className="text-written">{asked?.text ?? ''}</Box> },
    ...(asked ? [{ label: '申请人', value: named(asked.actor) }] : []),
    ...(hazard.holder ? [{ label: '由谁决定', value: named(hazard.holder) }] : []),
  ];
  return (
    <Section title="申请延期" note="答复之前，原来的期限照算">
      <Card>
        <Facts items={items} />
      </Card>
    </Section>
  );
}
