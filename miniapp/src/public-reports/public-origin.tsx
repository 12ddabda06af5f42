import type { HazardDetail } from '@zerentian/shared/hazards/hazard.contract';
import { isSafetyDeputy, isSafetyStation } from '@zerentian/shared/hazards/hazard.roles';
import { open } from '../platform/navigation';
import { useSession } from '../platform/session';
import { Button } from '../ui/button';
import { Box } from '../ui/primitives/box';
import { Section } from '../ui/section';

/** For 安监站 and 分管: the report of the public that a hazard was made of. Who reported is one tap further, and nobody else's. */
export function PublicOrigin({ hazard }: { hazard: HazardDetail }) {
  const mayRead = useSession((state) => state.posts.some((post) => isSafetyStation(post) || isSafetyDeputy(post)));
  const { origin, originId } = hazard;
  if (origin !== 'public' || originId === null || !mayRead) return null;
  return (
    <Section title="来源：群众举报">
      <Box className="stack stack--tight">
        <Box className="text-note">由安监站筛查后录入。举报人只有安监站和分管负责人能看到。</Box>
        <Button id="open-public-report" kind="secondary" wide onPress={() => open('publicReport', { id: originId })}>
          看举报和反馈
        </Button>
      </Box>
    </Section>
  );
}
