import { useShareAppMessage } from '@tarojs/taro';
import type { HazardDetail } from '@zerentian/shared/hazards/hazard.contract';
import { PAGES } from '../platform/navigation';
import { queryString } from '../platform/query-string';
import { Box } from '../ui/primitives/box';
import { Section } from '../ui/section';
import { ShareButton } from './share-button';
import { shareCard } from './share-card';

/** 分享到微信: the matter as a card without anybody's data; in a browser as a link. */
export function ShareHazard({ hazard }: { hazard: HazardDetail }) {
  const card = shareCard(hazard);
  const path = `${PAGES.hazard}${queryString({ id: hazard.id })}`;
  useShareAppMessage(() => ({ ...card, path }));
  return (
    <Section title="分享">
      <Box className="stack stack--tight">
        <Box className="text-note">只带编号、村、级别和期限，不带姓名、电话和照片。打开的人要先登录。</Box>
        <ShareButton title={card.title} path={path} />
      </Box>
    </Section>
  );
}
