import { buffer } from 'node:stream/consumers';
import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Storage } from '../platform/storage/storage';
import { Photo } from './photo.entity';
import { fullKey } from './photo-paths';

/** Stored pictures for papers; whoever asks has checked what may be seen. */
@Injectable()
export class PhotoBytes {
  @Inject() private readonly storage: Storage;
  @InjectDataSource() private readonly source: DataSource;

  /** The JPEG as stored; null where it is not there (any more), so that a paper can say so. */
  async of(id: string): Promise<Buffer | null> {
    const photo = await this.source.manager.findOneBy(Photo, { id });
    const file = photo?.path ? await this.storage.get(fullKey(photo.path)) : null;
    return file ? buffer(file.stream) : null;
  }
}
