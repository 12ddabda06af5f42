import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { dateOf } from '@zerentian/shared/calendar';
import { DataSource, IsNull } from 'typeorm';
import { Clock } from '../platform/clock';
import { ProblemError } from '../platform/problem';
import { Semaphore } from '../platform/semaphore';
import { Storage } from '../platform/storage/storage';
import { Photo } from './photo.entity';
import { type Developed, develop } from './photo-image';
import { fullKey, thumbnailKey } from './photo-paths';
import { UploadParts } from './upload-parts.service';

/** At most so many pictures are decoded at once: each may take some hundred megabytes while it lasts. */
const AT_ONCE = 2;

/**
 * Makes a photo of an upload that is complete. Repeats of the last part that race each other wait for the same work; across processes the
 * row decides who was first, and both have written the same bytes.
 */
@Injectable()
export class PhotoFinisher {
  private readonly underWay = new Map<string, Promise<void>>();
  private readonly turns = new Semaphore(AT_ONCE);

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly parts: UploadParts,
    private readonly storage: Storage,
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
    await this.source.manager.update(Photo, { id: photo.id, storedAt: IsNull() }, stored);
  }
}

function sm3(bytes: Buffer): string {
  return createHash('sm3').update(bytes).digest('hex');
}
