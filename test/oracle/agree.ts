/** The product beside the second evaluator, set by set: what differs between them. */
import { assessInput } from '../../knowledge/assessInput.ts';
import { type Generated, generate } from './generate.ts';
import { type OracleResult, oracle } from './oracle.ts';
import type { OraclePreference } from './preferences.ts';

/** How many kinds of difference are printed, each with the first set that shows it. */
const printed = 10;

type Judged = Omit<OracleResult, 'preferences'> & { preferences: OraclePreference[] };

/** Both results in one form: sets in order, preferences without the wording of the entry and without `within`. */
function comparable(result: Judged): Record<string, string> {
  const claimed = result.preferences.filter(({ status }) => status !== 'within');
  const preferences = claimed.map(({ kind, status, list, nos }) => `${kind} ${status} ${list} ${nos.join('、')}`);
  return {
    verdict: result.verdict,
    failedRules: [...result.failedRules].sort().join(' '),
    missingItems: [...result.missingItems].sort().join(' '),
    toConfirm: [...result.toConfirm].sort().join(' '),
    category: result.category,
    directionAllowed: String(result.directionAllowed),
    preferences: preferences.sort().join('; '),
  };
}

/** What stands in only one of two lists of words. */
function apart(found: string, expected: string): string {
  const only = (one: string, other: string) => one.split(/[ ;]+/u).filter((id) => !other.split(/[ ;]+/u).includes(id));
  return `product has ${only(found, expected).join(' ') || '–'}, second evaluator has ${only(expected, found).join(' ') || '–'}`;
}

/** What differs, a line each; a throw of the product is a difference too. */
function differences(facts: unknown): string[] {
  const expected = comparable(oracle(facts));
  let found: Record<string, string>;
  try {
    found = comparable(assessInput(facts));
  } catch (error) {
    return [`threw ${error instanceof Error ? error.message : String(error)}`];
  }
  const parts = Object.keys(expected).filter((part) => expected[part] !== found[part]);
  return parts.map((part) => `${part}: ${apart(found[part] ?? '', expected[part] ?? '')}`);
}

type Kind = { lines: string[]; times: number; first: Generated };

function report({ lines, times, first }: Kind): string {
  const where = `${first.stage} on ${first.base}: ${first.difference().join('; ')}`;
  return [`${times} × e.g. ${where}`, ...lines.map((line) => `  ${line}`)].join('\n');
}

/** Goes through every `step`th generated set. */
export function disagreements(step: number): { differing: number; summary: string } {
  const kinds = new Map<string, Kind>();
  let made = 0;
  let compared = 0;
  let differing = 0;
  for (const set of generate()) {
    made += 1;
    if (made % step !== 0) continue;
    compared += 1;
    const lines = differences(set.facts);
    if (lines.length === 0) continue;
    differing += 1;
    const kind = kinds.get(lines.join('\n')) ?? { lines, times: 0, first: set };
    kind.times += 1;
    kinds.set(lines.join('\n'), kind);
  }
  const shown = [...kinds.values()].slice(0, printed).map(report);
  return { differing, summary: `${differing} of ${compared} differ, in ${kinds.size} ways\n${shown.join('\n')}` };
}
