import { Injectable } from '@nestjs/common';
import type { PhotoSize } from '@zerentian/shared/photos/photo-link.contract';
import { ServerSecret } from '../platform/auth/secret';
import { Clock } from '../platform/clock';

const HOUR_S = 3600;
const PURPOSE = 'photo';

/** A photo's addresses, as views carry them. */
export interface PhotoLink {
  id: string;
  url: string;
  thumbnailUrl: string;
}

/**
 * Signed, expiring addresses. Whoever may read the thing gets links to its photos; an image element cannot send a token. They hold for
 * one to two hours and are the same within the hour, so that a phone keeps what it has already loaded.
 */
@Injectable()
export class PhotoLinks {
  constructor(
    private readonly secret: ServerSecret,
    private readonly clock: Clock,
  ) {}

  /** Addresses relative to the server's origin, in the order asked. Costs no statement; whether the caller may read is the caller's to know. */
  of(ids: string[]): PhotoLink[] {
    const expires = (Math.floor(this.nowInSeconds() / HOUR_S) + 2) * HOUR_S;
    return ids.map((id) => ({
      id,
      url: this.address(id, 'full', expires),
      thumbnailUrl: this.address(id, 'thumb', expires),
    }));
  }

  /** Seconds for which a link still holds; null if it has expired or was never ours. */
  secondsLeft(id: string, size: PhotoSize, expires: number, signature: string): number | null {
    const left = expires - this.nowInSeconds();
    return left > 0 && this.secret.checks(PURPOSE, `${id} ${size} ${expires}`, signature) ? Math.floor(left) : null;
  }

  private address(id: string, size: PhotoSize, expires: number): string {
    const signature = this.secret.sign(PURPOSE, `${id} ${size} ${expires}`);
    return `/api/photos/${id}?size=${size}&expires=${expires}&signature=${signature}`;
  }

  private nowInSeconds(): number {
    return this.clock.now().getTime() / 1000;
  }
}
