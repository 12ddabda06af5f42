import type { Profile } from '../posts/profile';

/**
 * 请求协调 goes upwards, never to whoever asks: 分管安全生产负责人 coordinates for the units, stations and cadres below. Who stands beside
 * or above that post, another 分管 or a leader that has assigned the matter, asks the own superior; whoever has none asks nobody.
 * The answer 有困难 to a 催办 asks its sender, who stands above as well.
 */
export function asksSafetyDeputy(profile: Profile): boolean {
  return profile !== 'deputy' && profile !== 'leader';
}
