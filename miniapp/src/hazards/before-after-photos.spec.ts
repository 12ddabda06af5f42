import { beforeAndAfter } from './before-after-photos';
import { sampleEvent, sampleHazard, samplePhoto } from './sample-hazard';

const photos = ['b1', 'b2', 'old', 'new', 'seen'].map(samplePhoto);
const idsOf = (hazard: Parameters<typeof beforeAndAfter>[0]) => {
  const { before, after } = beforeAndAfter(hazard);
  return [before, after].map((side) => side.map(({ id }) => id));
};

it('sets the found against the latest round of the work and of the re-check', () => {
  const events = [
    sampleEvent(1, 'report', { photoIds: ['b1', 'b2'] }),
    sampleEvent(2, 'submit', { photoIds: ['old'] }),
    sampleEvent(4, 'submit', { photoIds: ['new'] }),
    sampleEvent(5, 'verify', { photoIds: ['seen'] }),
  ];
  expect(idsOf(sampleHazard({ photoIds: ['b1', 'b2'], photos, events }))).toEqual([
    ['b1', 'b2'],
    ['new', 'seen'],
  ]);
});

it('finds both in the report of what was put right at once', () => {
  const events = [sampleEvent(1, 'report', { photoIds: ['b1', 'new'] })];
  expect(idsOf(sampleHazard({ path: 'fixed', photoIds: ['b1'], photos, events }))).toEqual([['b1'], ['new']]);
});
