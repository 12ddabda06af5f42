import type { TableWords } from '../table';

/** 群众举报: the codes on the walls, what was reported by them, and apart from it who reported. */
export const publicReportTables: TableWords[] = [
  {
    name: 'public_point',
    key: ['id'],
    columns: {
      id: 'id',
      code: 'key',
      townshipCode: 'area',
      areaCode: 'area',
      unitId: 'id',
      serial: 'int',
      openedAt: 'instant',
      renewedAt: 'instant?',
    },
    indices: {
      '!IDX_1fa52af0e684436fa3ee7d27f7': ['code'],
      '!IDX_8a59aab2012dc3cfba44e3e040': ['unitId', 'serial'],
      IDX_8bcf24cbaadb4de44e34923972: ['townshipCode', 'unitId'],
    },
  },
  {
    name: 'public_report',
    key: ['id'],
    columns: {
      id: 'id',
      pointId: 'id',
      townshipCode: 'area',
      areaCode: 'area',
      unitId: 'id?',
      followDigest: 'digest',
      state: 'key',
      description: 'text?',
      spot: '200?',
      photoIds: 'json',
      reporterDigest: 'digest?',
      reason: 'key?',
      answer: '500?',
      hazardId: 'id?',
      fixed: 'bool?',
      feedback: '500?',
      receivedAt: 'instant',
      siftedAt: 'instant?',
      feedbackAt: 'instant?',
      updatedAt: 'instant',
    },
    indices: {
      '!IDX_b03ffb10aa454c01d03d04ef3e': ['followDigest'],
      IDX_76159966505e803b4dd11113eb: ['hazardId'],
      IDX_fcae2f0c660421983a5c16b1cc: ['pointId', 'receivedAt'],
      IDX_ca5697fd2bba9fb54adab7a383: ['townshipCode', 'receivedAt', 'id'],
    },
  },
  {
    name: 'public_reporter',
    key: ['reportId'],
    columns: { reportId: 'id', name: '50', phone: '30', salt: 'digest' },
  },
];
