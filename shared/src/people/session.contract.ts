import * as z from 'zod/mini';
import { areaCode, clean, id, instant } from '../fields';
import { postView, tenureKinds } from '../posts/post.contract';
import { personView, phoneNumber } from './person.contract';

/** A post that the signed-in person holds now, with the tenure that gives it. */
export const heldPostView = z.extend(postView, {
  tenureKind: z.enum(tenureKinds),
  lead: z.boolean(),
  from: z.string(),
  until: z.nullable(z.string()),
});
export type HeldPostView = z.infer<typeof heldPostView>;

/** What the device says of itself, shown in the list of sessions. */
const device = z.optional(z.string().check(z.maxLength(100), clean));

/** POST /api/sessions */
export const signIn = z.strictObject({
  login: z.string('请填写账号').check(z.minLength(1, '请填写账号'), z.maxLength(100, '账号太长'), clean),
  password: z.string('请填写密码').check(z.minLength(1, '请填写密码'), z.maxLength(200, '密码太长')),
  device,
});
export type SignIn = z.infer<typeof signIn>;

/** POST /api/sessions/wechat: `code` from wx.login. Answers 403 `not_bound` until the identity is tied to a person (…/bind). */
export const signInWithWechat = z.strictObject({
  code: z.string().check(z.minLength(1), z.maxLength(200), clean),
  device,
});
export type SignInWithWechat = z.infer<typeof signInWithWechat>;

/** POST /api/one-time-codes: sends a code to a phone of the roster; answers the same for a phone that is not in it. */
export const requestCode = z.strictObject({ phone: phoneNumber });
export type RequestCode = z.infer<typeof requestCode>;
/** `demoCode` only where the demo sender is on. */
export const codeSent = z.object({ expiresAt: instant, demoCode: z.optional(z.string()) });

/**
 * POST /api/sessions/wechat/bind: ties a WeChat identity to the roster's person with this phone. Either `phone` + `oneTimeCode`
 * or `phoneCode` (from getPhoneNumber). `code` is a fresh wx.login code.
 */
export const bindWechat = z.strictObject({
  code: z.string().check(z.minLength(1), z.maxLength(200), clean),
  phone: z.optional(phoneNumber),
  oneTimeCode: z.optional(z.string().check(z.regex(/^\d{6}$/, '验证码是 6 位数字'))),
  phoneCode: z.optional(z.string().check(z.maxLength(200), clean)),
  device,
});
export type BindWechat = z.infer<typeof bindWechat>;

/** Answer of every way to sign in. `token` is shown once; send it as `Authorization: Bearer …`. */
export const sessionView = z.object({
  token: z.string(),
  expiresAt: instant,
  person: personView,
  posts: z.array(heldPostView),
});
export type SessionView = z.infer<typeof sessionView>;

/** GET /api/me */
export const meView = z.object({ person: personView, posts: z.array(heldPostView), now: instant, demo: z.boolean() });
export type MeView = z.infer<typeof meView>;

/** GET /api/sessions: where I am signed in. */
export const openSession = z.object({
  id,
  device: z.nullable(z.string()),
  createdAt: instant,
  lastSeenAt: instant,
  current: z.boolean(),
});

/** GET /api/demo/logins, demo only. */
export const demoLogin = z.object({
  login: z.string(),
  password: z.string(),
  name: z.string(),
  post: z.string(),
  area: areaCode,
  areaName: z.string(),
});
export type DemoLogin = z.infer<typeof demoLogin>;
