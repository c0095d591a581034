/** The clauses that an answer of the help desk may cite: those of the guide, each with its words. */
import { outlineOf, wordsOf } from '../../../knowledge/check/outline.ts';
import type { Guide } from '../../../knowledge/guide.ts';

export interface Clause {
  clause: string;
  /** Word for word. */
  quote: string;
}

export interface ClauseGroup {
  name: string;
  clauses: Clause[];
}

/** Texts shorter than this are headings of tables; longer ones whole appendices. */
const length = { least: 5, most: 1100 };

const known = new WeakMap<Guide, ReadonlyMap<string, Clause>>();

/** By name; what only gathers other clauses is none. */
export function clausesOf(guide: Guide): ReadonlyMap<string, Clause> {
  const found = known.get(guide);
  if (found) return found;
  const outline = outlineOf(wordsOf(guide.source));
  const names = [...outline.keys()];
  const clauses = new Map<string, Clause>();
  for (const [clause, quote] of outline) {
    const gathers = names.some(
      (other) => other !== clause && /^[ （]/.test(other.slice(clause.length)) && other.startsWith(clause),
    );
    const isDirection = /选题方向[^（]+$/.test(clause);
    if ((gathers && !isDirection) || quote.length < length.least || quote.length > length.most) continue;
    clauses.set(clause, { clause, quote });
  }
  known.set(guide, clauses);
  return clauses;
}

/** In the order of the call, by section and appendix. */
export function clauseGroups(guide: Guide): ClauseGroup[] {
  const groups = new Map<string, Clause[]>();
  for (const each of clausesOf(guide).values()) {
    const name = /^附?[一二三四五六七八九\d]/.exec(each.clause)?.[0] ?? '其他';
    groups.set(name, [...(groups.get(name) ?? []), each]);
  }
  return [...groups].map(([name, clauses]) => ({ name, clauses }));
}
