/** How large this program writes: as the settings of the phone say, or as somebody chose here. */
export const textSizes = ['standard', 'large', 'care'] as const;
export type TextSize = (typeof textSizes)[number];

/** From so much more than usual on. WeChat goes in steps of about a tenth, up to one and two thirds. */
const LARGE = 1.06;
const CARE = 1.3;

/** The size for whoever made all text so many times as large as usual. */
export function sizeFor(times: number): TextSize {
  if (times >= CARE) return 'care';
  return times >= LARGE ? 'large' : 'standard';
}
