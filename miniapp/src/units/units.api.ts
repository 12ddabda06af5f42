import { useQuery } from '@tanstack/react-query';
import type { Page } from '@zerentian/shared/fields';
import type { PlaceUnit } from '@zerentian/shared/points/point.contract';
import type { TradeView, UnitView } from '@zerentian/shared/units/unit.contract';
import { queryClient } from '../platform/query-client';
import { request } from '../platform/request';

const A_DAY = 24 * 3600_000;
/** More than any township of the register has in one village. */
const ENOUGH = 100;

/** The units of an area and below it whose name holds `q`; kept on the phone. */
export function useUnits(filter: { area?: string; kind?: UnitView['kind']; q?: string }, enabled = true) {
  return useQuery({
    queryKey: ['units', filter],
    queryFn: ({ signal }) => request<Page<UnitView>>('GET', '/units', { query: { ...filter, limit: ENOUGH }, signal }),
    select: (answer) => answer.items,
    enabled,
    staleTime: A_DAY,
    meta: { keep: true },
  });
}

/** 行业: the register of trades. */
export function useTrades() {
  return useQuery({
    queryKey: ['trades'],
    queryFn: ({ signal }) => request<Page<TradeView>>('GET', '/trades', { query: { limit: ENOUGH }, signal }),
    select: (answer) => answer.items,
    staleTime: A_DAY,
    meta: { keep: true },
  });
}

/** Sets where a unit is, or takes it away. */
export async function placeOfUnit(id: string, body: PlaceUnit, idempotencyKey: string): Promise<UnitView> {
  const unit = await request<UnitView>('POST', `/units/${id}/place`, { body, idempotencyKey });
  void queryClient.invalidateQueries({ queryKey: ['units'] });
  return unit;
}
