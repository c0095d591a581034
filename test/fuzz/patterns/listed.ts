/** The patterns that were judged, one a line, by the hash of what they are: a new one is judged by `run.ts`, and stays as it was judged. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type Built, builtPatterns } from './built.ts';
import { type Cap, capOf } from './caps.ts';
import { type Place, sourceFiles, writtenPatterns } from './written.ts';

const file = join(import.meta.dirname, 'judged.jsonl');

const attack = z.object({ front: z.string(), unit: z.string(), back: z.string() });
const judgement = z.object({
  hash: z.string(),
  /** Where it stands, the first place of several. */
  file: z.string(),
  /** Characters of the longest text that meets it. */
  longest: z.number(),
  /** See `judge.ts`. */
  by: z.enum(['bounded', 'finite', 'timed']),
  score: z.number().optional(),
  why: z.string().optional(),
  /** The worst found, in milliseconds of work, over a text of that length. */
  ms: z.number(),
  worst: attack.optional(),
});
export type Judgement = z.infer<typeof judgement>;

export interface Pattern {
  hash: string;
  source: string;
  flags: string;
  files: string[];
  cap: Cap;
}

/** A pattern meets texts as long as the longest that any of its places admits. */
export async function allPatterns(): Promise<{ patterns: Pattern[]; places: Place[]; built: Built[] }> {
  const { written, places } = writtenPatterns(sourceFiles());
  const built = await builtPatterns();
  const patterns = new Map<string, Pattern>();
  for (const { source, flags, file: place } of [...written, ...built]) {
    const hash = createHash('sha256').update(`/${source}/${flags}`).digest('base64url').slice(0, 12);
    const known = patterns.get(hash);
    const cap = capOf(place);
    if (known) {
      known.files.push(place);
      if (cap.longest > known.cap.longest) known.cap = cap;
    } else patterns.set(hash, { hash, source, flags, files: [place], cap });
  }
  return { patterns: [...patterns.values()], places, built };
}

export function judgements(): Map<string, Judgement> {
  if (!existsSync(file)) return new Map();
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  return new Map(lines.map((line) => judgement.parse(JSON.parse(line))).map((each) => [each.hash, each]));
}

export function keepJudgements(all: Iterable<Judgement>): void {
  const sorted = [...all].sort((one, other) => (one.file + one.hash < other.file + other.hash ? -1 : 1));
  writeFileSync(file, `${sorted.map((each) => JSON.stringify(each)).join('\n')}\n`);
}
