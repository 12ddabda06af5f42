import { Injectable, Logger } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { PhotoQuery } from '@zerentian/shared/photos/photo-link.contract';
import { DataSource } from 'typeorm';
import { ProblemError } from '../platform/problem';
import { Storage, type StoredFile } from '../platform/storage/storage';
import { Photo } from './photo.entity';
import { PhotoLinks } from './photo-links.service';
import { fullKey, previewKey, thumbnailKey } from './photo-paths';

/** Hands photos out to whoever has a link that still holds. */
@Injectable()
export class PhotoFiles {
  private readonly log = new Logger('Photos');

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly links: PhotoLinks,
    private readonly storage: Storage,
  ) {}

  /**
   * The file, and for how many seconds a phone may keep it; 0 for a preview.
   * @throws link_expired for a link that is over or was not made here, not_found
   */
  async open(id: string, query: PhotoQuery): Promise<StoredFile & { maxAge: number }> {
    const { size = 'full', expires, signature } = query;
    const maxAge = this.links.secondsLeft(id, size, expires, signature);
    if (maxAge === null) throw new ProblemError('link_expired');
    const photo = await this.source.manager.findOneBy(Photo, { id });
    if (!photo) throw new ProblemError('not_found');
    if (!photo.path) return this.preview(id);
    const file = await this.storage.get(size === 'thumb' ? thumbnailKey(photo.path) : fullKey(photo.path));
    if (!file) {
      this.log.error(`the file of photo ${id} is missing: ${photo.path}`);
      throw new ProblemError('not_found');
    }
    return { ...file, maxAge };
  }

  /** What stands for a photo that is still on its way, in every size; it is replaced, so nobody may keep it. */
  private async preview(id: string): Promise<StoredFile & { maxAge: number }> {
    const file = await this.storage.get(previewKey(id));
    if (!file) throw new ProblemError('not_found', '这张照片还在传，稍后再看。');
    return { ...file, maxAge: 0 };
  }
}
