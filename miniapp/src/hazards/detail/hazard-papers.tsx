import type { HazardDetail } from '@zerentian/shared/hazards/hazard.contract';
import { type HazardPaper, hazardPaperNames } from '@zerentian/shared/hazards/hazard.papers.contract';
import type { HazardState } from '@zerentian/shared/hazards/hazard.vocabulary';
import { useState } from 'react';
import { asProblem } from '../../platform/api-problem';
import { openPaper } from '../../platform/paper';
import { tell } from '../../platform/tell';
import { Button } from '../../ui/button';
import { Box } from '../../ui/primitives/box';
import { Section } from '../../ui/section';

const AFTER_ASSIGNMENT: readonly HazardState[] = [
  'assigned',
  'rectifying',
  'extension-asked',
  'submitted',
  'returned',
  'verified',
  'closed',
  'reopened',
];

/** The papers that this record already makes: nobody types them a second time. */
export function HazardPapers({ hazard }: { hazard: HazardDetail }) {
  const [opening, setOpening] = useState<HazardPaper | null>(null);
  const show = async (paper: HazardPaper) => {
    setOpening(paper);
    try {
      await openPaper(`/hazards/${hazard.id}/papers/${paper}`, `${hazardPaperNames[paper]}-${hazard.number}.pdf`);
    } catch (error) {
      tell(asProblem(error).title);
    } finally {
      setOpening(null);
    }
  };
  return (
    <Section title="文书" note="可打印、签字、盖章">
      <Box className="stack stack--tight">
        {papersOf(hazard).map((paper) => (
          <Button
            key={paper}
            id={`paper-${paper}`}
            kind="secondary"
            icon="record"
            wide
            busy={opening === paper}
            busyText="正在生成…"
            onPress={() => void show(paper)}
          >
            {`打开《${hazardPaperNames[paper]}》`}
          </Button>
        ))}
      </Box>
    </Section>
  );
}

/** Only papers whose facts exist: no notice before somebody is told, no opinion before somebody has looked. */
function papersOf(hazard: HazardDetail): HazardPaper[] {
  const rechecked = hazard.events.some(({ step }) => step === 'verify' || step === 'return');
  return [
    'inspection-record',
    ...(hazard.responsibleUnitId && AFTER_ASSIGNMENT.includes(hazard.state) ? (['rectification-notice'] as const) : []),
    ...(rechecked ? (['recheck-opinion'] as const) : []),
  ];
}
