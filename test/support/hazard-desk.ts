import type { HazardDetail, HazardView } from '@zerentian/shared/hazards/hazard.contract';
import type { Answer } from './client';
import { forSpec } from './for-spec';
import { type ActorName, startTownship, type Township } from './township';

interface Place {
  id: string;
  areaCode: string;
}

/** Short words for what the hazard specs do over and over. */
export interface HazardDesk {
  /** enterpriseHead's enterprise, in villageCadre's village. */
  enterprise: Place;
  /** villageDirector's village. */
  village: Place;
  /** The body of a report on path B at that enterprise. */
  handedOver(changes?: object): object;
  /** Reports, and insists that it is taken. */
  report(actor: ActorName, body: object): Promise<HazardView>;
  step(actor: ActorName, hazard: { id: string }, name: string, body?: object): Promise<Answer>;
  /** Reads, and insists that it may be read. */
  detail(actor: ActorName, hazard: { id: string }): Promise<HazardDetail>;
  personOf(actor: ActorName): string;
}

export async function hazardDesk(town: Township): Promise<HazardDesk> {
  const { as } = town;
  const placeOf = async (actor: ActorName): Promise<Place> => {
    const [post] = (await as[actor].get('/api/me')).body.posts;
    return { id: post.unitId, areaCode: post.areaCode };
  };
  const [enterprise, village] = [await placeOf('enterpriseHead'), await placeOf('villageDirector')];
  const insist = <T>(answer: Answer<T>, status: number): T => {
    if (answer.status !== status)
      throw new Error(`${answer.status} instead of ${status}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  return {
    enterprise,
    village,
    handedOver: (changes = {}) => ({
      path: 'assigned',
      unitId: enterprise.id,
      description: '配电箱前堆放纸箱',
      ...changes,
    }),
    report: async (actor, body) => insist<HazardView>(await as[actor].post('/api/hazards', body), 201),
    step: (actor, hazard, name, body = {}) => as[actor].post(`/api/hazards/${hazard.id}/${name}`, body),
    detail: async (actor, hazard) => insist<HazardDetail>(await as[actor].get(`/api/hazards/${hazard.id}`), 200),
    personOf: (actor) => as[actor].personId,
  };
}

/** A township with its desk: one for the whole spec, or another for each test. */
export function hazardSpec(lasting: typeof forSpec = forSpec): { town: Township; desk: HazardDesk } {
  const town = lasting(() => startTownship());
  return { town, desk: lasting(() => hazardDesk(town)) };
}
