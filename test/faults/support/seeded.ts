/** Numbers that look like chance and come again with the same seed (mulberry32), so that a failing run can be run again. */
export class Seeded {
  constructor(private state: number) {}

  /** From 0 up to, not including, 1. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** A whole number from `from` up to, not including, `until`. */
  between(from: number, until: number): number {
    return from + Math.floor(this.next() * (until - from));
  }

  /** A whole number from 1 to `most` of which every order of magnitude is as likely: a line breaks at the greeting or deep in a photo. */
  anyScale(most: number): number {
    return Math.floor(Math.exp(this.next() * Math.log(most)));
  }
}
