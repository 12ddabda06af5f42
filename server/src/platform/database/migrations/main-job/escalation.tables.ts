import type { TableWords } from '../table';

/** Who was told that something is late. */
export const escalationTables: TableWords[] = [
  {
    name: 'escalation',
    key: ['id'],
    columns: {
      id: 'id',
      hazardId: 'id',
      holderPostId: 'id',
      dueOn: 'date',
      rung: 'key',
      target: 'key',
      toPostId: 'id',
      toPersonId: 'id?',
      toldAt: 'instant',
    },
    indices: {
      '!IDX_4da7d3620510fc997536a43f68': ['hazardId', 'holderPostId', 'dueOn', 'rung'],
    },
  },
  {
    name: 'supervision_notice',
    key: ['id'],
    columns: {
      id: 'id',
      number: '60',
      townshipCode: 'area',
      hazardId: 'id',
      matter: '200',
      step: '40',
      dueOn: 'date',
      since: 'instant',
      rule: '200',
      postId: 'id',
      personId: 'id?',
      toPostId: 'id',
      superiorPostId: 'id?',
      madeAt: 'instant',
      outcome: 'key?',
      outcomeText: '500?',
      outcomeAt: 'instant?',
      outcomePersonId: 'id?',
      outcomePostId: 'id?',
      explanation: '1000?',
      explainedAt: 'instant?',
      explainedPersonId: 'id?',
      explainedPostId: 'id?',
    },
    indices: {
      '!IDX_0b6753e4b2bd0970140056f868': ['hazardId', 'postId', 'dueOn'],
      IDX_5eb039531c69fd387e78b7cd05: ['toPostId', 'madeAt', 'id'],
      IDX_9b838bd88beecb793e945e7cf6: ['postId', 'madeAt', 'id'],
      IDX_f6cce85cd0f94e3fac2bbdf542: ['superiorPostId', 'madeAt', 'id'],
      IDX_a05997729ebdae8ccdfeb52b09: ['personId', 'madeAt', 'id'],
    },
  },
];
