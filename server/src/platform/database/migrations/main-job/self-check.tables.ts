import type { TableWords } from '../table';

/** 企业自查自改: the enterprises' own lists. */
export const selfCheckTables: TableWords[] = [
  {
    name: 'self_check',
    key: ['id'],
    columns: {
      id: 'id',
      unitId: 'id',
      townshipCode: 'area',
      areaCode: 'area',
      trade: 'key?',
      state: 'key',
      level: 'key',
      standardClause: '200?',
      text: 'text?',
      spot: '200?',
      photoIds: 'json',
      foundOn: 'date',
      fixedOn: 'date?',
      remedy: 'text?',
      rectifier: '50?',
      afterPhotoIds: 'json',
      source: 'key',
      externalNumber: '100?',
      hazardId: 'id?',
      personId: 'id',
      postId: 'id',
      occurredAt: 'instant',
      receivedAt: 'instant',
      updatedAt: 'instant',
    },
    indices: {
      IDX_c45f92267c220f2d5308ad8685: ['unitId', 'receivedAt', 'id'],
      IDX_5932aa21294bd10d4cb2e08deb: ['unitId', 'state', 'receivedAt', 'id'],
      IDX_ea521040e916a3dcb6ab9ac5c7: ['unitId', 'foundOn'],
      '!IDX_578dd67beb6c396643e685810b': ['unitId', 'externalNumber'],
    },
  },
];
