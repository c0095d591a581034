/** Why a mutant that no test notices may stay: `reasons.json`, a line each, filed under the line of code that is changed. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { dataMutants } from './data.ts';
import { mutantsOf, shown } from './mutants.ts';

const reasonRow = z.strictObject({
  file: z.string(),
  /** The line in which the change begins, without indentation. */
  code: z.string(),
  from: z.string(),
  to: z.string(),
  reason: z.string().min(20),
});
export type Reason = z.infer<typeof reasonRow>;

export const reasons: readonly Reason[] = z
  .array(reasonRow)
  .parse(JSON.parse(readFileSync(new URL('reasons.json', import.meta.url), 'utf8')));

type Change = Omit<Reason, 'reason'>;

export function reasonFor(change: Change): string | undefined {
  return reasons.find((each) => sameChange(each, change))?.reason;
}

const sameChange = (one: Change, other: Change): boolean =>
  one.file === other.file && one.code === other.code && one.from === other.from && one.to === other.to;

function changesOf(file: string, text: string): Change[] {
  if (file.endsWith('.json'))
    return dataMutants(file, text).map(({ what }) => ({ file, code: what, from: '', to: '' }));
  return mutantsOf(file, text).map((mutant) => ({ file, ...shown(text, mutant) }));
}

/** The reasons for mutants that there are no longer, since the code has changed. */
export function stale(listed: readonly Reason[], textOf: (file: string) => string): Reason[] {
  const made = new Map<string, Change[]>();
  return listed.filter((each) => {
    const text = textOf(each.file);
    const changes = made.get(each.file) ?? changesOf(each.file, text);
    made.set(each.file, changes);
    return !changes.some((change) => sameChange(each, change));
  });
}
