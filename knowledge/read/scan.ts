/** Longest match first, left to right: 副教授 is never read as 教授. One pass, a fixed number of comparisons a place. */
export interface Word<T> {
  readonly text: string;
  readonly at: number;
  readonly means: T;
}

export type Words<T> = ReadonlyMap<string, readonly (readonly [string, T])[]>;

/** Orders surface forms so that `scan` meets the longest first. */
export function words<T>(entries: Iterable<readonly [string, T]>): Words<T> {
  const byFirst = new Map<string, (readonly [string, T])[]>();
  for (const entry of entries) {
    const first = entry[0].charAt(0);
    byFirst.set(first, [...(byFirst.get(first) ?? []), entry]);
  }
  for (const list of byFirst.values()) list.sort((a, b) => b[0].length - a[0].length);
  return byFirst;
}

/** The longest surface form that stands at `at`. */
export function wordAt<T>(text: string, at: number, table: Words<T>): Word<T> | undefined {
  const hit = table.get(text.charAt(at))?.find(([form]) => text.startsWith(form, at));
  return hit === undefined ? undefined : { text: hit[0], at, means: hit[1] };
}

/** All surface forms found in a text, none inside another. */
export function scan<T>(text: string, table: Words<T>): Word<T>[] {
  const found: Word<T>[] = [];
  for (let at = 0; at < text.length; ) {
    const word = wordAt(text, at, table);
    if (word === undefined) at += 1;
    else {
      found.push(word);
      at += word.text.length;
    }
  }
  return found;
}
