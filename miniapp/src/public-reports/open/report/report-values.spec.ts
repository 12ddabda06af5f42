import { sendPublicReport } from '@zerentian/shared/public-reports/public-report.contract';
import { emptyPublicReport, publicReportInput } from './report-values';

const ID = '0193b5a0-0000-7000-8000-000000000001';

test('sends no name unless it was chosen to give one, also if it was typed before', () => {
  const typed = { ...emptyPublicReport(ID), description: '井盖没了', name: '王某', phone: '13912345678' };
  expect(publicReportInput(typed)).toEqual({ id: ID, description: '井盖没了' });
  expect(publicReportInput({ ...typed, named: true, phone: '139 1234 5678' })).toEqual({
    id: ID,
    description: '井盖没了',
    reporter: { name: '王某', phone: '13912345678' },
  });
});

test('a photo alone is enough, nothing at all is not', () => {
  const photo = { id: ID, source: 'x', bytes: 1 };
  expect(sendPublicReport.safeParse(publicReportInput({ ...emptyPublicReport(ID), photos: [photo] })).success).toBe(
    true,
  );
  expect(sendPublicReport.safeParse(publicReportInput(emptyPublicReport(ID))).success).toBe(false);
});
