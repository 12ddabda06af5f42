import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { dateOf } from '@zerentian/shared/calendar';
import {
  type AnnouncePhoto,
  MAX_PHOTO_BYTES,
  PART_SIZE,
  type PhotoView,
} from '@zerentian/shared/photos/photo.contract';
import { DataSource, IsNull } from 'typeorm';
import { chainFor } from '../ledger/ledger.service';
import type { Actor } from '../platform/auth/actor';
import { Clock } from '../platform/clock';
import { isDuplicate } from '../platform/database/database-errors';
import { ProblemError } from '../platform/problem';
import { Storage } from '../platform/storage/storage';
import { LATEST_MS } from '../platform/writes/moment';
import { Photo } from './photo.entity';
import { PhotoFinisher } from './photo-finisher.service';
import { checkBeginning, developPreview } from './photo-image';
import { PhotoLinks } from './photo-links.service';
import { previewKey } from './photo-paths';
import { partCount, partLength, UploadParts } from './upload-parts.service';

/** What somebody holds today or held on a day from which an act may still be delivered; rather what they hold than what they held. */
const POST = `
  SELECT areaCode FROM tenure WHERE personId = ? AND supersededAt IS NULL AND startsOn <= ? AND (endsOn IS NULL OR endsOn > ?)
  ORDER BY COALESCE(endsOn, '9999') DESC, startsOn, id LIMIT 1`;

/** Whose photos they are. */
type Owner = Pick<Actor, 'personId'>;

/** How many photos one person may have sent without using them: weeks without signal fit, filling the disk does not. */
const MOST_UNATTACHED = 500;

/**
 * Uploads in parts that survive a valley without signal: announced once, sent in any order, repeated without harm, resumed where they
 * broke off. The photo's id is its own idempotency key, so that a repeat answers how things stand now.
 */
@Injectable()
export class PhotoUploads {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly parts: UploadParts,
    private readonly finisher: PhotoFinisher,
    private readonly links: PhotoLinks,
    private readonly storage: Storage,
  ) {}

  /**
   * Open to whoever holds a post or held one in the last thirty days: a report from within a past tenure comes with its photos.
   * @throws forbidden for anybody else, photo_too_large, id_taken, too_many_requests
   */
  async announce(actor: Actor, input: AnnouncePhoto): Promise<PhotoView> {
    return this.announceFor(actor, await this.areaOf(actor), input, MOST_UNATTACHED);
  }

  /**
   * The same for whoever may send a photo about an area, at most so many before they are used.
   * @throws photo_too_large, id_taken, too_many_requests
   */
  async announceFor(owner: Owner, areaCode: string, input: AnnouncePhoto, most: number): Promise<PhotoView> {
    if (input.bytes > MAX_PHOTO_BYTES) throw new ProblemError('photo_too_large');
    const known = await this.sameAnnounced(owner, input);
    if (known) return this.view(known);
    const { manager } = this.source;
    const unattached = await manager.countBy(Photo, { personId: owner.personId, subjectId: IsNull() });
    if (unattached >= most)
      throw new ProblemError('too_many_requests', '已上传而没有用上的照片太多，请先提交或删除一些草稿。');
    await this.keepPreview(input);
    const { id, bytes, sm3: digest } = input;
    const row = {
      id,
      bytes,
      digest,
      personId: owner.personId,
      townshipCode: chainFor(areaCode),
      receivedAt: this.clock.now(),
    };
    await manager.insert(Photo, row).catch((error: unknown) => {
      if (!isDuplicate(error)) throw error;
    });
    return this.view((await this.sameAnnounced(owner, input)) as Photo);
  }

  /**
   * Takes part `n`. With the last one the photo is checked and stored before the answer.
   * @throws not_found for a photo that is not the actor's, invalid_input for a part that is none of this upload's, and whatever is
   *   wrong with the picture
   */
  async receive(actor: Owner, id: string, n: number, bytes: Buffer): Promise<PhotoView> {
    const photo = await this.own(actor, id);
    if (photo.storedAt) return this.view(photo);
    checkPart(photo, n, bytes);
    if (n === 0) checkBeginning(bytes);
    await this.parts.put(id, n, bytes);
    const missing = await this.parts.missing(photo);
    if (missing.length === 0) await this.finisher.finish(photo);
    const now = await this.own(actor, id);
    // A repeat that arrived while the photo was being stored has left its part behind.
    if (now.storedAt && missing.length > 0) await this.parts.drop(id);
    return this.view(now);
  }

  /** How far an upload is. Only for whoever sends it. */
  async state(actor: Actor, id: string): Promise<PhotoView> {
    return this.view(await this.own(actor, id));
  }

  /** Before the row: whoever may attach the photo finds its preview there. */
  private async keepPreview({ id, preview }: AnnouncePhoto): Promise<void> {
    const picture = preview === undefined ? null : await developPreview(Buffer.from(preview, 'base64'));
    if (picture) await this.storage.put(previewKey(id), picture);
  }

  /** The area of a post in which the actor may have taken the photo. */
  private async areaOf({ personId }: Actor): Promise<string> {
    const now = this.clock.now();
    const earliest = new Date(now.getTime() - LATEST_MS);
    const [post]: { areaCode: string }[] = await this.source.query(POST, [personId, dateOf(now), dateOf(earliest)]);
    if (!post) throw new ProblemError('forbidden');
    return post.areaCode;
  }

  private async own(actor: Owner, id: string): Promise<Photo> {
    const photo = await this.source.manager.findOneBy(Photo, { id, personId: actor.personId });
    if (!photo) throw new ProblemError('not_found', '没有找到这张照片的上传记录，请重新上传。文字没有丢失。');
    return photo;
  }

  private async sameAnnounced(actor: Owner, input: AnnouncePhoto): Promise<Photo | null> {
    const known = await this.source.manager.findOneBy(Photo, { id: input.id });
    if (!known) return null;
    const isSame = known.personId === actor.personId && known.bytes === input.bytes && known.digest === input.sm3;
    if (!isSame) throw new ProblemError('id_taken');
    return known;
  }

  private async view(photo: Photo): Promise<PhotoView> {
    const stored = photo.storedAt !== null;
    const link = stored ? this.links.of([photo.id])[0] : undefined;
    return {
      id: photo.id,
      parts: partCount(photo.bytes),
      missing: stored ? [] : await this.parts.missing(photo),
      stored,
      url: link?.url ?? null,
      thumbnailUrl: link?.thumbnailUrl ?? null,
      receivedAt: photo.receivedAt.toISOString(),
    };
  }
}

function checkPart(photo: Photo, n: number, bytes: Buffer): void {
  if (bytes.length > PART_SIZE) throw new ProblemError('payload_too_large', '照片要分块上传，一块最大 256 KB。');
  const count = partCount(photo.bytes);
  if (n >= count) throw ProblemError.at('invalid_input', 'n', `这张照片只有 ${count} 块，编号从 0 到 ${count - 1}`);
  const expected = partLength(photo.bytes, n);
  if (bytes.length !== expected)
    throw ProblemError.at(
      'invalid_input',
      '',
      `第 ${n} 块应为 ${expected} 字节，收到 ${bytes.length} 字节，请重发这一块`,
    );
}
