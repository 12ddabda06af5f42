/** Messages of the contracts' building blocks: they are the same for every field, and name none. */
const NAMELESS = /^(请填写|请选择日期|日期应为|最多 |含有|这一项)/;

/** What is wrong, a line for each field in the order of `names`; a message that names no field gets the field's name before it. */
export function errorLines(
  errors: Readonly<Record<string, string>>,
  names: ReadonlyMap<string, string>,
): { field: string; words: string }[] {
  const order = [...names.keys()];
  const placeOf = (field: string) => (order.includes(field) ? order.indexOf(field) : order.length);
  return [...Object.entries(errors)]
    .sort(([a], [b]) => placeOf(a) - placeOf(b))
    .map(([field, message]) => {
      const name = names.get(field);
      return { field, words: name && NAMELESS.test(message) ? `${name}：${message}` : message };
    });
}
