import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Place } from '@zerentian/shared/fields';
import type { SimilarHazard } from '@zerentian/shared/hazards/hazard-similar.contract';
import type { PointView } from '@zerentian/shared/points/point.contract';
import { request } from '../../platform/request';

const A_WHILE = 5 * 60_000;

/** Open hazards like what is being written, or nothing where nobody answers: it is a hint, not a step. */
export function useSimilar(asked: Record<string, string | number | undefined> | null) {
  return useQuery({
    queryKey: ['similar', asked],
    queryFn: ({ signal }) =>
      request<{ items: SimilarHazard[] }>('GET', '/hazards/similar', { query: asked ?? {}, signal }),
    select: (answer) => answer.items,
    enabled: asked !== null,
    placeholderData: keepPreviousData,
    retry: false,
    staleTime: A_WHILE,
  });
}

/** Known places round about. */
export function usePoints(place: Place | null) {
  const { latitude, longitude, system } = place ?? {};
  return useQuery({
    queryKey: ['points', latitude, longitude, system],
    queryFn: ({ signal }) =>
      request<{ items: PointView[] }>('GET', '/points', { query: { latitude, longitude, system }, signal }),
    select: (answer) => answer.items,
    enabled: place !== null,
    retry: false,
    staleTime: A_WHILE,
  });
}
