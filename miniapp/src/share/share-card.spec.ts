import { shareCard } from './share-card';

const person = { personId: 'p', name: '孟庆昌', phone: '13800000001', postId: 'q', post: '主要负责人' };
const hazard = {
  number: '140621200-2026-0012',
  areaName: '屯港村',
  level: 'general' as const,
  deadline: '2026-12-03',
  responsibleUnitId: 'u',
  reminders: [],
  description: '孟庆昌家的墙要倒了，电话 13800000001',
  responsibleUnitName: '昌盛建材厂',
  holder: person,
  reporter: person,
  photos: [{ id: 'x', url: '/api/photos/x', thumbnailUrl: '/api/photos/x' }],
};
const reminder = { id: 'r', from: person, to: person, text: '孟庆昌快点', answeredAt: null } as never;

test('names number, village, level and day', () => {
  expect(shareCard(hazard)).toEqual({
    title: '隐患整改通知单：屯港村，一般隐患，期限12月3日，编号 140621200-2026-0012',
    imageUrl: '/hazards/share-card.png',
  });
});

test('a reminder that waits is what the card is about; a hazard that nobody was told of is one', () => {
  expect(shareCard({ ...hazard, reminders: [reminder] }).title).toMatch(/^催办：/);
  expect(shareCard({ ...hazard, responsibleUnitId: null, deadline: null }).title).toBe(
    '安全隐患：屯港村，一般隐患，编号 140621200-2026-0012',
  );
});

test('tells nobody’s name or number, no unit, no written word and no photo', () => {
  const card = JSON.stringify([shareCard(hazard), shareCard({ ...hazard, reminders: [reminder] })]);
  expect(card).not.toMatch(/孟庆昌|1380000|昌盛|墙要倒|快点|api\/photos/);
});
