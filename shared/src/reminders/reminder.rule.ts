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

/**
 * Whether the holder of one post may remind that of another: its direct superior, or somebody of a higher rank. 包村领导 report to a
 * member of the leadership and stand above the stations; a station of a trade presses enterprises, not cadres.
 */
export function outranks(
  sender: { profile: Profile; kindKey: string; line: string | null },
  holder: { profile: Profile; reportsTo: string | null; superiorProfile: Profile | null },
): boolean {
  if (!SENDERS.has(sender.profile)) return false;
  if (holder.reportsTo === sender.kindKey) return true;
  const leadsTeam = holder.profile === 'village-team' && holder.superiorProfile !== 'village-team';
  if (leadsTeam) return sender.profile === 'leader' || sender.profile === 'deputy';
  if (sender.profile === 'station' && sender.line !== 'supervision') return holder.profile === 'enterprise-head';
  const [above, below] = [RANKS[sender.profile], RANKS[holder.profile]];
  return above !== undefined && below !== undefined && above < below;
}
