import type { TableWords } from '../table';

/** 台账链: the chains with their heads, the entries, and what each act said. */
export const ledgerTables: TableWords[] = [
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
];
