import type { Clock } from '../clock';

/** Replaced a little before it ends, so that a call under way does not meet its end. */
const MARGIN_MS = 5 * 60_000;

type Fetch = (refresh: boolean) => Promise<{ token: string; seconds: number }>;

/** The server's access token at WeChat: fetched when first needed, kept until it expires, one fetch for all who wait. */
export class AccessToken {
  private held: { token: string; endsAt: number } | null = null;
  private fetching: Promise<string> | null = null;

  constructor(
    private readonly clock: Clock,
    private readonly fetch: Fetch,
  ) {}

  async current(): Promise<string> {
    if (this.held && this.held.endsAt > this.clock.now().getTime()) return this.held.token;
    return this.fetched(false);
  }

  /** Another one, because WeChat refused `refused`; unless somebody has replaced that one already. */
  async renewed(refused: string): Promise<string> {
    if (this.held && this.held.token !== refused) return this.held.token;
    this.held = null;
    return this.fetched(true);
  }

  private fetched(refresh: boolean): Promise<string> {
    this.fetching ??= this.fetch(refresh)
      .then(({ token, seconds }) => {
        const lifeMs = seconds * 1000;
        this.held = { token, endsAt: this.clock.now().getTime() + Math.max(lifeMs - MARGIN_MS, lifeMs / 2) };
        return token;
      })
      .finally(() => {
        this.fetching = null;
      });
    return this.fetching;
  }
}
