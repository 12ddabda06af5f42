import type { HazardDetail } from '@zerentian/shared/hazards/hazard.contract';
import { PersonLine } from '../../ui/person-line';
import { Span } from '../../ui/primitives/box';
import { Card, Section } from '../../ui/section';
import { DueText, SinceText } from '../../ui/time-text';

/** 责任在谁手里: one person by name, post and phone, and since when. */
export function HazardHolder({ hazard }: { hazard: HazardDetail }) {
  const { holder } = hazard;
  return (
    <Section title="现在在谁手里">
      <Card>
        {holder ? (
          <PersonLine
            name={holder.name}
            post={holder.post}
            phone={holder.phone}
            vacant={holder.vacant}
            note={
              <>
                <SinceText at={holder.since} />
                {holder.dueOn && (
                  <>
                    <Span>，</Span>
                    <DueText due={holder.dueOn} />
                  </>
                )}
              </>
            }
          />
        ) : (
          '已了结，不在任何人手里。'
        )}
      </Card>
    </Section>
  );
}
