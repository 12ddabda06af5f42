import type { HazardDetail } from '@zerentian/shared/hazards/hazard.contract';
import { PhotoGrid } from '../ui/photo-grid';
import { Box } from '../ui/primitives/box';
import { Section } from '../ui/section';
import { beforeAndAfter } from './before-after-photos';
import './before-after.scss';

/** Before and after, side by side at a desk and one swipe apart on a phone; nothing where there is only one of them. */
export function BeforeAfter({ hazard }: { hazard: HazardDetail }) {
  const { before, after } = beforeAndAfter(hazard);
  if (before.length === 0 || after.length === 0) return null;
  return (
    <Section title="整改前后对照" note="点开看大图">
      <Box className="before-after">
        <Box className="before-after__side">
          <Box className="text-strong">{`整改前（${before.length} 张）`}</Box>
          <PhotoGrid photos={before} what="整改前" />
        </Box>
        <Box className="before-after__side">
          <Box className="text-strong">{`整改后（${after.length} 张）`}</Box>
          <PhotoGrid photos={after} what="整改后" />
        </Box>
      </Box>
    </Section>
  );
}
