import type { TableWords } from '../table';

/** The library of judging standards and common hazards. */
export const standardTables: TableWords[] = [
  {
    name: 'standard',
    key: ['id'],
    columns: {
      id: 'id',
      areaCode: 'area?',
      kind: 'key',
      trade: 'key?',
      wording: '500',
      level: 'key',
      basis: '100?',
      clause: '80?',
      verified: 'bool',
      advice: '500?',
      active: 'bool',
      replacesId: 'id?',
      createdAt: 'instant',
      updatedAt: 'instant',
    },
    indices: {
      '!IDX_395e7fd93a967afa9f2f4b1dbf': ['areaCode', 'replacesId'],
      IDX_fdaff9daae2043a82255052393: ['replacesId'],
    },
  },
];
