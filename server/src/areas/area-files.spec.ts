import { knownAreas, readAreas } from './area-files';

test('the areas that come with the system: four above, twelve villages', () => {
  const areas = knownAreas();
  expect(areas).toHaveLength(16);
  expect(areas.slice(0, 4).map((area) => area.name)).toEqual(['山西省', '朔州市', '山阴县', '吴马营乡']);
});

test('columns in any order, and what lies above once', () => {
  const csv = 'name,code,county,county_code\r\n甲村,110101001001,某县,110101\r\n乙村,110101001002,某县,110101\r\n';
  expect(readAreas(csv)).toEqual([
    { code: '110101', name: '某县' },
    { code: '110101001001', name: '甲村' },
    { code: '110101001002', name: '乙村' },
  ]);
});
