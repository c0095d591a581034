/** Every mutant of a file: one small change of its code each, in the order of the text. */
import { editsOf } from './edits.ts';
import { inside, type Node, type Place, parsed } from './syntax.ts';

/** One small change. */
export interface Mutant extends Place {
  file: string;
  /** What kind of change it is, for the counts. */
  operator: string;
  /** What stands there instead. */
  to: string;
}

/** @param file as it is named in the report */
export function mutantsOf(file: string, text: string): Mutant[] {
  const syntax = parsed(text);
  const found = new Map<string, Mutant>();
  const walk = (node: Node, part: string, parent: Node | undefined): void => {
    for (const { operator, place, to } of editsOf({ node, part, parent, text, syntax })) {
      const key = `${place.start} ${place.end} ${to}`;
      if (to !== text.slice(place.start, place.end) && !found.has(key))
        found.set(key, { file, operator, ...place, to });
    }
    for (const [own, child] of inside(node)) walk(child, own, node);
  };
  for (const node of syntax.body) walk(node, 'body', undefined);
  return [...found.values()].sort((one, other) => one.start - other.start || one.end - other.end);
}

export function mutated(text: string, { start, end, to }: Pick<Mutant, 'start' | 'end' | 'to'>): string {
  return text.slice(0, start) + to + text.slice(end);
}

/** The line in which a mutant begins, and its change: what a report shows and a reason is filed under. */
export function shown(
  text: string,
  { start, end, to }: Mutant,
): { line: number; code: string; from: string; to: string } {
  const before = text.slice(0, start).split('\n');
  const code = (text.split('\n')[before.length - 1] ?? '').trim();
  return { line: before.length, code, from: flat(text.slice(start, end)), to: flat(to) };
}

const flat = (code: string): string => code.replace(/\s+/g, ' ');
