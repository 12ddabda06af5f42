import * as z from 'zod/mini';
import { countyPurposes } from './hazard.facts';

/** 五落实, as the unit submitted them. */
export const planView = z.object({
  responsibility: z.string(),
  measures: z.string(),
  funds: z.string(),
  timeLimit: z.string(),
  contingency: z.string(),
});

/** Papers between township and county, each with its number and its day; empty where there is none yet. */
export const countyView = z.object({
  purpose: z.enum(countyPurposes),
  reportNumber: z.string(),
  reportDate: z.string(),
  judgementNumber: z.string(),
  judgementDate: z.string(),
  listingNumber: z.string(),
  listingDate: z.string(),
  writeOffNumber: z.string(),
  writeOffDate: z.string(),
});
