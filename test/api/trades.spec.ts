import { hazardSpec } from '../support/hazard-desk';
import { VILLAGE } from '../support/township';

/** A trade is a key of the list, wherever it is written: a word of one's own would lie with no station. */
const { town, desk } = hazardSpec();

const unknown = {
  status: 422,
  body: { code: 'trade_unknown', errors: [{ path: 'trade', message: expect.stringMatching(/[\u4e00-\u9fff]/) }] },
};
const hazards = async () => Number((await town.source.query('SELECT COUNT(*) AS n FROM hazard'))[0].n);

test.each(['alchemy', 'constructor', 'coal-mine-2'])('a hazard of a trade that does not exist: %s', async (trade) => {
  const before = await hazards();
  const report = { areaCode: VILLAGE, description: '示例', trade };
  expect(await town.as.villageCadre.post('/api/hazards', report, { key: `trade-${trade}` })).toMatchObject(unknown);
  expect(await town.as.villageCadre.post('/api/hazards', desk.handedOver({ trade }))).toMatchObject(unknown);
  expect(await hazards()).toBe(before);
});

test('初判 gives it none either, and one of the list', async () => {
  const hazard = await desk.report('villageCadre', { areaCode: VILLAGE, description: '拿不准' });
  const assess = (trade: string) => desk.step('safetyStation', hazard, 'assess', { level: 'general', trade });
  expect(await assess('alchemy')).toMatchObject(unknown);
  expect((await desk.detail('safetyStation', hazard)).state).toBe('reported');
  expect(await assess('construction')).toMatchObject({ status: 200, body: { trade: 'construction', state: 'graded' } });
});

test('a report names one of the list', async () => {
  const hazard = await desk.report('villageCadre', { areaCode: VILLAGE, description: '示例', trade: 'forestry' });
  expect(hazard.trade).toBe('forestry');
});
