import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, type TableWords } from './table';

const tables: TableWords[] = [
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
  {
    name: 'duty_record',
    key: ['id'],
    columns: {
      id: 'id',
      kind: 'key',
      townshipCode: 'area',
      areaCode: 'area',
      unitId: 'id?',
      personId: 'id',
      postId: 'id',
      text: 'text',
      photoIds: 'json',
      place: 'json?',
      paper: 'json?',
      occurredAt: 'instant',
      receivedAt: 'instant',
      doubted: 'bool',
    },
    indices: {
      IDX_31a493e1f7954648fb6ec82e27: ['townshipCode', 'occurredAt'],
      IDX_2f9a066ce8ec39784faea7f6a9: ['personId', 'receivedAt', 'id'],
      IDX_345ae5b0689edf7e2047186b40: ['areaCode', 'receivedAt', 'id'],
      IDX_a3a3a47c4dc3f22613ae095c26: ['townshipCode', 'receivedAt', 'id'],
    },
  },
  {
    name: 'hazard',
    key: ['id'],
    columns: {
      id: 'id',
      number: '40',
      townshipCode: 'area',
      areaCode: 'area',
      state: 'key',
      path: 'key',
      level: 'key',
      standardClause: '200?',
      trade: 'key?',
      unitId: 'id?',
      ownership: 'key?',
      responsibleUnitId: 'id?',
      assistingUnitId: 'id?',
      description: 'text?',
      spot: '200?',
      place: 'json?',
      photoIds: 'json',
      deadline: 'date?',
      holderPostId: 'id?',
      holderSince: 'instant?',
      reporterPersonId: 'id',
      reporterPostId: 'id?',
      assignerPostId: 'id?',
      rectifierIds: 'json',
      askedPostId: 'id?',
      major: 'json?',
      occurredAt: 'instant',
      receivedAt: 'instant',
      updatedAt: 'instant',
      closedAt: 'instant?',
    },
    indices: {
      '!IDX_cefffff208182a11b38d93071d': ['number'],
      IDX_d5b7ccd570e102bebdb113f588: ['responsibleUnitId', 'receivedAt', 'id'],
      IDX_295971a084f260eaec467c8f88: ['reporterPersonId', 'receivedAt', 'id'],
      IDX_468823638612bfeea9461fc20f: ['holderPostId', 'state'],
      IDX_cb458056f0e254b527815bfb96: ['townshipCode', 'state'],
      IDX_85558b955f03dae3c3150845fa: ['areaCode', 'receivedAt', 'id'],
      IDX_b5d2bf0319abe0f62b811bbcdb: ['townshipCode', 'receivedAt', 'id'],
    },
  },
  {
    name: 'ledger_chain',
    key: ['chain'],
    columns: {
      chain: 'area',
      seq: 'int',
      hash: 'digest',
    },
  },
  {
    name: 'ledger_entry',
    key: ['chain', 'seq'],
    columns: {
      chain: 'area',
      seq: 'int',
      occurredAt: 'instant',
      receivedAt: 'instant',
      personId: 'id?',
      postId: 'id?',
      act: 'key',
      subjectType: 'key',
      subjectId: '64',
      digest: 'digest',
      previousHash: 'digest',
      hash: 'digest',
    },
    indices: {
      IDX_651b007705c3b74e029c22e9c6: ['personId', 'occurredAt'],
      IDX_b204bf1523b7f69855f18ae477: ['subjectId', 'chain', 'seq'],
    },
  },
  {
    name: 'ledger_act',
    key: ['chain', 'seq'],
    columns: {
      chain: 'area',
      seq: 'int',
      content: 'text?',
      salt: '64?',
      erasedBySeq: 'int?',
    },
  },
  {
    name: 'notice',
    key: ['id'],
    columns: {
      id: 'id',
      postId: 'id',
      text: '300',
      hazardId: 'id?',
      createdAt: 'instant',
    },
    indices: {
      IDX_7acbb6faeee4bbe095b5d0ec1e: ['postId', 'createdAt'],
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
    name: 'photo',
    key: ['id'],
    columns: {
      id: 'id',
      personId: 'id',
      townshipCode: 'area',
      bytes: 'int',
      digest: 'digest',
      receivedAt: 'instant',
      storedAt: 'instant?',
      path: '200?',
      storedBytes: 'int?',
      storedDigest: 'digest?',
      width: 'int?',
      height: 'int?',
      subjectType: 'key?',
      subjectId: 'id?',
    },
    indices: {
      IDX_46b206e31143643d94de60b6be: ['personId'],
      IDX_6c2132582c9cfab131f36c1f19: ['subjectId'],
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
    name: 'reminder',
    key: ['id'],
    columns: {
      id: 'id',
      hazardId: 'id',
      date: 'date',
      fromPersonId: 'id',
      fromPostId: 'id',
      toPostId: 'id',
      toPersonId: 'id?',
      text: '200?',
      sentAt: 'instant',
      answer: 'key?',
      answerText: '500?',
      answeredAt: 'instant?',
    },
    indices: {
      IDX_650f3000ff30617ef2af42fda6: ['toPostId', 'answeredAt'],
      '!IDX_f99d50cb45de801338678e6910': ['hazardId', 'date'],
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
    },
    indices: {
      IDX_1f43f888b6634e8eb9a2877100: ['areaCode', 'kind'],
    },
  },
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

/** The tables of the main job: who is accountable, hazards, duty records, photos, the ledger, accounts. */
export class MainJob1763900000000 implements MigrationInterface {
  name = 'MainJob1763900000000';

  async up(runner: QueryRunner): Promise<void> {
    if (runner.dataSource.options.type !== 'better-sqlite3') {
      await runner.query('ALTER DATABASE CHARACTER SET utf8mb4 COLLATE utf8mb4_bin');
    }
    for (const table of tables) await createTable(runner, table);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of tables.toReversed()) await runner.dropTable(table.name);
  }
}
