import type { Cadence } from './cadence.contract';
import type { CatalogueContent, Duty } from './catalogue.contract';
import { error, type Finding } from './finding';

/** What a duty is must agree with when it falls due and how it is shown; and the calendar must hold its days. */
export function checkShape(catalogue: CatalogueContent): Finding[] {
  return [...catalogue.duties.flatMap(nature), ...catalogue.duties.flatMap(days), ...seasons(catalogue)];
}

function nature(duty: Duty): Finding[] {
  const { regular, inside, triggers, asNeeded } = duty.when;
  const timed = regular !== null || inside !== undefined || triggers !== undefined || asNeeded !== undefined;
  const wrong = (message: string) => [error('nature', duty.key, message)];
  if (duty.nature === 'act') {
    if (duty.bearer.type === 'anyone') return wrong('履职事项须有明确的承担者，不能是任何单位和个人');
    if (!duty.evidence) return wrong('履职事项须写明用什么证明（evidence）');
    if (!timed) return wrong('履职事项须写明何时（when）；文件没有写的用 unquantified 并把 words 留空');
    return duty.indicator ? wrong('控制指标须标为 indicator') : [];
  }
  if (timed || duty.evidence) return wrong('常态责任、禁止事项和控制指标不会到期，不写 when 和 evidence');
  if (duty.nature === 'indicator' && !duty.indicator) return wrong('控制指标须写明指标（indicator）');
  return duty.nature !== 'indicator' && duty.indicator ? wrong('只有控制指标才写 indicator') : [];
}

function days(duty: Duty): Finding[] {
  const cadences: Cadence[] = [
    ...(duty.when.regular ? [duty.when.regular] : []),
    ...(duty.when.inside ?? []).map((part) => part.cadence),
  ];
  return cadences.flatMap((cadence) => {
    const quantified = cadence.type === 'unquantified' ? cadence.reading?.cadence : cadence;
    if (quantified?.type !== 'fixed-days') return [];
    return quantified.days
      .filter(({ month, day }) => month !== undefined && day > lengthOf(month))
      .map(({ month, day }) => error('impossible-date', duty.key, `没有${month}月${day}日`));
  });
}

function seasons({ scenes }: CatalogueContent): Finding[] {
  return scenes.flatMap((scene) => {
    if (scene.type !== 'season') return [];
    return [scene.from, scene.to]
      .filter((date) => Number(date.slice(3)) > lengthOf(Number(date.slice(0, 2))))
      .map((date) =>
        error('impossible-date', scene.key, `没有${Number(date.slice(0, 2))}月${Number(date.slice(3))}日`),
      );
  });
}

/** The most days that a month can have. */
function lengthOf(month: number): number {
  return new Date(Date.UTC(2024, month, 0)).getUTCDate();
}
