import { townshipOf } from '@zerentian/shared/areas/area.contract';
import { useAreas, useOwnArea } from '../areas/areas.api';
import { useSession } from '../platform/session';
import type { Option } from '../ui/primitives/props';

interface Place {
  code: string;
  name: string;
}

/** Mine first, then the others in the register's order. */
export function mineFirst<T extends Place>(villages: readonly T[], scopes: readonly string[]): T[] {
  const isMine = ({ code }: T) => scopes.some((scope) => scope.length === 12 && code === scope);
  return [...villages.filter(isMine), ...villages.filter((village) => !isMine(village))];
}

/**
 * Where one may ask: the villages of the township with one's own first, and the township whole. A county post chooses among its
 * townships before.
 */
export function usePlaces(area: string): { townships: Option[]; villages: Option[]; township: string } {
  const own = useOwnArea();
  const scopes = useSession((state) => state.posts).map((post) => post.areaCode);
  const isAbove = own !== null && own.code.length < 9;
  const { data: below = [] } = useAreas(isAbove ? own.code : undefined);
  const township = townshipOf(isAbove ? area : (own?.code ?? '')) ?? '';
  const { data: villages = [] } = useAreas(township || undefined);
  const whole = { value: township, text: '全乡（不指定村）' };
  return {
    townships: below.map(({ code, name }) => ({ value: code, text: name })),
    villages: [...mineFirst(villages, scopes).map(({ code, name }) => ({ value: code, text: name })), whole],
    township,
  };
}
