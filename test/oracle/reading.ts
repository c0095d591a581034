/** How the second evaluator looks into facts in the form of the API; absent, null and "unknown" all come out as undefined. */

/** The three sets that are being filled. */
export type Sets = { failed: string[]; missing: string[]; confirm: string[] };

export function field(from: unknown, name: string): unknown {
  if (typeof from !== 'object' || from === null) return undefined;
  const value: unknown = Reflect.get(from, name);
  return value === null || value === 'unknown' ? undefined : value;
}

export function items(list: unknown): unknown[] {
  return Array.isArray(list) ? list : [];
}

/** The first day that a year, a month or a day can mean. */
export function earliest(date: string): string {
  if (date.length === 4) return `${date}-01-01`;
  if (date.length === 7) return `${date}-01`;
  return date;
}

/** The last day that a year, a month or a day can mean; only for comparing, so that every month may end on a 31st. */
export function latest(date: string): string {
  if (date.length === 4) return `${date}-12-31`;
  if (date.length === 7) return `${date}-31`;
  return date;
}
