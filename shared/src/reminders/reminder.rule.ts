import type { Profile } from '../posts/profile';

/**
 * Who may press whom. No notice about a superior goes to their subordinate: only somebody of a higher rank sends a 催办, and
 * members of a body, the county and administrators send none.
 */
const RANKS: Partial<Record<Profile, number>> = {
  leader: 0,
  deputy: 1,
  discipline: 2,
  station: 2,
  office: 2,
  'village-team': 3,
  member: 3,
  'village-head': 4,
  'enterprise-head': 4,
};
const SENDERS: ReadonlySet<Profile> = new Set(['leader', 'deputy', 'station', 'village-team']);

/** Whether the holder of a post may remind the holder of a post with this profile. */
export function outranks(sender: { profile: Profile }, holder: Profile): boolean {
  const [above, below] = [RANKS[sender.profile], RANKS[holder]];
  return SENDERS.has(sender.profile) && above !== undefined && below !== undefined && above < below;
}
