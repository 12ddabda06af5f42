import type { PhotoOfAct } from '../platform/outbox/outbox-item';

/** A photo on the phone. Kept in the draft of the form that it belongs to, and then with the act in the outbox. */
export type LocalPhoto = PhotoOfAct;

/** At most so many photos beside one text. */
export const MOST_PHOTOS = 9;
