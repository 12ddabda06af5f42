import * as z from 'zod/mini';
import { instant, page, pageQuery, writeEnvelope } from '../fields';
import { phoneNumber } from './person.contract';
import { openSession } from './session.contract';

/** GET /api/sessions: newest first. */
export const sessionQuery = z.strictObject(pageQuery);
export const sessionPage = page(openSession);
export type OpenSession = z.infer<typeof openSession>;

const newPassword = z.string('请填写新密码').check(z.minLength(8, '密码至少 8 位'), z.maxLength(200, '密码太长'));

/** POST /api/me/password: the other devices are signed out. */
export const changePassword = z.strictObject({
  currentPassword: z.string('请填写现在的密码').check(z.minLength(1, '请填写现在的密码'), z.maxLength(200, '密码太长')),
  newPassword,
});
export type ChangePassword = z.infer<typeof changePassword>;

/**
 * POST /api/one-time-codes/handed-over: a named official has checked who stands before them and hands the code over in person. For the
 * township's 党政综合办 and the administrator; the ledger names who did it.
 */
export const handOverCode = z.strictObject({ ...writeEnvelope, phone: phoneNumber });
export type HandOverCode = z.infer<typeof handOverCode>;

/** `code` is shown this once and kept nowhere. */
export const handedOverCode = z.object({ code: z.string(), expiresAt: instant, personName: z.string() });
export type HandedOverCode = z.infer<typeof handedOverCode>;

/** POST /api/persons/:id/password: the administrator sets one for somebody who forgot theirs or is locked out. */
export const resetPassword = z.strictObject({ ...writeEnvelope, password: newPassword });
export type ResetPassword = z.infer<typeof resetPassword>;
