import { hazardSpec } from '../support/hazard-desk';

const { town, desk } = hazardSpec();

describe('催办', () => {
  it('says of a number that another reminder has that it is taken, not that somebody has pressed today', async () => {
    const [first, second] = [
      await desk.report('villageCadre', desk.handedOver()),
      await desk.report('villageCadre', desk.handedOver()),
    ];
    const remind = (hazard: { id: string }, body: object) =>
      town.as.safetyDeputy.post(`/api/hazards/${hazard.id}/reminders`, body);
    const { body } = await remind(first, {});
    expect(await remind(second, { id: body.id })).toMatchObject({ status: 409, body: { code: 'id_taken' } });
    expect(await remind(second, {})).toMatchObject({ status: 201 });
    expect(await remind(second, {})).toMatchObject({ status: 409, body: { code: 'already_reminded' } });
  });
});
