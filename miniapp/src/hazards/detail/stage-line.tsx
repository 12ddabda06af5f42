import { dateOf } from '@zerentian/shared/calendar';
import type { HazardDetail } from '@zerentian/shared/hazards/hazard.contract';
import { serverNow } from '../../platform/clock';
import { Box } from '../../ui/primitives/box';
import { dateWords } from '../../ui/time/time-words';
import { type Stage, stagesOf, waitingWords } from './stages';
import './stage-line.scss';

/** Where it stands on its way, and what it waits for. */
export function StageLine({ hazard }: { hazard: HazardDetail }) {
  const stages = stagesOf(hazard);
  return (
    <Box className="stack stack--tight">
      <Box as="ol" className={`stages stages--${stages.length}`} label="办到哪一步">
        {stages.map((stage) => (
          <OneStage key={stage.name} stage={stage} />
        ))}
      </Box>
      <Box className="text-strong">{waitingWords(hazard)}</Box>
    </Box>
  );
}

const SAID = { done: '✓', now: '现在', ahead: '' } as const;

function OneStage({ stage: { name, at, on } }: { stage: Stage }) {
  return (
    <Box as="li" className={`stages__one stages__one--${at}`}>
      <Box className="stages__name">{name}</Box>
      <Box className="stages__said">{SAID[at]}</Box>
      {on && <Box className="stages__on">{dateWords(dateOf(new Date(on)), dateOf(serverNow()))}</Box>}
    </Box>
  );
}
