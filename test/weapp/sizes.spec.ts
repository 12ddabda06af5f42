import { Bundle, MAIN } from './support/bundle';
import { Phone } from './support/phone';
import {
  BUDGET_KB,
  MAIN_PACKAGE_KB,
  mainPackageShares,
  PACKAGE_LIMIT,
  packageSizes,
  type Share,
  TOTAL_LIMIT,
} from './support/sizes';

const bundle = Bundle.built();
const kb = (bytes: number) => `${(bytes / 1000).toFixed(1)} KB`;

/** What may be downloaded, by WeChat's limits and by the budget that keeps the first start short. */
describe('sizes', () => {
  const sizes = packageSizes(bundle);
  const total = [...sizes.values()].reduce((sum, bytes) => sum + bytes, 0);
  const shares = mainPackageShares(bundle);

  beforeAll(() => {
    const packages = [...sizes].map(
      ([root, bytes]) => `  ${(root || 'main package').padEnd(18)}${kb(bytes).padStart(10)}`,
    );
    const parts = shares.map(
      ({ part, bytes }) => `  ${part.padEnd(18)}${kb(bytes).padStart(10)} of ${BUDGET_KB[part]} KB`,
    );
    const lines = [
      `WeChat: each package up to ${kb(PACKAGE_LIMIT)}, all up to ${kb(TOTAL_LIMIT)}; there are ${kb(total)}`,
      ...packages,
      `The main package by the budget (${MAIN_PACKAGE_KB} KB):`,
      ...parts,
    ];
    console.info(lines.join('\n'));
  });

  it('keep WeChat’s limits', () => {
    expect([...sizes].filter(([, bytes]) => bytes > PACKAGE_LIMIT)).toEqual([]);
    expect(total).toBeLessThan(TOTAL_LIMIT);
  });

  it(`keep the main package within ${MAIN_PACKAGE_KB} KB`, () => {
    const size = sizes.get(MAIN)!;
    if (size > MAIN_PACKAGE_KB * 1000)
      throw new Error([`The main package takes ${kb(size)}.`, ...shares.filter(isOver).map(overrun)].join('\n'));
    const counted = shares.reduce((sum, { bytes }) => sum + bytes, 0);
    expect(Math.abs(counted - size)).toBeLessThan(100);
  });

  it(`keep the contracts within ${BUDGET_KB.contracts} KB, zod included`, () => {
    const contracts = shares.find(({ part }) => part === 'contracts')!;
    expect(contracts.bytes).toBeGreaterThan(10_000);
    if (isOver(contracts)) throw new Error(overrun(contracts));
  });

  it('count what must run before the first page is there', () => {
    const phone = new Phone({ server: 'http://127.0.0.1:9' });
    phone.start();
    const { scripts } = phone.program;
    phone.switchOff();
    const bytes = scripts.reduce((sum, script) => sum + bundle.size(script), 0);
    console.info(`JavaScript before the first page: ${kb(bytes)} in ${scripts.length} scripts`);
    expect(scripts.filter((script) => bundle.packageOf(script) !== MAIN)).toEqual([]);
  });

  it('know every module of the scripts', () => {
    expect(shares.flatMap(({ largest }) => largest).filter(({ source }) => source.startsWith('unknown'))).toEqual([]);
  });
});

function isOver({ part, bytes }: Pick<Share, 'part' | 'bytes'>): boolean {
  return bytes > BUDGET_KB[part] * 1000;
}

function overrun({ part, bytes, largest }: Share): string {
  const names = largest.map((it) => `  ${kb(it.bytes).padStart(10)}  ${it.source}`);
  return [
    `${part} takes ${kb(bytes)}, its part of the budget is ${BUDGET_KB[part]} KB. The largest of it:`,
    ...names,
  ].join('\n');
}
