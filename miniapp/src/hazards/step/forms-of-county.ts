import type { HazardStep } from '@zerentian/shared/hazards/hazard.vocabulary';
import type { StepForm } from './step-form';

/** The county's paper, as photographed or scanned. */
const PAPER = {
  photosLabel: '文件照片或扫描件',
  photosHint: '拍下文件，字要看得清',
};

/** What goes to the county, and what came back. The township decides none of it: it puts on record what a paper says. */
export const COUNTY_FORMS = {
  'report-to-county': {
    fields: ['purpose', 'text', 'clause', 'ownPhotos', 'photos', 'to', 'reportNumber'],
    textLabel: '情况',
    textHint: '已按记录写好，请核对、补充',
    textRequired: true,
    photosLabel: '另附照片或文件',
    consequence: '上报后由县级办理，责任在县级。收到县级的文件后，在这里登记编号。',
    verb: '上报县级',
    isChecked: true,
  },
  'record-judgement': {
    fields: ['countyNumber', 'clause', 'photos', 'text'],
    ...PAPER,
    textLabel: '补充说明',
    consequence: '只登记县级已经作出的判定：登记后级别记为“重大”。县级判定不是重大的，请改用“登记县级退回”。',
    verb: '登记县级判定',
    isChecked: true,
  },
  'record-listing': {
    fields: ['countyNumber', 'limit', 'unit', 'leader', 'photos', 'text'],
    ...PAPER,
    textLabel: '补充说明',
    consequence: '登记后交责任单位：先提交整改方案（五落实），再开始整改。包保领导跟踪督办。',
    verb: '登记挂牌督办',
    isChecked: true,
  },
  'record-county-return': {
    fields: ['countyNumber', 'text', 'photos'],
    ...PAPER,
    textLabel: '县级的意见',
    textHint: '照文件写：不是重大、不予接收，或者由乡镇办理',
    textRequired: true,
    consequence: '登记后回到乡里接着办理，由分管安全生产负责人签批交办。',
    verb: '登记县级退回',
    isChecked: true,
  },
  'record-write-off': {
    fields: ['countyNumber', 'photos', 'text'],
    ...PAPER,
    textLabel: '补充说明',
    consequence: '只登记县级已经作出的核销：登记后这一条销号，了结。',
    verb: '登记县级核销',
    isChecked: true,
  },
} as const satisfies Partial<Record<HazardStep, StepForm>>;
