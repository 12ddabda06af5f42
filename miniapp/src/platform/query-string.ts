export type QueryValues = Record<string, string | number | boolean | null | undefined>;

/** `?a=1&b=2` with what has a value, or the empty string. (WeChat has no URLSearchParams.) */
export function queryString(values: QueryValues | undefined): string {
  const pairs = Object.entries(values ?? {})
    .filter(([, value]) => value !== undefined && value !== null && value !== '')
    .map(([key, value]) => `${encodeURIComponent(key)}=${encodeURIComponent(String(value))}`);
  return pairs.length > 0 ? `?${pairs.join('&')}` : '';
}
