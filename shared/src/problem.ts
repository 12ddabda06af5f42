/**
 * Every way in which the server says no (RFC 9457). Clients branch on `code`; `detail` is shown to people as it stands:
 * what happened, what was kept, what to do next.
 */
export interface FieldError {
  /** Dotted path of the field, such as `deadline` or `photoIds.0`; empty for the whole body. */
  path: string;
  message: string;
}

export interface Problem {
  type: string;
  title: string;
  status: number;
  code: ProblemCode;
  detail: string;
  errors?: FieldError[];
}

const KEPT = '您填写的内容还在手机上，没有丢失。';

/** Code → status, title, default detail. */
export const PROBLEMS = {
  invalid_input: { status: 422, title: '填写有误', detail: `有几处需要改一下，请看标出的地方。${KEPT}` },
  malformed_request: {
    status: 400,
    title: '请求格式不对',
    detail: `服务器读不懂这次请求。${KEPT}请重试；仍不行请联系管理员。`,
  },
  payload_too_large: {
    status: 413,
    title: '内容太大',
    detail: `内容超过了允许的大小，没有保存。${KEPT}请减少照片或文字后再试。`,
  },
  method_not_allowed: {
    status: 405,
    title: '不能这样操作',
    detail: `这个地址不接受这种操作，什么也没有改动。${KEPT}请更新程序后再试。`,
  },
  unsupported_media_type: { status: 415, title: '格式不支持', detail: '服务器只接受 JSON 或照片数据。' },
  not_signed_in: { status: 401, title: '请先登录', detail: `登录已失效或尚未登录。${KEPT}登录后会接着提交。` },
  session_expired: { status: 401, title: '登录已过期', detail: `登录已过期。${KEPT}请重新登录，登录后会接着提交。` },
  wrong_login: { status: 401, title: '登录失败', detail: '账号或密码不对，请核对后再试。' },
  locked_out: {
    status: 429,
    title: '暂时锁定',
    detail: '连续输错次数过多，账号暂时锁定。请 15 分钟后再试，或请管理员重置密码。',
  },
  too_many_requests: { status: 429, title: '操作太频繁', detail: `操作太频繁，请稍等一会儿再试。${KEPT}` },
  wrong_code: { status: 401, title: '验证码不对', detail: '验证码不对或已过期，请重新获取。' },
  codes_not_sent: {
    status: 501,
    title: '没有开通短信验证码',
    detail:
      '本系统没有开通短信，验证码没有发出。请到乡政府找党政综合办或管理员，核对身份后当面领取验证码，再填到这里。',
  },
  not_bound: {
    status: 403,
    title: '微信尚未绑定',
    detail: '这个微信还没有和名册里的人绑定。请用手机号和验证码绑定一次，以后就能直接登录。',
  },
  wechat_unavailable: {
    status: 503,
    title: '微信登录暂不可用',
    detail: '暂时连不上微信服务器。请稍后再试，或改用账号密码登录。',
  },
  wechat_code_invalid: { status: 401, title: '微信登录失败', detail: '这次微信登录凭证已失效，请再点一次登录。' },
  forbidden: {
    status: 403,
    title: '没有权限',
    detail: `您的岗位不能做这一步。${KEPT}如果应由您办理，请联系安监站或管理员核对任职。`,
  },
  outside_scope: {
    status: 403,
    title: '不在您的职责范围',
    detail: `这个地方或单位不在您岗位的范围内。${KEPT}请核对辖区，或请负责的人办理。`,
  },
  post_not_held: {
    status: 403,
    title: '不是您的岗位',
    detail: `那个时间您不担任所选的岗位。${KEPT}请换一个岗位，或联系管理员核对任职起止日期。`,
  },
  same_person: {
    status: 403,
    title: '需换人办理',
    detail: '参与整改、申请延期的人不能复查自己的整改，也不能批自己的延期。请由另一个人办理。',
  },
  own_unit: {
    status: 403,
    title: '需由别的单位办理',
    detail:
      '整改责任单位的人不能复查、销号本单位的整改，不能批本单位的延期，也不能同去复查，什么也没有改动。请由别的站所或包村干部复查；安监站自己整改的，由分管安全的负责人销号、批延期。',
  },
  recheck_needs_two: {
    status: 422,
    title: '复查需两人',
    detail: '企业隐患的复查须由安监站（或行业站所）会同包村干部，两人都要写明。请选择同去复查的人。',
  },
  not_found: { status: 404, title: '没有找到', detail: '没有找到这条内容，可能已被移走，或者您无权查看。' },
  unknown_area: { status: 422, title: '辖区不存在', detail: `没有这个辖区代码。${KEPT}请从列表中选择。` },
  unknown_unit: { status: 422, title: '单位不存在', detail: `没有找到这个单位。${KEPT}请从列表中选择。` },
  unknown_reference: {
    status: 422,
    title: '引用的内容不存在',
    detail: `所引用的人、岗位、照片或类别不存在。${KEPT}请重新选择。`,
  },
  step_not_allowed: {
    status: 409,
    title: '这一步现在不能办',
    detail: `情况已经变化，这一步现在不能办理。${KEPT}请刷新后看最新进展。`,
  },
  major_needs_assessment: {
    status: 422,
    title: '疑似重大须上报研判',
    detail: `疑似重大隐患须上报安监站初判，不能当场交办或即改即销。${KEPT}请改选“上报研判”。`,
  },
  major_not_judged: {
    status: 409,
    title: '疑似重大须由县级认定',
    detail: `是否重大由县级认定，乡里不能自行降为一般，也不能不予受理。${KEPT}请上报县级；县级认定不是重大的，登记县级退回。`,
  },
  county_first: {
    status: 409,
    title: '疑似重大须先报县级',
    detail: `疑似重大隐患要先采取先期措施并上报县级，县级判定以前不能交办、整改或核销。${KEPT}请先上报县级，再登记县级的判定。`,
  },
  county_decides: {
    status: 409,
    title: '重大隐患由县级决定',
    detail: `重大隐患的级别和核销由县级决定，乡里不能自行调整或销号。${KEPT}整改合格后请上报县级验收，再登记县级核销。`,
  },
  plan_missing: {
    status: 409,
    title: '还没有整改方案',
    detail: `重大隐患要先提交整改方案，责任、措施、资金、时限、预案五项都要写明，才能开始整改。${KEPT}请先提交整改方案。`,
  },
  extension_too_late: {
    status: 409,
    title: '已过申请延期的时间',
    detail: `延期要在整改期限当天或以前申请，现在已经过期。${KEPT}请抓紧整改；有困难的，请求协调。`,
  },
  already_merged: {
    status: 409,
    title: '那一条已经并案',
    detail: `所选的隐患已经并入另一条，不能再并进去。${KEPT}请选择它并入的那一条。`,
  },
  reopen_too_late: {
    status: 409,
    title: '已过重新启动的期限',
    detail: `销号已久，超过了可以重新启动的期限。${KEPT}请作为新的隐患上报，并在描述里写明原来的隐患编号。`,
  },
  village_not_responsible: {
    status: 422,
    title: '村不是整改责任单位',
    detail: `村只对集体所有或使用的场所负责整改，其他场所由生产经营单位或乡政府指定的站所整改，村协助。${KEPT}请改选整改责任单位。`,
  },
  already_reminded: {
    status: 409,
    title: '今天已催办',
    detail: '这件事今天已经催办过一次，一件事一天只催一次。对方的答复会显示在这里。',
  },
  idempotency_key_reused: {
    status: 409,
    title: '重复编号',
    detail: `这个提交编号已用于另一份内容，没有保存这一次。${KEPT}请重新提交。`,
  },
  id_taken: { status: 409, title: '编号已存在', detail: `这个编号已经用过了，没有重复保存。${KEPT}请刷新后查看。` },
  conflict: { status: 409, title: '与现有内容冲突', detail: `与已有的内容冲突，没有保存。${KEPT}请刷新后再试。` },
  photo_too_large: {
    status: 413,
    title: '照片太大',
    detail: '一张照片最大 20 MB。文字没有丢失，请换一张或压缩后再传。',
  },
  photo_not_image: {
    status: 422,
    title: '不是照片',
    detail: '这个文件不是能识别的照片（支持 JPEG、PNG、WebP）。文字没有丢失，请换一张。',
  },
  photo_heic: {
    status: 422,
    title: 'HEIC 照片',
    detail: '这是 HEIC 格式的照片，暂不支持。请在手机相机设置里改为“兼容性最佳”，或换一张 JPEG 照片。文字没有丢失。',
  },
  photo_digest_mismatch: {
    status: 422,
    title: '照片传输有误',
    detail: '照片在传输中出错，没有保存。请重新上传这一张，文字没有丢失。',
  },
  post_already_held: {
    status: 409,
    title: '岗位已有人任职',
    detail: `这个岗位只设一人，这段时间已有人任职。${KEPT}请先办理原任职人员的离任，或改用代理、主持工作、临时代管。`,
  },
  already_in_post: {
    status: 409,
    title: '已在这个岗位',
    detail: `这个人这段时间已经担任这个岗位。${KEPT}请核对起止日期。`,
  },
  tenure_already_ended: {
    status: 409,
    title: '任职已经结束',
    detail: `这项任职已经结束，结束日期不能往后改。${KEPT}需要继续任职的，请重新办理任职。`,
  },
  login_taken: { status: 409, title: '账号已被使用', detail: `这个账号已经有人使用。${KEPT}请换一个账号。` },
  phone_taken: {
    status: 409,
    title: '手机号已登记',
    detail: `名册里已有人登记了这个手机号。${KEPT}请核对手机号，或先查找这个人。`,
  },
  trade_unknown: { status: 422, title: '行业不存在', detail: `没有这个行业代号。${KEPT}请从列表中选择。` },
  catalogue_invalid: {
    status: 422,
    title: '职责清单没有通过检查',
    detail: '职责清单没有通过检查，没有导入，原来的清单照常使用。请按列出的问题修改后再导入。',
  },
  catalogue_version_taken: {
    status: 409,
    title: '清单版本已存在',
    detail: '同一版本号的清单已经导入过，内容却不一样，这一次没有导入。请把版本号加一后再导入。',
  },
  no_catalogue: {
    status: 404,
    title: '还没有职责清单',
    detail: '这个辖区还没有导入安全生产职责清单。请联系管理员导入。',
  },
  standard_replaced: {
    status: 409,
    title: '这一条已有本地的版本',
    detail: `同事已经为本辖区改过这一条。${KEPT}请刷新后在改过的那一条上接着改。`,
  },
  not_a_workbook: {
    status: 422,
    title: '不是 Excel 表格',
    detail:
      '这个文件不是能识别的 Excel 表格（.xlsx），什么也没有导入。请下载模板填写，或在 WPS、Excel 里另存为 .xlsx 再选一次。',
  },
  import_refused: {
    status: 422,
    title: '表格里有错，没有导入',
    detail: '表格里有几处要改，一行也没有导入，原来的清单没有变。请按列出的行和列改好，再选一次文件。',
  },
  link_expired: { status: 403, title: '链接已过期', detail: '这个照片链接已过期，请刷新页面重新打开。' },
  point_renewed: {
    status: 410,
    title: '这个二维码已换新',
    detail: `这个二维码已经换成新的，这里不再接收。${KEPT}请扫现场新的二维码，或者直接打电话。`,
  },
  client_too_old: {
    status: 426,
    title: '版本太旧',
    detail: '程序版本太旧，请更新后再用。未发送的内容都还在，更新后会接着发送。',
  },
  demo_only: { status: 404, title: '没有找到', detail: '只有演示环境才有这项内容。' },
  busy: { status: 503, title: '服务器忙', detail: `服务器正忙，这次没有保存。${KEPT}请稍后重试，重试不会重复提交。` },
  internal: {
    status: 500,
    title: '服务器出错',
    detail: `服务器出了错，这次没有保存。${KEPT}请稍后重试；仍不行请把时间告诉管理员。`,
  },
} as const satisfies Record<string, { status: number; title: string; detail: string }>;

export type ProblemCode = keyof typeof PROBLEMS;
export const problemCodes = Object.keys(PROBLEMS) as ProblemCode[];

/** The body of a refusal. `detail` overrides the default wording when more is known. */
export function problem(code: ProblemCode, detail?: string, errors?: FieldError[]): Problem {
  const known = PROBLEMS[code];
  return {
    type: `urn:zerentian:problem:${code}`,
    title: known.title,
    status: known.status,
    code,
    detail: detail ?? known.detail,
    ...(errors ? { errors } : {}),
  };
}
