import type { HazardDetail } from '@zerentian/shared/hazards/hazard.contract';
import { hazardLevelNames } from '@zerentian/shared/hazards/hazard.facts';

type Shared = Pick<HazardDetail, 'number' | 'areaName' | 'level' | 'deadline' | 'responsibleUnitId' | 'reminders'>;

/** A card as WeChat shows it. The picture is our own: without one WeChat would send what stands on the screen, with everybody's name on it. */
export interface ShareCard {
  title: string;
  imageUrl: string;
}

export const CARD_PICTURE = '/hazards/share-card.png';

/**
 * 通知单 or 催办 as a card for a work group: number, village, level, deadline. No name, no phone, no photo, and none of the words that somebody
 * wrote, for a name may stand in them. Whoever opens it signs in first and sees what their post may see.
 */
export function shareCard(hazard: Shared): ShareCard {
  const { number, areaName, level, deadline } = hazard;
  const due = deadline ? `，期限${Number(deadline.slice(5, 7))}月${Number(deadline.slice(8))}日` : '';
  return {
    title: `${kindOf(hazard)}：${areaName}，${hazardLevelNames[level]}隐患${due}，编号 ${number}`,
    imageUrl: CARD_PICTURE,
  };
}

/** What the card is about: the newest 催办 while it waits, else the 通知单 once somebody is told, else the hazard. */
function kindOf({ reminders, responsibleUnitId }: Shared): string {
  if (reminders.some((reminder) => reminder.answeredAt === null)) return '催办';
  return responsibleUnitId === null ? '安全隐患' : '隐患整改通知单';
}
