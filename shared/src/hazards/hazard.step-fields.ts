/** What the inputs of several steps have in common. */
import * as z from 'zod/mini';
import { date, id, photoIds, place, text, writeEnvelope } from '../fields';

/**
 * A step that comes late finds the matter moved on, or its author's post ended. `keep`: what cannot be done any more is kept as a note in the
 * history, marked, and the answer says so (`kept`); without it the step is refused. The phone's outbox asks for `keep`.
 */
const ifLate = z.optional(z.enum(['refuse', 'keep']));
export const note = { ...writeEnvelope, ifLate, text: z.optional(text(2000)), photoIds: z.optional(photoIds) };
export const reason = { ...note, text: text(2000) };
/** Whoever went along: for enterprises a station and the village's team re-check together, both named (hazard.recheck.ts). */
const companion = { companionPersonId: z.optional(id) };
/** Where the re-check took place, if the phone knows. */
export const onSpot = { ...companion, place: z.optional(place) };

/** The county's number: 无, 不详 and the like are none, and would let the township judge in its stead. */
export const countyNumber = text(100).check(
  z.refine((value) => value.trim().length > 2 && /[\d０-９]/.test(value), '请填县级文件的编号，如“山应急〔2026〕12号”'),
);
/** The day that stands on the paper, if it bears one; never one after the day of the step. */
export const paperDate = z.optional(date);
/** A decision of the county on record: the number and the day of its paper, and the paper as photos. */
export const ofCounty = { ...note, countyNumber, paperDate };
