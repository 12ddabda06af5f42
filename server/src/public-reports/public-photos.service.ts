import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { PhotoView } from '@zerentian/shared/photos/photo.contract';
import {
  type AnnouncePublicPhoto,
  MAX_PUBLIC_PHOTO_BYTES,
  MOST_PUBLIC_PHOTOS,
} from '@zerentian/shared/public-reports/public-report.contract';
import { DataSource } from 'typeorm';
import { PhotoUploads } from '../photos/photo-uploads.service';
import { RateLimiter } from '../platform/auth/rate-limiter';
import { ProblemError } from '../platform/problem';
import { PublicPoints } from './public-points.service';
import { PublicReporters } from './public-reporters.service';

/** Twice as many as a report may hold: whoever takes one away may choose another. */
const MOST_PER_DRAFT = 2 * MOST_PUBLIC_PHOTOS;

/**
 * Photos of people who have no session. They are sent for a report that is about to come, whose id is the only ticket: it was made on the
 * phone and nobody else knows it. Kept small, few and rare; unused ones are removed like everybody's.
 */
@Injectable()
export class PublicPhotos {
  @Inject() private readonly limiter: RateLimiter;
  @Inject() private readonly points: PublicPoints;
  @Inject() private readonly reporters: PublicReporters;
  @Inject() private readonly uploads: PhotoUploads;
  @InjectDataSource() private readonly source: DataSource;

  /** @throws not_found, point_renewed, photo_too_large, id_taken, too_many_requests */
  async announce(code: string, address: string, { reportId, ...photo }: AnnouncePublicPhoto): Promise<PhotoView> {
    this.limiter.count('public-photo-by-address', address);
    const point = await this.points.openWithCode(code);
    if (photo.bytes > MAX_PUBLIC_PHOTO_BYTES)
      throw new ProblemError('photo_too_large', '一张照片最大 5 MB。文字没有丢失，请换一张或压缩后再传。');
    await this.reporters.mustBeNobodys(this.source.manager, reportId);
    this.limiter.count('public-photo-by-point', point.id);
    this.limiter.count('public-photo-by-township', point.townshipCode);
    return withoutLinks(this.uploads.announceFor({ personId: reportId }, point.areaCode, photo, MOST_PER_DRAFT));
  }

  /** @throws not_found for a photo that was not announced for this report, and whatever is wrong with the picture */
  async receive(address: string, reportId: string, photoId: string, n: number, bytes: Buffer): Promise<PhotoView> {
    this.limiter.count('public-part-by-address', address);
    await this.reporters.mustBeNobodys(this.source.manager, reportId);
    return withoutLinks(this.uploads.receive({ personId: reportId }, photoId, n, bytes));
  }
}

/** Ids stand in what many may read, now or once: by these alone nobody without a session gets to see a picture. */
async function withoutLinks(photo: Promise<PhotoView>): Promise<PhotoView> {
  return { ...(await photo), url: null, thumbnailUrl: null };
}
