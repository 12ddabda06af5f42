import { join } from 'node:path';
import { Photo } from '@zerentian/server/photos/photo.entity';
import type { TestActor } from './actors';
import type { Answer } from './client';
import { forSpec } from './for-spec';
import { jpegWithExif } from './pictures';
import { type RosterApp, startWithRoster } from './small-roster';

/** Short words for what the photo specs do over and over. */
export interface PhotoDesk {
  app: RosterApp;
  as: RosterApp['as'];
  /** A photo of several parts. */
  readonly large: Buffer;
  rowOf(id: string): Promise<Photo>;
  /** The stored file of a photo that has one. */
  fileOf(id: string): Promise<string>;
  put(actor: TestActor, id: string, n: number | string, part: Buffer): Promise<Answer>;
}

/** A server with a few people for a whole spec about photos. */
export function photoDesk(): PhotoDesk {
  const app = forSpec(startWithRoster);
  const as = forSpec(async () => app.as);
  const pictures = forSpec(async () => ({ large: await jpegWithExif() }));
  const rowOf = (id: string) => app.source.manager.findOneByOrFail(Photo, { id });
  return {
    app,
    as,
    get large() {
      return pictures.large;
    },
    rowOf,
    fileOf: async (id) => join(app.config.dataDir, 'photos', (await rowOf(id)).path as string),
    put: (actor, id, n, part) => actor.put(`/api/photos/${id}/parts/${n}`, part),
  };
}
