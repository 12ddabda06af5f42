import { useQuery } from '@tanstack/react-query';
import { PART_SIZE, type PhotoView } from '@zerentian/shared/photos/photo.contract';
import type {
  AnswerPublicReport,
  FollowedReport,
  PublicPointView,
  SendPublicReport,
  SentPublicReport,
} from '@zerentian/shared/public-reports/public-report.contract';
import sm3 from 'sm-crypto/src/sm3';
import type { LocalPhoto } from '../../photos/photo-store';
import { readBytes } from '../../platform/photo-files';
import { queryClient } from '../../platform/query-client';
import { request } from '../../platform/request';

/** The place behind a scanned code, with whom to phone there. */
export function usePublicPoint(code: string) {
  return useQuery({
    queryKey: ['public-point', code],
    queryFn: ({ signal }) => request<PublicPointView>('GET', `/public/points/${code}`, { signal }),
    enabled: code !== '',
  });
}

/** How far a report is, by the code that only its reporter has. */
export function useFollowed(code: string) {
  return useQuery({
    queryKey: ['followed-report', code],
    queryFn: ({ signal }) => request<FollowedReport>('GET', `/public/reports/${code}`, { signal }),
    enabled: code !== '',
    staleTime: 0,
  });
}

/** Sends the photos, then the report: what is sent twice is stored once. @throws ApiProblem */
export async function sendReport(
  code: string,
  report: SendPublicReport,
  photos: readonly LocalPhoto[],
  idempotencyKey: string,
): Promise<SentPublicReport> {
  for (const photo of photos) await sendPhoto(code, report.id, photo);
  return request<SentPublicReport>('POST', `/public/points/${code}/reports`, { body: report, idempotencyKey });
}

export async function answerReport(code: string, body: AnswerPublicReport, idempotencyKey: string) {
  const followed = await request<FollowedReport>('POST', `/public/reports/${code}/feedback`, { body, idempotencyKey });
  queryClient.setQueryData(['followed-report', code], followed);
  return followed;
}

/** In parts, only those that the server does not have yet. */
async function sendPhoto(code: string, reportId: string, { id, source }: LocalPhoto): Promise<void> {
  const bytes = await readBytes(source);
  const body = { reportId, id, bytes: bytes.length, sm3: sm3(bytes) };
  const { missing } = await request<PhotoView>('POST', `/public/points/${code}/photos`, { body });
  for (const part of missing) {
    const piece = bytes.slice(part * PART_SIZE, (part + 1) * PART_SIZE);
    await request<PhotoView>('PUT', `/public/photos/${reportId}/${id}/parts/${part}`, { bytes: piece.buffer });
  }
}
