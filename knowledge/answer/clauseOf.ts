/** Under which clause a quotation stands. */
import { outlineOf, wordsOf } from '../check/outline.ts';
import type { Guide } from '../guide.ts';

const outlines = new WeakMap<Guide, ReadonlyMap<string, string>>();

function outlineIn(guide: Guide): ReadonlyMap<string, string> {
  const known = outlines.get(guide) ?? outlineOf(wordsOf(guide.source));
  outlines.set(guide, known);
  return known;
}

/** Of the clauses stated for an answer (`一 第2段；三（二）`) the one that holds the quotation; all of them when none or several hold it. */
export function clauseOf(quote: string, stated: string, guide: Guide): string {
  const parts = stated.split('；');
  if (parts.length === 1) return stated;
  const outline = outlineIn(guide);
  const holding = parts.filter((part) => outline.get(part)?.includes(quote));
  return holding.length === 1 ? (holding[0] ?? stated) : stated;
}
