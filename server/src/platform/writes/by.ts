import type { Moment } from './moment';

/** On whose account a change of the register is entered in the ledger; nobody's where the system itself is set up. */
export interface By {
  personId: string | null;
  postId: string | null;
  moment: Moment;
}
