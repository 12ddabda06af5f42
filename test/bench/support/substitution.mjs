// Puts another township, new ids and the next numbers in the place of the recorded ones.

/** For each recorded parameter, how to make it for another request. `probe`: the recorded request's own town, key and new ids. */
export function bind(parameters, probe) {
  const fixed = new Map();
  for (const [path, value] of leaves(probe.town)) fixed.set(value, (context) => valueAt(context.town, path));
  fixed.set(probe.key, (context) => context.key);
  return parameters.map((value) => {
    if (fixed.has(value)) return fixed.get(value);
    if (probe.newIds.includes(value)) return (context) => freshId(context, value);
    if (value === probe.seq) return (context) => context.seq + 1;
    if (value === probe.last) return (context) => context.last + 1;
    if (value === probe.number) return (context) => `${context.town.code}-${context.newId().slice(0, 18)}`;
    if (typeof value === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value)) return constant(new Date(value));
    return constant(value);
  });
}

/** The parameters of one request. */
export function substituted(makers, context) {
  return makers.map((make) => make(context));
}

const constant = (value) => () => value;

function freshId(context, recorded) {
  if (!context.ids.has(recorded)) context.ids.set(recorded, context.newId());
  return context.ids.get(recorded);
}

function leaves(value, path = []) {
  if (value === null || typeof value !== 'object') return [[path, value]];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, [...path, key]));
}

function valueAt(value, path) {
  return path.reduce((inner, key) => inner[key], value);
}
