import { onlyVillage, reportFrom } from './hazard.place';

const [HERE, THERE, TOWNSHIP] = ['140621200200', '140621200202', '140621200'];

describe('the village of a report', () => {
  it('goes without saying for whoever answers for one, in one post or two', () => {
    expect(onlyVillage([HERE])).toBe(HERE);
    expect(onlyVillage([HERE, HERE, TOWNSHIP])).toBe(HERE);
    expect(reportFrom([HERE]).safeParse({ description: '线头裸露' }).success).toBe(true);
  });

  it('must be said by whoever answers for several, or for none', () => {
    for (const areas of [[HERE, THERE], [TOWNSHIP], []]) {
      const { success, error } = reportFrom(areas).safeParse({ description: '线头裸露' });
      expect(success).toBe(false);
      expect(error?.issues).toMatchObject([{ path: ['areaCode'], message: '请选择在哪个村' }]);
    }
  });

  it('is said by the village or by the unit', () => {
    const unitId = '01900000-0000-7000-8000-000000000001';
    for (const place of [{ areaCode: THERE }, { unitId }])
      expect(reportFrom([HERE, THERE]).safeParse({ description: '线头裸露', ...place }).success).toBe(true);
  });
});
