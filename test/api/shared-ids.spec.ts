import { uuidv7 } from 'uuidv7';
import { jpegWithExif } from '../support/pictures';
import { publicSpec } from '../support/public-desk';
import { VILLAGE } from '../support/township';

/** Ids are made by whoever creates: somebody may give a hazard the id of what they are not to read. */
const { town, desk } = publicSpec();

it('a hazard under the id of a public report shows nothing of that report', async () => {
  const id = uuidv7();
  const photoId = await desk.photograph(id, await jpegWithExif(400, 300));
  await desk.send({ id, photoIds: [photoId], description: '示例：只说给安监站' });
  await town.as.safetyStation.post(`/api/public-reports/${id}/explain`, {
    reason: 'other',
    text: '示例：只答给举报人',
  });
  const taken = await town.as.villageCadre.post('/api/hazards', { id, areaCode: VILLAGE, description: '井盖' });
  expect(taken.status).toBe(201);
  const { photos, events } = await desk.detail('villageCadre', { id });
  expect([photos, events.map((it) => it.step)]).toEqual([[], ['report']]);
});

it('a hazard under the id of an enterprise’s own entry shows nothing of that entry', async () => {
  const { body: entry } = await town.as.enterpriseHead.post('/api/self-checks', { text: '自查', remedy: '改了' });
  await town.as.enterpriseHead.post(`/api/self-checks/${entry.id}/reopen`, { text: '示例：又坏了，别让乡里知道' });
  await desk.report('villageCadre', { id: entry.id, areaCode: VILLAGE, description: '井盖' });
  const detail = await desk.detail('villageCadre', entry);
  expect(detail.events.map((it) => it.step)).toEqual(['report']);
  expect(JSON.stringify(detail)).not.toContain('又坏了');
});
