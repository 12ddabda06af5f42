import { hazardStateNames } from '@zerentian/shared/hazards/hazard.vocabulary';
import type { SimilarHazard } from '@zerentian/shared/hazards/hazard-similar.contract';
import { useOwnArea } from '../../areas/areas.api';
import { serverNow } from '../../platform/clock';
import { open } from '../../platform/navigation';
import { useSettled } from '../../platform/use-settled';
import { Button } from '../../ui/button';
import { Box } from '../../ui/primitives/box';
import { Card } from '../../ui/section';
import { sinceWords } from '../../ui/time/time-words';
import { useSimilar } from './report-helpers.api';
import type { ReportValues } from './report-values';
import { askedFor, supplementOf } from './similar-words';

interface SimilarHazardsProps {
  values: ReportValues;
  onChange: (part: Partial<ReportValues>) => void;
}

const SHOWN = 3;

/** Quietly, while one writes: what may be the same thing. Whoever writes decides; nothing waits for it. */
export function SimilarHazards({ values, onChange }: SimilarHazardsProps) {
  const own = useOwnArea();
  const asked = useSettled(askedFor(values, own?.code ?? ''));
  const { data = [] } = useSimilar(asked);
  if (asked === null || data.length === 0) return null;
  return (
    <Card sunk>
      <Box className="stack stack--tight" role="status" label="可能已经有人上报">
        <Box className="text-strong">可能已经有人报过</Box>
        {data.slice(0, SHOWN).map((hazard) => (
          <Similar key={hazard.id} hazard={hazard} onSame={() => onChange(supplementOf(hazard, values))} />
        ))}
        <Box className="text-note">不是同一个问题就不用管，照常上报。</Box>
      </Box>
    </Card>
  );
}

function Similar({ hazard, onSame }: { hazard: SimilarHazard; onSame: () => void }) {
  const { id, title, number, unitName, areaName, spot, distance, state, since, mayOpen } = hazard;
  const place = [areaName, unitName, spot, distance !== null && `${distance} 米`].filter(Boolean).join(' · ');
  return (
    <Box className="stack stack--tight">
      <Box>{title}</Box>
      <Box className="text-note">
        {`${place}。${hazardStateNames[state]}，${sinceWords(new Date(since), serverNow())}。编号 ${number}`}
      </Box>
      <Box className="row">
        {mayOpen && (
          <Button kind="secondary" small onPress={() => open('hazard', { id })}>
            打开看看
          </Button>
        )}
        <Button kind="secondary" small onPress={onSame}>
          是同一个问题，作为补充
        </Button>
      </Box>
    </Box>
  );
}
