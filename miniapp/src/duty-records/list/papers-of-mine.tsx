import { Icon } from '../../ui/icon';
import { Box, Span } from '../../ui/primitives/box';
import { PageLink } from '../../ui/primitives/pressable';

/** What my own records already make: nobody types them a second time. */
export function PapersOfMine() {
  return (
    <Box className="papers">
      <PageLink page="workSummary" className="papers__item">
        <Icon name="document" />
        <Span>工作小结</Span>
      </PageLink>
      <PageLink page="diligenceProof" className="papers__item">
        <Icon name="check" />
        <Span>尽职证明</Span>
      </PageLink>
    </Box>
  );
}
