import { acceptPublicReport, type PublicReportView } from '@zerentian/shared/public-reports/public-sifting.contract';
import { acceptInput, initialAccept } from './accept-values';

const ID = '0193b5a0-0000-7000-8000-000000000001';
const report = { unitId: null, description: '井盖没了', spot: '村口' } as PublicReportView;
const values = initialAccept(report, ID);

test('is ready to be sent as it opens', () => {
  const input = acceptInput(values, ID);
  expect(input).toEqual({ hazardId: ID, actingPostId: ID, path: 'referred', description: '井盖没了', spot: '村口' });
  expect(acceptPublicReport.safeParse(input).success).toBe(true);
});

test('a suspected 重大 is referred with its clause, whatever was chosen before', () => {
  const major = {
    ...values,
    path: 'assigned' as const,
    level: 'suspected-major' as const,
    standardClause: '第三条',
    deadline: '2026-12-01',
  };
  expect(acceptInput(major, ID)).toMatchObject({
    path: 'referred',
    level: 'suspected-major',
    standardClause: '第三条',
  });
  expect(acceptInput(major, ID)).not.toHaveProperty('deadline');
});

test('photos stay behind only where that was said', () => {
  expect(acceptInput({ ...values, withPhotos: false }, ID)).toMatchObject({ withPhotos: false });
});
