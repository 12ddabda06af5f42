/**
 * One transition table per thing that has states: who may, from where, to where. The server refuses by it and the
 * phone shows buttons by it, so that nobody is offered what would be refused.
 */
export interface Transition<State extends string, Step extends string, Role extends string> {
  step: Step;
  from: readonly State[];
  /** The state afterwards; null leaves it as it is. */
  to: State | null;
  by: readonly Role[];
}

export type TransitionTable<State extends string, Step extends string, Role extends string> = readonly Transition<
  State,
  Step,
  Role
>[];

/** The transition that a step takes from a state, or undefined where the table has none. */
export function transitionFor<S extends string, T extends string, R extends string>(
  table: TransitionTable<S, T, R>,
  state: S,
  step: T,
): Transition<S, T, R> | undefined {
  return table.find((row) => row.step === step && row.from.includes(state));
}

/** The steps that a holder of `roles` may take from a state. */
export function stepsFor<S extends string, T extends string, R extends string>(
  table: TransitionTable<S, T, R>,
  state: S,
  roles: ReadonlySet<R>,
): T[] {
  return table
    .filter((row) => row.from.includes(state) && row.by.some((role) => roles.has(role)))
    .map((row) => row.step);
}

/** States that no path from `start` reaches, and states without a way out: a test names which of the latter are meant. */
export function explore<S extends string>(
  table: TransitionTable<S, string, string>,
  states: readonly S[],
  start: readonly S[],
) {
  const reached = new Set<S>(start);
  for (let size = -1; size !== reached.size; ) {
    size = reached.size;
    for (const row of table) if (row.to && row.from.some((from) => reached.has(from))) reached.add(row.to);
  }
  return {
    unreachable: states.filter((state) => !reached.has(state)),
    final: states.filter((state) => !table.some((row) => row.to && row.to !== state && row.from.includes(state))),
  };
}
