import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { chainFor } from '../ledger/ledger.service';
import type { Actor } from '../platform/auth/actor';
import { forUpdate } from '../platform/database/data-source';
import { ProblemError } from '../platform/problem';
import { Photo } from './photo.entity';

/**
 * A photo as an act's facts name it: `digest` is the SM3 (hex) of the file as stored, so that a changed byte is found. One that has not arrived yet has
 * the SM3 of what was `announced`; its digest follows in an entry of its own (`photo-stored`).
 */
export type AttachedPhoto = { id: string; digest: string } | { id: string; announced: string };

type Attachable = Pick<Photo, 'id' | 'personId' | 'digest' | 'storedDigest' | 'subjectType' | 'subjectId'>;
/** Read by the locking statement itself: a later plain read could show the row as it was when the transaction began. */
const ATTACHABLE = 'SELECT id, personId, digest, storedDigest, subjectType, subjectId FROM photo WHERE id IN';

/** What other features do with photos: tie them to the thing they show. */
@Injectable()
export class PhotosService {
  /**
   * Ties photos to a subject in the caller's transaction and answers what the ledger entry must hold. The rows stay locked until it
   * ends, so that the daily clean-up cannot take one away meanwhile. A photo may still be on its way: on one bar of signal the report comes first.
   * `field` is what the photos are called in the request, for the errors.
   * One that shows this subject already may be named again by whoever else acts on it: the facts for the county, say.
   * @throws unknown_reference for a photo that is not there or not the actor's, conflict for one that already belongs to something else
   */
  async attach(
    tx: EntityManager,
    actor: Pick<Actor, 'personId'>,
    photoIds: string[],
    subject: { type: string; id: string },
    areaCode: string,
    field = 'photoIds',
  ): Promise<AttachedPhoto[]> {
    const ids = [...new Set(photoIds)];
    if (ids.length === 0) return [];
    const locked: Attachable[] = await tx.query(
      `${ATTACHABLE} (${ids.map(() => '?').join(', ')})${forUpdate(tx.dataSource)}`,
      ids,
    );
    const byId = new Map(locked.map((photo) => [photo.id, photo]));
    const attached = ids.map((id) => attachable(byId.get(id), actor, subject, `${field}.${photoIds.indexOf(id)}`));
    await tx.update(
      Photo,
      { id: In(ids) },
      { subjectType: subject.type, subjectId: subject.id, townshipCode: chainFor(areaCode) },
    );
    return attached;
  }

  /** Photos that belong to something else already, as an act that shows them too names them: in no order. */
  async named(tx: EntityManager, photoIds: string[]): Promise<AttachedPhoto[]> {
    if (photoIds.length === 0) return [];
    const rows = await tx.findBy(Photo, { id: In(photoIds) });
    return rows.map(factOf);
  }
}

function attachable(
  photo: Attachable | undefined,
  actor: Pick<Actor, 'personId'>,
  subject: { type: string; id: string },
  path: string,
): AttachedPhoto {
  const isThere = photo?.subjectType === subject.type && photo.subjectId === subject.id;
  if (!photo || (photo.personId !== actor.personId && !isThere))
    throw ProblemError.at('unknown_reference', path, '没有这张照片，请重新拍一张或选一张');
  if (photo.subjectId !== null && !isThere) throw ProblemError.at('conflict', path, '这张照片已经用在别处，请另拍一张');
  return factOf(photo);
}

/** Once it is stored, the file's digest; until then that of the bytes that are to come. */
function factOf({ id, digest, storedDigest }: Pick<Photo, 'id' | 'digest' | 'storedDigest'>): AttachedPhoto {
  return storedDigest === null ? { id, announced: digest } : { id, digest: storedDigest };
}
