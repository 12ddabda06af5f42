/** A post as people name it: with its place, unless the title already says it. */
export function postWords({ title, areaName }: { title: string; areaName: string }): string {
  return title.includes(areaName) ? title : `${title} · ${areaName}`;
}
