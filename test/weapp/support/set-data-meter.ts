/** No action of a person may hand more to the drawing side: on an old phone the page stands still meanwhile. */
export const MOST_DRAWN_BYTES = 32 * 1024;

/** Bytes that the program hands to the drawing side, per action of the person. */
export class SetDataMeter {
  private current = { action: 'start', bytes: 0, calls: 0 };
  private readonly done: { action: string; bytes: number; calls: number }[] = [];

  count(bytes: number): void {
    this.current.bytes += bytes;
    this.current.calls += 1;
  }

  /** What follows belongs to this action. */
  begin(action: string): void {
    if (this.current.calls > 0) this.done.push(this.current);
    this.current = { action, bytes: 0, calls: 0 };
  }

  /** Every action that drew anything, in order. */
  get actions(): readonly { action: string; bytes: number; calls: number }[] {
    return this.current.calls > 0 ? [...this.done, this.current] : this.done;
  }
}
