import { Injectable } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, In, IsNull, LessThan } from 'typeorm';
import { Clock } from '../platform/clock';
import { Storage } from '../platform/storage/storage';
import { Photo } from './photo.entity';
import { fullKey, previewKey, thumbnailKey } from './photo-paths';
import { UploadParts } from './upload-parts.service';

const KEPT_MS = 30 * 24 * 3600_000;
const BATCH = 200;

/** Once a day: photos that nobody used within 30 days of announcing them are removed, and what was left behind of uploads. */
@Injectable()
export class PhotoCleanup {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly storage: Storage,
    private readonly parts: UploadParts,
  ) {}

  /** Several servers may do this at once: whoever deletes the row removes its files. */
  @Cron('30 3 * * *', { name: 'photo-cleanup', timeZone: 'Asia/Shanghai' })
  async clean(): Promise<void> {
    const receivedAt = LessThan(new Date(this.clock.now().getTime() - KEPT_MS));
    let batch: Photo[];
    do {
      batch = await this.source.manager.find(Photo, { where: { subjectId: IsNull(), receivedAt }, take: BATCH });
      for (const photo of batch) await this.remove(photo);
    } while (batch.length === BATCH);
    await this.dropLeftovers();
  }

  /** The row is asked again in the deleting statement itself: an act may have taken the photo since it was read. */
  private async remove(photo: Photo): Promise<void> {
    const { affected } = await this.source.manager.delete(Photo, { id: photo.id, subjectId: IsNull() });
    if (!affected) return;
    await this.parts.drop(photo.id);
    await this.storage.remove(previewKey(photo.id));
    if (!photo.path) return;
    await this.storage.remove(thumbnailKey(photo.path));
    await this.storage.remove(fullKey(photo.path));
  }

  private async dropLeftovers(): Promise<void> {
    const ids = await this.parts.ids();
    for (let start = 0; start < ids.length; start += BATCH) {
      const some = ids.slice(start, start + BATCH);
      const open = await this.source.manager.find(Photo, {
        select: { id: true },
        where: { id: In(some), storedAt: IsNull() },
      });
      const openIds = new Set(open.map((photo) => photo.id));
      for (const id of some) if (!openIds.has(id)) await this.parts.drop(id);
    }
  }
}
