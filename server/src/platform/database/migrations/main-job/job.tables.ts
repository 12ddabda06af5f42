import type { TableWords } from '../table';

/** What is done by the clock. */
export const jobTables: TableWords[] = [
  {
    name: 'job_run',
    key: ['name'],
    columns: { name: 'key', slot: 'key', startedAt: 'instant', finishedAt: 'instant?' },
  },
];
