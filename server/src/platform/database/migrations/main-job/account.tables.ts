import type { TableWords } from '../table';

/** Signing in, and what makes a write happen once and numbered. */
export const accountTables: TableWords[] = [
  {
    name: 'credential',
    key: ['personId'],
    columns: {
      personId: 'id',
      login: '40',
      passwordHash: '200',
    },
    indices: {
      '!IDX_5bc34e55dda493baea6dbbd8d7': ['login'],
    },
  },
  {
    name: 'sign_in_attempt',
    key: ['loginDigest'],
    columns: {
      loginDigest: 'digest',
      failures: 'int',
      lastAt: 'instant',
      lockedUntil: 'instant?',
    },
    indices: {
      IDX_6874e3dbe011fbbbe063fd6754: ['lastAt'],
    },
  },
  {
    name: 'wechat_binding',
    key: ['personId'],
    columns: {
      openId: '64',
      personId: 'id',
      boundAt: 'instant',
    },
    indices: {
      '!IDX_f15598209a0a76c1f8b728df59': ['openId'],
    },
  },
  {
    name: 'session',
    key: ['id'],
    columns: {
      id: 'id',
      tokenDigest: '64',
      personId: 'id',
      device: '100?',
      createdAt: 'instant',
      lastSeenAt: 'instant',
      expiresAt: 'instant',
      revokedAt: 'instant?',
    },
    indices: {
      '!IDX_0715712ae3ff9c2c7e11dc3555': ['tokenDigest'],
      IDX_b8e1fcf37e349295272a5ebbd5: ['personId'],
    },
  },
  {
    name: 'one_time_code',
    key: ['id'],
    columns: {
      id: 'id',
      phone: '20',
      codeDigest: 'digest',
      createdAt: 'instant',
      expiresAt: 'instant',
      attempts: 'int=0',
      usedAt: 'instant?',
    },
    indices: {
      IDX_f6da87bd6aebd0ba5bc13e0021: ['phone', 'createdAt'],
    },
  },
  {
    name: 'idempotency_key',
    key: ['personId', 'requestKey'],
    columns: {
      personId: 'id',
      requestKey: '100',
      bodyDigest: 'digest',
      answer: 'json?',
      createdAt: 'instant',
    },
    indices: {
      IDX_38536b1937c55d305af4d69a97: ['createdAt'],
    },
  },
  {
    name: 'number_series',
    key: ['areaCode', 'kind', 'year'],
    columns: {
      areaCode: 'area',
      kind: 'key',
      year: 'int',
      last: 'int',
    },
  },
];
