import { hazardTransitions } from '@zerentian/shared/hazards/hazard.lifecycle';
import { hazardRoleNames, hazardStateNames, hazardStepNames } from '@zerentian/shared/hazards/hazard.vocabulary';

const STARTS = ['  [*] --> closed: A 即查即改', '  [*] --> assigned: B 现场交办', '  [*] --> reported: C 上报研判'];

/** The table of hazards as docs/domain.md shows it: what changes the state as a diagram, the rest as a list. */
export function hazardDiagram(): string {
  const names = (by: readonly (keyof typeof hazardRoleNames)[]) => by.map((role) => hazardRoleNames[role]).join('、');
  const arrows = hazardTransitions.flatMap(({ step, from, to, by }) =>
    to === null ? [] : from.map((state) => `  ${state} --> ${to}: ${hazardStepNames[step]}（${names(by)}）`),
  );
  const words = Object.entries(hazardStateNames).map(([state, name]) => `  ${state}: ${state} ${name}`);
  const staying = hazardTransitions
    .filter(({ to }) => to === null)
    .map(({ step, from, by }) => `| ${hazardStepNames[step]} | ${states(from)} | ${names(by)} |`);
  return [
    '```mermaid',
    'stateDiagram-v2',
    ...words,
    ...STARTS,
    ...arrows,
    '```',
    '',
    'Steps that leave the state as it is:',
    '',
    '| step | in | by |',
    '|---|---|---|',
    ...staying,
  ].join('\n');
}

function states(from: readonly (keyof typeof hazardStateNames)[]): string {
  return from.map((state) => hazardStateNames[state]).join('、');
}
