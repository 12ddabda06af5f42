import { chooseUnit, fillStep, takeStep } from './pages';
import type { Device } from './phone';

export const LINE = '除尘管道积灰，车间里有人动火';
export const CLAUSE = '工贸企业重大事故隐患判定标准 第十一条';

/** Reports what may be 重大 at the enterprise, with a photo and the clause of the standard. */
export async function reportSuspicion(cadre: Device, photo: Buffer): Promise<void> {
  await cadre.press('上报隐患');
  await cadre.write('description', LINE);
  await cadre.photograph('photoIds', photo);
  await chooseUnit(cadre, 'unitId', '昌盛建材厂');
  await cadre.visible('上报研判', { exact: true }).click();
  await cadre.press(/^补充：/);
  await cadre.visible('疑似重大', { exact: true }).click();
  await cadre.write('standardClause', CLAUSE);
  await cadre.page.locator('#submit-hazard:visible').click();
  await cadre.sees('隐患详情');
}

export function takeMeasures(owner: Device, words: string): Promise<void> {
  return takeStep(owner, '采取先期措施', async () => {
    await owner.page.getByRole('checkbox', { name: '停止作业或使用' }).click();
    await owner.page.getByRole('checkbox', { name: '撤离人员' }).click();
    await owner.write('text', words);
  });
}

/** 五落实: refused with four of them, taken with the fifth. */
export async function submitPlan(owner: Device): Promise<void> {
  await fillStep(owner, '提交整改方案', async () => {
    await owner.write('responsibility', '厂长孟某负总责，车间主任落实');
    await owner.write('measures', '更换除尘管道，改好前停用二车间');
    await owner.write('funds', '8 万元，自筹，已到账');
    await owner.write('timeLimit', '十五天内装好试车');
  });
  await owner.sees('有一处需要改一下');
  await owner.write('contingency', '冒烟立即断电撤人，拨 119');
  await owner.page.locator('#take-step:visible').click();
}
