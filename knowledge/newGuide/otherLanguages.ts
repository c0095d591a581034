/**
 * What the old guide has in another language (`en/`): tables from an id, a number or a Chinese text to a text. An entry goes along while what it
 * stands for does, with the new figures; what may speak of the old call is left out, and Chinese stands in for it.
 */
import { inEnglish } from './english.ts';
import { type Became, compareFigures, figuresOf, refigured, staleIn } from './figures.ts';
import type { OldGuide } from './oldGuide.ts';
import type { Calls } from './rows.ts';

interface There {
  /** By the id of a rule or caution that was carried: what the figures that it quotes became. */
  changes: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** Numbers of the directions, old and new. */
  directions: ReadonlyMap<string, string>;
}

/** The tables by their path in the folder, and how many entries were left out. */
export function tablesFor(old: OldGuide, calls: Calls, there: There): { tables: Map<string, unknown>; left: number } {
  let left = 0;
  const tables = new Map<string, unknown>();
  for (const [file, table] of old.tables) {
    const entries = Object.entries(table).flatMap(([key, text]): [string, unknown][] => {
      const now = keyNow(key, calls, there);
      const said = now === undefined ? undefined : saidOf(text, { was: key, now }, calls, there);
      if (now !== undefined && said !== undefined) return [[now, said]];
      left += 1;
      return [];
    });
    if (entries.length > 0) tables.set(file, Object.fromEntries(entries));
  }
  return { tables, left };
}

const isId = (key: string): boolean => /^(?:row:)?[a-z0-9.-]+$/.test(key);

function keyNow(key: string, calls: Calls, { changes, directions }: There): string | undefined {
  if (/^\d+$/.test(key)) return directions.get(key);
  if (isId(key)) return key.startsWith('row:') || changes.has(key) ? key : undefined;
  const { text, unsure } = refigured(key, figuresOf(calls.became));
  const named = calls.renamed(text);
  const stale = staleIn(named.text, { old: calls.oldFigures, now: calls.newFigures, strict: false });
  return unsure.length + named.gone.length + stale.length > 0 ? undefined : named.text;
}

function saidOf(text: unknown, { was, now }: { was: string; now: string }, calls: Calls, { changes }: There): unknown {
  const became: Became = new Map();
  compareFigures(was, now, became);
  return inEnglish(text, figuresOf(calls.became, became), changes.get(was) ?? figuresOf(became).changes);
}
