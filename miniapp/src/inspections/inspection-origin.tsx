import type { HazardDetail } from '@zerentian/shared/hazards/hazard.contract';
import { open } from '../platform/navigation';
import { Button } from '../ui/button';
import { Box } from '../ui/primitives/box';
import { Section } from '../ui/section';
import { TimeText } from '../ui/time-text';
import { useInspection } from './inspections.api';

/** The visit that a hazard was found on, for whoever may read it: the server tells nobody else. */
export function InspectionOrigin({ hazard: { origin, originId } }: { hazard: HazardDetail }) {
  const { data: visit } = useInspection(origin === 'inspection' ? (originId ?? '') : '');
  if (!visit) return null;
  return (
    <Section title="来源：检查">
      <Box className="stack stack--tight">
        <Box>
          {`${visit.checklist.title}，${visit.inspector.name ?? ''}，`}
          <TimeText plain at={visit.occurredAt} />
        </Box>
        <Box className="text-note">{`检查编号 ${visit.number}`}</Box>
        <Button id="open-inspection" kind="secondary" wide onPress={() => open('inspection', { id: visit.id })}>
          看这次检查
        </Button>
      </Box>
    </Section>
  );
}
