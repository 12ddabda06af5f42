import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { dateOf } from '@zerentian/shared/calendar';
import type { EntityManager } from 'typeorm';
import { Ledger } from '../ledger/ledger.service';
import { Clock } from '../platform/clock';
import { forUpdate } from '../platform/database/data-source';
import { ProblemError } from '../platform/problem';
import { Semaphore } from '../platform/semaphore';
import { Storage } from '../platform/storage/storage';
import { Writes } from '../platform/writes/writes.service';
import { Photo } from './photo.entity';
import { type Developed, develop } from './photo-image';
import { fullKey, previewKey, thumbnailKey } from './photo-paths';
import { UploadParts } from './upload-parts.service';

/** At most so many pictures are decoded at once: each may take some hundred megabytes while it lasts. */
const AT_ONCE = 2;

type Stored = Pick<Photo, 'width' | 'height' | 'path' | 'storedBytes'> & { storedAt: Date; storedDigest: string };
type Taken = Pick<Photo, 'townshipCode' | 'subjectId'>;
const TAKEN = 'SELECT townshipCode, subjectId FROM photo WHERE id = ? AND storedAt IS NULL';

/**
 * Makes a photo of an upload that is complete. Repeats of the last part that race each other wait for the same work; across processes the
 * row decides who was first, and both have written the same bytes.
 */
@Injectable()
export class PhotoFinisher {
  private readonly underWay = new Map<string, Promise<void>>();
  private readonly turns = new Semaphore(AT_ONCE);

  constructor(
    private readonly clock: Clock,
    private readonly parts: UploadParts,
    private readonly storage: Storage,
    private readonly writes: Writes,
    private readonly ledger: Ledger,
  ) {}

  /**
   * Afterwards the photo is stored, or its parts are dropped and must be sent again.
   * @throws photo_digest_mismatch, photo_not_image, photo_heic, photo_too_large
   */
  finish(photo: Photo): Promise<void> {
    const running = this.underWay.get(photo.id);
    if (running) return running;
    const work = this.turns.run(() => this.work(photo)).finally(() => this.underWay.delete(photo.id));
    this.underWay.set(photo.id, work);
    return work;
  }

  private async work(photo: Photo): Promise<void> {
    const bytes = await this.parts.joined(photo);
    if (!bytes) return;
    try {
      if (sm3(bytes) !== photo.digest) throw new ProblemError('photo_digest_mismatch');
      await this.store(photo, await develop(bytes));
    } catch (error) {
      if (error instanceof ProblemError) await this.parts.drop(photo.id);
      throw error;
    }
    await this.parts.drop(photo.id);
  }

  private async store(photo: Photo, image: Developed): Promise<void> {
    const [year, month] = dateOf(photo.receivedAt).split('-');
    const path = `${photo.townshipCode}/${year}/${month}/${photo.id}.jpg`;
    await this.storage.put(thumbnailKey(path), image.thumbnail);
    await this.storage.put(fullKey(path), image.full);
    const { width, height } = image;
    const stored = {
      path,
      storedAt: this.clock.now(),
      storedBytes: image.full.length,
      storedDigest: sm3(image.full),
      width,
      height,
    };
    await this.writes.transaction((tx) => this.settle(tx, photo.id, stored));
    await this.storage.remove(previewKey(photo.id));
  }

  /**
   * The row says that it is there. Where an act has taken the photo before it had arrived, the ledger learns its digest now: the entry is the
   * photo's own and nobody's act.
   */
  private async settle(tx: EntityManager, id: string, stored: Stored): Promise<void> {
    const [row]: Taken[] = await tx.query(`${TAKEN}${forUpdate(tx.dataSource)}`, [id]);
    if (!row) return;
    await tx.update(Photo, id, stored);
    if (row.subjectId === null) return;
    const { storedAt, storedDigest } = stored;
    await this.ledger.record(tx, {
      areaCode: row.townshipCode,
      act: 'photo-stored',
      subjectType: 'photo',
      subjectId: id,
      personId: null,
      postId: null,
      moment: { occurredAt: storedAt, receivedAt: storedAt, doubted: false },
      changes: { storedDigest },
      facts: { of: row.subjectId, photos: [{ id, digest: storedDigest }] },
    });
  }
}

function sm3(bytes: Buffer): string {
  return createHash('sm3').update(bytes).digest('hex');
}
