import * as z from 'zod/mini';
import { areaCode, clean, id, page, pageQuery, text, writeEnvelope } from '../fields';

/** Who may decide about a person: 乡党委, 县委, 主管局, 无. */
export const managers = ['township', 'county', 'bureau', 'none'] as const;

export const phoneNumber = z.string('请填写手机号').check(z.regex(/^1[3-9]\d{9}$/, '手机号应为 11 位数字'));

export const personView = z.object({
  id,
  name: z.string(),
  phone: z.nullable(z.string()),
  managedBy: z.enum(managers),
});
export type PersonView = z.infer<typeof personView>;

/** GET /api/persons?area=CODE&q=…: persons who hold or held a post in the area. */
export const personQuery = z.strictObject({
  area: z.optional(areaCode),
  q: z.optional(z.string().check(z.maxLength(50), clean)),
  ...pageQuery,
});
export type PersonQuery = z.infer<typeof personQuery>;
export const personPage = page(personView);

/** POST /api/persons: enter somebody in the roster. `login` and `password` open an account. */
export const enrol = z.strictObject({
  id: z.optional(id),
  ...writeEnvelope,
  name: text(30),
  phone: z.optional(phoneNumber),
  managedBy: z.enum(managers, '请选择干部管理权限'),
  login: z.optional(z.string().check(z.regex(/^[A-Za-z0-9_.-]{3,40}$/, '账号为 3 到 40 位字母、数字'))),
  password: z.optional(z.string().check(z.minLength(8, '密码至少 8 位'), z.maxLength(200, '密码太长'))),
});
export type Enrol = z.infer<typeof enrol>;
