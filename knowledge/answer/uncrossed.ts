/** 德国合作 names 德国: a word that begins inside a name and ends behind it (国合) does not stand there. */
import type { Mention, Touched } from './asked.ts';

const names: readonly Mention['is'][] = ['country', 'place', 'party', 'side', 'host'];

/** The concepts with what stands behind such a name read anew; `scan` reads a text's concepts. */
export function uncrossed(
  text: string,
  { touched, mentions }: { touched: readonly Touched[]; mentions: readonly Mention[] },
  scan: (text: string) => readonly Touched[],
): readonly Touched[] {
  const name = mentions.find(
    ({ is, start, end }) =>
      names.includes(is) && touched.some((word) => start < word.start && word.start < end && end < word.end),
  );
  if (!name) return touched;
  const { start, end } = name;
  const kept = touched.filter((word) => word.start < end && (word.start <= start || word.end <= end));
  const from = Math.max(end, ...kept.map((word) => word.end));
  const behind = scan(text.slice(from)).map((word) => ({ ...word, start: word.start + from, end: word.end + from }));
  const later = mentions.filter((each) => each.start >= end);
  return uncrossed(text, { touched: [...kept, ...behind], mentions: later }, scan);
}
