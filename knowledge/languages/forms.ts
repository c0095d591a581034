/**
 * Sentences of another language with the Chinese by which they are heard: `{date}` and its like stand for what is read. A sentence is
 * understood when the whole of it fits; nothing is guessed from a part.
 */

/** What stands in a gap, as Chinese; `hint`: it is about this, and cannot be told. */
export type Slot = (text: string) => string | { hint: string } | undefined;

export interface Form {
  pattern: RegExp;
  slots: readonly string[];
  zh: string;
}

export type Heard = { zh: string } | { hint: string } | undefined;

/** Apostrophes, spaces, case and what ends a sentence do not matter. */
export function spelt(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[’‘`´]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^["']+|["']+$/g, '')
    .replace(/[\s.!;,]+$/, '');
}

/** A pattern with gaps (`our lead is (a )?{title}`): brackets group, `?` makes what is before it optional. */
export function formOf(english: string, zh: string): Form {
  const slots: string[] = [];
  const source = english.replace(/\((?!\?)/g, '(?:').replace(/\{([a-z]\w*)\}/g, (_, slot: string) => {
    slots.push(slot);
    return '(.{1,120}?)';
  });
  return { pattern: new RegExp(`^${source}$`, 'iu'), slots, zh };
}

/** The Chinese of a sentence that one of the forms fits whole. */
export function heardBy(forms: readonly Form[], text: string, slot: Readonly<Record<string, Slot>>): Heard {
  let hint: Heard;
  for (const { pattern, slots, zh } of forms) {
    const found = pattern.exec(text);
    if (!found) continue;
    const values = slots.map((name, at) => slot[name.replace(/\d$/, '')]?.(found[at + 1] ?? ''));
    const asked = values.find((each) => typeof each === 'object');
    if (asked) hint ??= asked;
    if (values.some((each) => typeof each !== 'string')) continue;
    return { zh: slots.reduce((said, name, at) => said.replace(`{${name}}`, () => String(values[at])), zh) };
  }
  return hint;
}
