import { useQuery } from '@tanstack/react-query';
import { type AreaView, townshipOf } from '@zerentian/shared/areas/area.contract';
import type { Page } from '@zerentian/shared/fields';
import { request } from '../platform/request';
import { useSession } from '../platform/session';

const A_DAY = 24 * 3600_000;

/** The areas directly below one; kept on the phone, since they change with years. */
export function useAreas(parent: string | undefined) {
  return useQuery({
    queryKey: ['areas', parent],
    queryFn: ({ signal }) => request<Page<AreaView>>('GET', '/areas', { query: { parent, limit: 100 }, signal }),
    select: (answer) => answer.items,
    enabled: parent !== undefined,
    staleTime: A_DAY,
    meta: { keep: true },
  });
}

/** The area that the signed-in person's acting post covers: a village, a township, a county. */
export function useOwnArea(): { code: string; name: string } | null {
  const { posts, actingPostId } = useSession();
  const post = posts.find((held) => held.id === actingPostId) ?? posts[0];
  return post ? { code: post.areaCode, name: post.areaName } : null;
}

/** The villages among which the person may choose: those of their township, or the one they are confined to. */
export function useVillages(): { code: string; name: string }[] {
  const posts = useSession((state) => state.posts);
  const own = useOwnArea();
  const township = own ? (townshipOf(own.code) ?? undefined) : undefined;
  const { data } = useAreas(township);
  const scopes = posts.map((post) => post.areaCode);
  return (data ?? []).filter((village) => scopes.some((scope) => village.code.startsWith(scope)));
}
