import { plainCode } from '@zerentian/shared/public-reports/public-code';
import type { SentPublicReport } from '@zerentian/shared/public-reports/public-report.contract';
import { uuidv7 } from 'uuidv7';
import { type Answer, call } from './client';
import { forSpec } from './for-spec';
import { type HazardDesk, hazardDesk } from './hazard-desk';
import { sm3 } from './pictures';
import { startTownship, type Township, VILLAGE } from './township';
import { partsOf } from './upload';

/** Short words for what somebody without an account does. */
export interface PublicDesk extends HazardDesk {
  /** Codes of villageCadre's village and of enterpriseHead's enterprise. */
  villageCode: string;
  enterpriseCode: string;
  get<T = any>(path: string): Promise<Answer<T>>;
  post<T = any>(path: string, body: unknown, key?: string): Promise<Answer<T>>;
  put(path: string, bytes: Buffer): Promise<Answer>;
  /** Reports, and insists that it is taken; answers the id and the code to follow it by. */
  send(body?: object, code?: string): Promise<{ id: string; followCode: string }>;
  /** Sends a photo for a report that is about to come. */
  photograph(reportId: string, bytes: Buffer): Promise<string>;
  follow(followCode: string): Promise<any>;
  /** Takes an accepted report's hazard on to 销号. */
  closeHazard(hazardId: string): Promise<void>;
}

export async function publicDesk(town: Township): Promise<PublicDesk> {
  const desk = await hazardDesk(town);
  await town.as.safetyStation.post('/api/public-points', {});
  const { body: page } = await town.as.safetyStation.get(`/api/public-points?area=${VILLAGE}&limit=100`);
  const codeOf = (unitId: string): string => page.items.find((it: { unitId: string }) => it.unitId === unitId).code;
  const post: PublicDesk['post'] = (path, body, key) =>
    call(town, 'POST', path, { body, headers: key ? { 'idempotency-key': key } : undefined });
  const put: PublicDesk['put'] = (path, bytes) => call(town, 'PUT', path, { bytes });
  const villageCode = codeOf(town.id(`unit:${VILLAGE}`));
  return {
    ...desk,
    villageCode,
    enterpriseCode: codeOf(desk.enterprise.id),
    get: (path) => call(town, 'GET', path),
    post,
    put,
    send: async (body = {}, code = villageCode) => {
      const id = uuidv7();
      const report = { id, description: '井盖没了，孩子上学要经过', spot: '村口', ...body };
      const { status, body: sent } = await post<SentPublicReport>(`/api/public/points/${code}/reports`, report);
      if (status !== 201) throw new Error(`not taken: ${JSON.stringify(sent)}`);
      return { id: report.id, followCode: plainCode(sent.followCode) };
    },
    photograph: async (reportId, bytes) => {
      const id = uuidv7();
      const photo = { reportId, id, bytes: bytes.length, sm3: sm3(bytes) };
      await post(`/api/public/points/${villageCode}/photos`, photo);
      for (const [n, part] of partsOf(bytes).entries())
        await put(`/api/public/photos/${reportId}/${id}/parts/${n}`, part);
      return id;
    },
    follow: async (followCode) => (await call(town, 'GET', `/api/public/reports/${followCode}`)).body,
    closeHazard: async (hazardId) => {
      const hazard = { id: hazardId };
      const steps = [
        ['safetyStation', 'assess', { level: 'general', responsibleUnitId: desk.enterprise.id }],
        ['safetyDeputy', 'approve', {}],
        ['enterpriseHead', 'submit', { text: '已换铸铁井盖' }],
        ['safetyStation', 'verify', { companionPersonId: desk.personOf('villageCadre') }],
        ['safetyStation', 'close', {}],
      ] as const;
      for (const [actor, step, body] of steps) {
        const { status, body: answer } = await desk.step(actor, hazard, step, body);
        if (status !== 200) throw new Error(`${step}: ${JSON.stringify(answer)}`);
      }
    },
  };
}

/** A township with codes at its villages and enterprises. */
export function publicSpec(): { town: Township; desk: PublicDesk } {
  const town = forSpec(() => startTownship());
  return { town, desk: forSpec(() => publicDesk(town)) };
}
