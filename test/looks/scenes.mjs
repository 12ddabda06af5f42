// What is looked at: every page of the mini-program, in the states that people meet, each before the eyes of somebody who uses it.
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { hazardStates, hazardSteps } = require('@zerentian/shared/hazards/hazard.vocabulary');

/**
 * @typedef {object} Scene
 * @property {string} name of the pictures
 * @property {string} [as] a demo login; nobody is signed in without it
 * @property {string} [path] in the app; words in braces are filled in from the samples
 * @property {object} [sample] `{ state }` or `{ step }`: the hazard, and who sees it, are looked for in the demo
 * @property {object[]} [waiting] what the person's outbox holds on this device, beside what every item has
 * @property {boolean} [offline] the network goes once the page stands
 * @property {string[]} [press] what is pressed one after another: `#id`, or the words of a button
 * @property {string[]} [widths] only these
 * @property {RegExp} [complains] what the browser may report as an error here
 */

const today = (as) => ({ name: `today-${as}`, as, path: 'today/index' });
const dashboard = (as) => ({ name: `dashboard-${as}`, as, path: 'dashboards/index' });

/** @type {Scene[]} */
const pages = [
  { name: 'sign-in', path: 'sign-in/index' },
  { name: 'sign-in-refused', path: 'sign-in/index', press: ['#sign-in'] },
  ...['baocun1', 'shuji', 'qiye', 'anjianzhan', 'xianji', 'guanliyuan'].map(today),
  ...['shuji', 'xianji', 'cunzhishu', 'guanliyuan'].map(dashboard),
  { name: 'dashboard-holders', as: 'shuji', path: 'dashboards/index', press: ['在谁手里'], widths: ['phone'] },
  { name: 'dashboard-numbers', as: 'shuji', path: 'dashboards/index', press: ['看数字'] },
  { name: 'me', as: 'baocun1', path: 'me/index' },
  { name: 'me-two-posts', as: 'cunzhishu', path: 'me/index' },
  { name: 'me-password', as: 'baocun1', path: 'me/index', press: ['#change-password', '#save-password'] },
  { name: 'me-devices', as: 'baocun1', path: 'me/index', press: ['#open-sessions'] },
  { name: 'hazards', as: 'anjianzhan', path: 'hazards/list/index' },
  { name: 'hazards-of-cadre', as: 'baocun1', path: 'hazards/list/index' },
  { name: 'hazards-none', as: 'guanliyuan', path: 'hazards/list/index' },
  { name: 'hazards-of-major', as: 'anjianzhan', path: 'hazards/list/index?view=major' },
  { name: 'hazards-none-watched', as: 'qiye', path: 'hazards/list/index?view=sample' },
  { name: 'hazards-filtered', as: 'anjianzhan', path: 'hazards/list/index?view=overdue' },
  { name: 'report', as: 'baocun1', path: 'hazards/report/index' },
  { name: 'report-all-fields', as: 'baocun1', path: 'hazards/report/index', press: ['补充：', '#submit-hazard'] },
  { name: 'report-fixed', as: 'baocun1', path: 'hazards/report/index', press: ['即查即改'] },
  { name: 'report-unit', as: 'baocun1', path: 'hazards/report/index', press: ['#unitId'] },
  { name: 'report-refused', as: 'guanliyuan', path: 'hazards/report/index' },
  { name: 'records', as: 'baocun1', path: 'duty-records/list/index' },
  { name: 'records-of-area', as: 'anjianzhan', path: 'duty-records/list/index', press: ['辖区'] },
  { name: 'record-sheet', as: 'baocun1', path: 'duty-records/list/index', press: ['.record-row.list-item--link'] },
  { name: 'record', as: 'baocun1', path: 'duty-records/record/index' },
  {
    name: 'record-all-fields',
    as: 'baocun1',
    path: 'duty-records/record/index',
    press: ['其他类别', '补充单位', '补录纸质', '#submit-record'],
  },
  { name: 'summary', as: 'baocun1', path: 'duty-records/summary/index' },
  { name: 'proof', as: 'baocun1', path: 'duty-records/proof/index' },
  { name: 'inspections', as: 'anjianzhan', path: 'inspections/list/index' },
  { name: 'inspections-of-enterprise', as: 'qiye', path: 'inspections/list/index' },
  { name: 'visit-unit', as: 'baocun1', path: 'inspections/visit/index' },
  { name: 'visit-items', as: 'baocun1', path: 'inspections/visit/index', press: ['.visit-unit', '不合格'] },
  {
    name: 'visit-rest',
    as: 'baocun1',
    path: 'inspections/visit/index',
    press: ['.visit-unit', '#rest-passed'],
  },
  {
    name: 'visit-sign',
    as: 'baocun1',
    path: 'inspections/visit/index',
    press: ['.visit-unit', '#rest-passed', '#rest-confirm', '#send-visit'],
  },
  {
    name: 'visit-refused',
    as: 'baocun1',
    path: 'inspections/visit/index',
    press: ['.visit-unit', '#rest-passed', '#rest-confirm', '#refuses'],
  },
  { name: 'inspection', as: 'anjianzhan', path: 'inspections/detail/index?id={inspection}' },
  { name: 'coverage', as: 'anjianzhan', path: 'inspections/coverage/index' },
  { name: 'checklists', as: 'anjianzhan', path: 'inspections/checklists/index', press: ['#show-general'] },
  { name: 'checklist-edit', as: 'anjianzhan', path: 'inspections/checklists/index', press: ['#edit-general'] },
  { name: 'campaigns', as: 'shuji', path: 'campaigns/list/index' },
  { name: 'campaign', as: 'anjianzhan', path: 'campaigns/detail/index?id={campaign}' },
  { name: 'campaign-plan', as: 'anjianzhan', path: 'campaigns/plan/index', press: ['#submit-plan'] },
  { name: 'campaign-finish', as: 'anjianzhan', path: 'campaigns/finish/index?id={campaign}' },
  { name: 'who', as: 'baocun1', path: 'accountability/index' },
  { name: 'who-unit', as: 'qiye', path: 'accountability/index' },
  { name: 'who-vacant', as: 'shuji', path: 'accountability/index?area=140621200213' },
  { name: 'who-county', as: 'xianji', path: 'accountability/index' },
  { name: 'who-clauses', as: 'baocun1', path: 'accountability/index', press: ['条款依据'] },
  { name: 'who-past', as: 'baocun1', path: 'accountability/index', press: ['看往日'] },
  { name: 'who-trade', as: 'baocun1', path: 'accountability/index', press: ['某个行业'] },
  {
    name: 'caretaker',
    as: 'shuji',
    path: 'accountability/index?area=140621200213',
    press: ['指定临时负责人', '#appoint-caretaker'],
  },
  { name: 'document', as: 'baocun1', path: 'document/index' },
  { name: 'document-mine', as: 'baocun1', path: 'document/index', press: ['只看我的'] },
  { name: 'document-sentence', as: 'baocun1', path: 'document/index', press: ['.reader__duty'] },
  { name: 'document-contents', as: 'baocun1', path: 'document/index', press: ['目录'], widths: ['phone'] },
  { name: 'today-jiwei', as: 'jiwei', path: 'today/index' },
  { name: 'supervision', as: 'jiwei', path: 'supervision-notices/index' },
  { name: 'supervision-sheet', as: 'jiwei', path: 'supervision-notices/index', press: ['.supervision-card'] },
  { name: 'supervision-explain', as: 'anjianzhan', path: 'supervision-notices/index', press: ['.supervision-card'] },
  { name: 'supervision-none', as: 'qiye', path: 'supervision-notices/index' },
  { name: 'hazard-supervised', as: 'fenguan', path: 'hazards/detail/index?id={supervised}' },
  { name: 'report-brief', as: 'cunzhishu', path: 'hazards/report/index' },
  { name: 'report-standard', as: 'baocun1', path: 'hazards/report/index', press: ['#choose-standard'] },
  {
    name: 'report-filled',
    as: 'baocun1',
    path: 'hazards/report/index',
    press: ['#unitId', '昌盛建材厂', '#choose-standard', '.standard-option'],
  },
  { name: 'standards', as: 'baocun1', path: 'standards/index' },
  { name: 'standards-desk', as: 'anjianzhan', path: 'standards/index', press: ['判定标准'] },
  { name: 'standard-new', as: 'anjianzhan', path: 'standards/edit/index', press: ['#save-standard'] },
  { name: 'standard-refused', as: 'baocun1', path: 'standards/edit/index' },
  { name: 'units', as: 'anjianzhan', path: 'units/list/index' },
  { name: 'unit-sheet', as: 'anjianzhan', path: 'units/list/index', press: ['.list-item--link', '#save-point'] },
  { name: 'public-report', path: 'public-reports/open/report/index?code={point}' },
  {
    name: 'public-report-wrong',
    path: 'public-reports/open/report/index?code={point}',
    press: ['留姓名电话', '#send-report'],
  },
  { name: 'public-report-renewed', path: 'public-reports/open/report/index?code=2', widths: ['phone'] },
  { name: 'public-sent', path: 'public-reports/open/sent/index?code={follow}' },
  { name: 'public-follow', path: 'public-reports/open/follow/index?code={follow}' },
  { name: 'public-follow-asked', path: 'public-reports/open/follow/index', press: ['#ask'] },
  { name: 'public-reports', as: 'anjianzhan', path: 'public-reports/desk/list/index' },
  { name: 'public-reports-all', as: 'anjianzhan', path: 'public-reports/desk/list/index', press: ['全部'] },
  { name: 'public-report-named', as: 'anjianzhan', path: 'public-reports/desk/report/index?id={received}' },
  { name: 'public-report-disputed', as: 'anjianzhan', path: 'public-reports/desk/report/index?id={disputed}' },
  { name: 'public-report-accept', as: 'anjianzhan', path: 'public-reports/desk/accept/index?id={received}' },
  { name: 'public-points', as: 'anjianzhan', path: 'public-reports/desk/points/index' },
  { name: 'public-points-village', as: 'cunzhishu', path: 'public-reports/desk/points/index' },
  { name: 'contacts', as: 'baocun1', path: 'contacts/index' },
  { name: 'self-checks', as: 'qiye', path: 'self-checks/list/index' },
  { name: 'self-checks-fixed', as: 'qiye', path: 'self-checks/list/index', press: ['已整改'] },
  { name: 'self-checks-not-mine', as: 'anjianzhan', path: 'self-checks/list/index' },
  { name: 'self-check-entry', as: 'qiye', path: 'self-checks/entry/index' },
  {
    name: 'self-check-all-fields',
    as: 'qiye',
    path: 'self-checks/entry/index',
    press: ['补充：', '疑似重大', '#submit-self-check'],
  },
  { name: 'self-check', as: 'qiye', path: 'self-checks/detail/index?id={selfCheck}', press: ['#fix-self-check'] },
  { name: 'self-check-refer', as: 'qiye', path: 'self-checks/detail/index?id={selfCheck}', press: ['#other-step'] },
  { name: 'self-check-import', as: 'qiye', path: 'self-checks/import/index' },
  { name: 'self-check-counts', as: 'anjianzhan', path: 'self-checks/counts/index' },
  { name: 'evidence-pack', as: 'anjianzhan', path: 'evidence-packs/index' },
  { name: 'evidence-pack-enterprise', as: 'qiye', path: 'evidence-packs/index' },
  { name: 'contacts-enterprises', as: 'baocun1', path: 'contacts/index', press: ['企业'] },
];

const PHOTO = { id: '01900000-0000-7000-8000-0000000000f1', source: 'photo-1', bytes: 280_000 };
const REFUSAL = {
  code: 'step_not_allowed',
  title: '这一步现在不能办',
  detail: '情况已经变化，这一步现在不能办理。您填写的内容还在手机上，没有丢失。请刷新后看最新进展。',
  errors: [],
};
const ON_THE_WAY = [
  {
    title: '提交整改',
    about: '配电箱没有盖，电线裸露',
    path: '/hazards/x/submit',
    state: 'refused',
    refusal: REFUSAL,
    form: { page: 'hazardStep', draft: 'x', values: {} },
    page: { page: 'hazard', params: { id: 'x' } },
  },
  {
    title: '上报，请安监站研判',
    about: '河堤护栏断了一截，旁边就是小学的放学路，孩子们常在这里玩',
  },
  { title: '履职记录 · 安全检查', about: '到三户养殖户查用电，换掉一处老化插座', unsaved: true },
  {
    title: '复查合格',
    about: '灭火器被货架挡住',
    state: 'delivered',
    deliveredAt: '2026-11-23T02:32:00.000Z',
    kept: { code: 'step_not_allowed', words: '这条隐患已由马志远（示例）销号，您的复查情况作为备注记入了历史。' },
  },
  {
    title: '上报，请安监站研判',
    about: '井盖松动',
    state: 'delivered',
    deliveredAt: '2026-11-23T01:05:00.000Z',
    photos: [
      {
        ...PHOTO,
        state: 'lost',
        words: '手机里找不到这张照片了，可能被清理过。这一张没有送达，文字和其他照片不受影响。',
      },
    ],
  },
  { title: '答复催办', about: '正在办', state: 'delivered', deliveredAt: '2026-11-23T00:32:00.000Z' },
];

const phone = [
  { name: 'outbox', as: 'baocun1', path: 'outbox/index', waiting: ON_THE_WAY, offline: true },
  { name: 'outbox-discard', as: 'baocun1', path: 'outbox/index', waiting: ON_THE_WAY, offline: true, press: ['放弃'] },
  { name: 'outbox-empty', as: 'qiye', path: 'outbox/index' },
  { name: 'today-unsent', as: 'baocun1', path: 'today/index', waiting: ON_THE_WAY, offline: true },
  { name: 'me-unsent', as: 'baocun1', path: 'me/index', waiting: ON_THE_WAY, offline: true },
  {
    name: 'hazard-unsent',
    as: 'baocun1',
    path: 'hazards/detail/index?id=01900000-0000-7000-8000-000000000001',
    waiting: [
      {
        title: '上报，请安监站研判',
        about: '河堤护栏断了一截',
        subject: 'hazard:01900000-0000-7000-8000-000000000001',
        creates: true,
      },
    ],
    offline: true,
  },
  { name: 'privacy', as: 'baocun1', path: 'privacy/index' },
].map((scene) => ({ ...scene, complains: /ERR_/ }));

const hazards = [
  ...hazardStates.map((state) => ({ name: `hazard-${state}`, sample: { state } })),
  ...[
    ['suspected', 'anjianzhan'],
    ['measured', 'baocun1'],
    ['judging', 'anjianzhan'],
    ['judged', 'xianji'],
    ['listed', 'qiye'],
    ['planned', 'xiangzhang'],
    ['rechecked', 'anjianzhan'],
    ['asked', 'baocun1'],
    ['watched', 'shuji'],
    ['into', 'anjianzhan'],
    ['fixed', 'anjianzhan'],
  ].map(([name, as]) => ({ name: `hazard-made-${name}`, as, path: `hazards/detail/index?id={${name}}` })),
  { name: 'hazard-of-inspection', as: 'anjianzhan', path: 'hazards/detail/index?id={found}' },
  { name: 'hazard-photos', as: 'anjianzhan', path: 'hazards/detail/index?id={photos}' },
  { name: 'hazard-reminded', as: 'qiye', path: 'hazards/detail/index?id={photos}', press: ['有困难'] },
  {
    name: 'hazard-missing',
    as: 'baocun1',
    path: 'hazards/detail/index?id=01900000-0000-7000-8000-000000000000',
    complains: /404/,
  },
];

/** A form that would be taken as it opens is looked at so; the others with what they say when they are sent empty. */
const TAKEN_AS_IT_OPENS = [
  'approve',
  'assess',
  'assign',
  'start',
  'verify',
  'close',
  'spot-check',
  'grant-extension',
  'submit-plan',
  'report-to-county',
];
const steps = hazardSteps.map((step) => ({
  name: `step-${step}`,
  sample: { step },
  press: TAKEN_AS_IT_OPENS.includes(step) ? [] : ['#take-step'],
}));

/** 核对: the form filled in as it opens, read through before it is sent. */
const reviews = [
  {
    name: 'review-report-to-county',
    as: 'anjianzhan',
    path: 'hazards/step/index?id={measured}&step=report-to-county',
    press: ['#take-step'],
  },
];

export const SCENES = [...pages, ...phone, ...hazards, ...steps, ...reviews];
