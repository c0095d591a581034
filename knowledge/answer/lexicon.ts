/** The concepts that a text touches: every word of the lexicon, longest first, so that 方向十 is never read in 方向十一. */
import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import type { OverlayWord } from '../overlayForm.ts';
import { scan, type Words, words } from '../read/scan.ts';
import type { Touched } from './asked.ts';
import { type ConceptRow, lexiconFile } from './lexiconSchema.ts';
import { normalise } from './normalise.ts';

interface Lexicon {
  rows: readonly ConceptRow[];
  weights: ReadonlyMap<string, number>;
  table: Words<readonly string[]>;
}

const folder = new URL('lexicon/', import.meta.url);
let known: Lexicon | undefined;

/** All concepts of `lexicon/`, read at first use; throws with the file's name when one does not fit its schema or an id stands twice. */
export function lexicon(): Lexicon {
  known ??= load();
  return known;
}

function load(): Lexicon {
  const rows = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .flatMap((name) => {
      const parsed = lexiconFile.safeParse(JSON.parse(readFileSync(new URL(name, folder), 'utf8')));
      if (!parsed.success) throw new Error(`knowledge/answer/lexicon/${name}: ${z.prettifyError(parsed.error)}`);
      return parsed.data.concepts;
    });
  const weights = new Map<string, number>();
  const byWord = new Map<string, string[]>();
  for (const { id, weight, words: forms } of rows) {
    if (weights.has(id)) throw new Error(`knowledge/answer/lexicon: 概念“${id}”写了两遍，请并成一条。`);
    weights.set(id, weight ?? 1);
    for (const form of forms) byWord.set(form, [...(byWord.get(form) ?? []), id]);
  }
  return { rows, weights, table: words(byWord) };
}

const latin = /[a-z0-9]/;

const tablesOfGuides = new WeakMap<readonly ConceptRow[], Words<readonly string[]>>();

/** The table with a guide's own concepts: a word of theirs means them alone. */
function tableOf(ofGuide: readonly ConceptRow[]): Words<readonly string[]> {
  const { table } = lexicon();
  if (ofGuide.length === 0) return table;
  const known = tablesOfGuides.get(ofGuide);
  if (known) return known;
  const own = ofGuide.flatMap(({ id, words: forms }) =>
    forms.map((form): [string, string[]] => [normalise(form), [id]]),
  );
  const made = words([...own, ...table.forms]);
  tablesOfGuides.set(ofGuide, made);
  return made;
}

const tables = new WeakMap<readonly OverlayWord[], Words<readonly string[]>>();

/** The lexicon's table, with the words that staff published where there are any; made once for each publication. */
function tableWith(more: readonly OverlayWord[] | undefined, ofGuide: readonly ConceptRow[]): Words<readonly string[]> {
  const table = tableOf(ofGuide);
  const { weights } = lexicon();
  if (!more || more.length === 0) return table;
  const known = tables.get(more);
  if (known) return known;
  const own = new Map<string, string[]>();
  for (const { concept, word } of more) {
    const form = normalise(word);
    if (weights.has(concept) && !table.forms.has(form)) own.set(form, [...(own.get(form) ?? []), concept]);
  }
  const made = words([...table.forms, ...own]);
  tables.set(more, made);
  return made;
}

/**
 * The concepts in a text that is in the one spelling of `normalise`; a Latin word counts only as a whole word.
 * @param more words that staff published
 * @param ofGuide concepts of the guide's own
 */
export function conceptsIn(
  text: string,
  more?: readonly OverlayWord[],
  ofGuide: readonly ConceptRow[] = [],
): Touched[] {
  return scan(text, tableWith(more, ofGuide))
    .filter((word) => !latin.test(word.text) || isWhole(text, word.at, word.text))
    .flatMap(({ text: form, at, means }) => means.map((concept) => ({ concept, start: at, end: at + form.length })));
}

function isWhole(text: string, at: number, form: string): boolean {
  const before = text.charAt(at - 1);
  const after = text.slice(at + form.length, at + form.length + 2);
  const begins = /[a-z]/.test(form.charAt(0));
  const ends = /[a-z]$/.test(form);
  return !(begins && /[a-z]/.test(before)) && !(ends && /^(?:[a-rt-z]|s[a-z])/.test(after));
}

/** How much a concept weighs: 1 what a question is about, 0 how it asks. */
export function weightOf(concept: string): number {
  return lexicon().weights.get(concept) ?? 1;
}

/** How many words a concept has: few mean much the same, many only belong to one matter. */
export function wordCount(concept: string): number {
  counts ??= new Map(lexicon().rows.map(({ id, words: forms }) => [id, forms.length]));
  return counts.get(concept) ?? 0;
}

let counts: ReadonlyMap<string, number> | undefined;
