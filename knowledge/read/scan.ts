/** Longest match first, left to right: 副教授 is never read as 教授. One pass, a fixed number of look-ups a place. */
export interface Word<T> {
  readonly text: string;
  readonly at: number;
  readonly means: T;
}

/** Surface forms, and for each first sign the lengths at which one may end, longest first. */
export interface Words<T> {
  readonly forms: ReadonlyMap<string, T>;
  readonly lengths: ReadonlyMap<string, readonly number[]>;
}

/** Surface forms so that `scan` meets the longest first; of two equal ones the first stays. */
export function words<T>(entries: Iterable<readonly [string, T]>): Words<T> {
  const forms = new Map<string, T>();
  const lengths = new Map<string, number[]>();
  for (const [form, means] of entries) {
    if (form === '' || forms.has(form)) continue;
    forms.set(form, means);
    const first = form.charAt(0);
    const known = lengths.get(first);
    if (known === undefined) lengths.set(first, [form.length]);
    else if (!known.includes(form.length)) known.push(form.length);
  }
  for (const known of lengths.values()) known.sort((one, other) => other - one);
  return { forms, lengths };
}

/** The longest surface form that stands at `at`. */
export function wordAt<T>(text: string, at: number, { forms, lengths }: Words<T>): Word<T> | undefined {
  for (const length of lengths.get(text.charAt(at)) ?? []) {
    const form = text.slice(at, at + length);
    const means = form.length === length ? forms.get(form) : undefined;
    if (means !== undefined) return { text: form, at, means };
  }
  return undefined;
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
