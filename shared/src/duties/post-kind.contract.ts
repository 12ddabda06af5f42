import * as z from 'zod/mini';
import { key, text } from '../fields';
import { lines } from '../posts/post.contract';
import { profiles } from '../posts/profile';
import { postLevels } from './vocabulary';

/** Words shown to people or copied from the document; never empty. */
export const words = text(400).check(z.minLength(1), z.maxLength(400));

/**
 * A kind of post that duties lie on. The document's own name is kept beside today's, since offices are renamed
 * while the paper stays. `null` as name in the document: the paper does not know the kind, the township needs it.
 */
export const postKind = z.strictObject({
  key,
  nameInDocument: z.nullable(words),
  currentName: words,
  level: z.enum(postLevels),
  /** Further levels at which posts of this kind exist. */
  alsoLevels: z.optional(z.array(z.enum(postLevels)).check(z.minLength(1))),
  /** One holder at a time in each unit; false for teams. */
  singleHolder: z.boolean(),
  profile: z.enum(profiles),
  /** The superior kind: stands in for a vacant post and takes what is escalated. */
  reportsTo: z.nullable(key),
  line: z.nullable(z.enum(lines)),
  /** Held by virtue of these other kinds (安委会主任); sometimes by two at once. */
  byVirtueOf: z.optional(z.array(key).check(z.minLength(1))),
  note: z.optional(words),
});
export type PostKind = z.infer<typeof postKind>;
