import type { TableWords } from '../table';

/** Who is accountable: areas, units, persons, posts with their tenures, and the duty catalogue. */
export const registerTables: TableWords[] = [
  {
    name: 'area',
    key: ['code'],
    columns: {
      code: 'area',
      name: '100',
      parentCode: 'area?',
    },
    indices: {
      IDX_adcf41e609024f123419f19517: ['parentCode'],
    },
  },
  {
    name: 'unit',
    key: ['id'],
    columns: {
      id: 'id',
      name: '100',
      kind: 'key',
      areaCode: 'area',
      trade: 'key?',
      riskGrade: 'key?',
      supervision: 'key',
      legalRepresentative: '50?',
      actualController: '50?',
      principal: '50?',
      department: '100?',
      address: '200?',
      phone: '30?',
      place: 'json?',
    },
    indices: {
      IDX_1f43f888b6634e8eb9a2877100: ['areaCode', 'kind'],
    },
  },
  {
    name: 'person',
    key: ['id'],
    columns: {
      id: 'id',
      name: '50',
      phone: '20?',
      managedBy: 'key',
      enrolledIn: 'area?',
      createdAt: 'instant',
    },
    indices: {
      '!IDX_ed9d5dea665e5d266ed2c592de': ['phone'],
      IDX_25107090d267990bc0614fd6ed: ['enrolledIn'],
    },
  },
  {
    name: 'post_kind',
    key: ['key'],
    columns: {
      key: 'key',
      nameInDocument: '100?',
      currentName: '100',
      level: 'key',
      singleHolder: 'bool',
      profile: 'key',
      reportsTo: 'key?',
      line: 'key?',
    },
  },
  {
    name: 'post',
    key: ['id'],
    columns: {
      id: 'id',
      kindKey: 'key',
      title: '100',
      unitId: 'id',
      areaCode: 'area',
    },
    indices: {
      IDX_969268a4cd4d9bcef614e78c62: ['unitId'],
      IDX_2727e9feac91a5c4ca37955622: ['areaCode', 'kindKey'],
    },
  },
  {
    name: 'post_trade',
    key: ['postId', 'trade'],
    columns: {
      postId: 'id',
      trade: 'key',
      areaCode: 'area',
    },
    indices: {
      IDX_4868ae12f27489318c9ab68e45: ['areaCode', 'trade'],
    },
  },
  {
    name: 'tenure',
    key: ['id'],
    columns: {
      id: 'id',
      tenureId: 'id',
      personId: 'id',
      postId: 'id',
      kind: 'key',
      areaCode: 'area',
      lead: 'bool',
      startsOn: 'date',
      endsOn: 'date?',
      basis: '200?',
      recordedAt: 'instant',
      supersededAt: 'instant?',
    },
    indices: {
      IDX_f2d21da5723d47b491d5e08d29: ['tenureId'],
      IDX_25b718c5530e30f42f6f4ae0c5: ['personId', 'startsOn'],
      IDX_5df5a96de2890845415712b2ea: ['postId', 'startsOn'],
    },
  },
  {
    name: 'catalogue',
    key: ['id'],
    columns: {
      id: 'id',
      catalogueKey: '64',
      version: 'int',
      areaCode: 'area',
      content: 'json',
      sourceText: 'json',
      importedAt: 'instant',
      current: 'bool',
    },
    indices: {
      IDX_9f8e2c0575f0ff8b7c0a24d1a4: ['areaCode', 'current'],
    },
  },
];
