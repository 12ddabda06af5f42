import type { CatalogueContent } from './catalogue.contract';
import { dutyReferences, type ListName, lists, type Reference } from './duty-references';
import { error, type Finding } from './finding';

/** Every key is unique in its list, every reference lands, and every chain of superiors ends. */
export function checkReferences(catalogue: CatalogueContent): Finding[] {
  const references = [
    ...structureReferences(catalogue),
    ...catalogue.duties.flatMap(dutyReferences),
    ...scoringReferences(catalogue),
  ];
  return [
    ...uniqueKeys(catalogue),
    ...unresolved(catalogue, references),
    ...severities(catalogue),
    ...levels(catalogue),
    ...cycles(catalogue),
  ];
}

function unresolved(catalogue: CatalogueContent, references: Reference[]): Finding[] {
  const names = Object.keys(lists) as ListName[];
  const keys = new Map(names.map((name) => [name, new Set(catalogue[name].map((entry) => entry.key))]));
  return references
    .filter((reference) => !keys.get(reference.list)?.has(reference.key))
    .map(({ where, list, key }) =>
      error('unknown-reference', where, `${lists[list]}“${key}”不存在，请改代号或补上这一条`),
    );
}

function uniqueKeys(catalogue: CatalogueContent): Finding[] {
  return (Object.keys(lists) as ListName[]).flatMap((name) => {
    const keys = catalogue[name].map((entry) => entry.key);
    const twice = new Set(keys.filter((key, index) => keys.indexOf(key) !== index));
    return [...twice].map((key) => error('key-twice', `${name}.${key}`, `${lists[name]}代号“${key}”用了两次`));
  });
}

function structureReferences({ postKinds, bodies, unitClasses }: CatalogueContent): Reference[] {
  const toKinds = (where: string, keys: readonly string[]) =>
    keys.map((key): Reference => ({ where, list: 'postKinds', key }));
  return [
    ...postKinds.flatMap((kind) =>
      toKinds(kind.key, [...(kind.reportsTo ? [kind.reportsTo] : []), ...(kind.byVirtueOf ?? [])]),
    ),
    ...bodies.flatMap((body) => toKinds(body.key, [...body.actsThrough, ...body.members])),
    ...unitClasses.flatMap((unitClass) => toKinds(unitClass.key, unitClass.headedBy)),
  ];
}

function scoringReferences({ scoring }: CatalogueContent): Reference[] {
  return [
    ...scoring.items.flatMap((item) =>
      item.duties.map((key): Reference => ({ where: `scoring.${item.key}`, list: 'duties', key })),
    ),
    ...scoring.vetoes.flatMap((veto) =>
      veto.unitClasses.map((key): Reference => ({ where: `scoring.${veto.key}`, list: 'unitClasses', key })),
    ),
  ];
}

/** A severity belongs to the event that it is asked of. */
function severities(catalogue: CatalogueContent): Finding[] {
  return catalogue.duties.flatMap((duty) =>
    (duty.when.triggers ?? []).flatMap((trigger) => {
      if (!('severityFrom' in trigger) || !trigger.severityFrom) return [];
      const known = catalogue.events.find((event) => event.key === trigger.event)?.severities ?? [];
      if (known.some((severity) => severity.key === trigger.severityFrom)) return [];
      return [error('unknown-reference', duty.key, `事件“${trigger.event}”没有“${trigger.severityFrom}”这一等级`)];
    }),
  );
}

/** A bearer may be narrowed only to levels at which the kind of post exists. */
function levels(catalogue: CatalogueContent): Finding[] {
  return catalogue.duties.flatMap((duty) => {
    if (duty.bearer.type !== 'post') return [];
    const { postKind, levels: wanted = [] } = duty.bearer;
    const kind = catalogue.postKinds.find((entry) => entry.key === postKind);
    const existing = kind ? [kind.level, ...(kind.alsoLevels ?? [])] : wanted;
    return wanted
      .filter((level) => !existing.includes(level))
      .map((level) => error('unknown-reference', duty.key, `岗位类别“${postKind}”没有“${level}”这一层级`));
  });
}

function cycles({ postKinds }: CatalogueContent): Finding[] {
  const superior = new Map(postKinds.map((kind) => [kind.key, kind.reportsTo]));
  return postKinds.flatMap((kind) => {
    const seen = new Set<string>();
    let at: string | null | undefined = kind.reportsTo;
    while (at && at !== kind.key && !seen.has(at)) {
      seen.add(at);
      at = superior.get(at);
    }
    return at === kind.key ? [error('reports-to-cycle', kind.key, `岗位类别“${kind.key}”的上级绕回了自己`)] : [];
  });
}
