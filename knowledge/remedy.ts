/** The smallest changes that would make the verdict better, each verified by deciding all rules again. */
import { cure } from './cure.ts';
import type { Facts } from './facts.ts';
import { fill } from './fill.ts';
import { type Decided, decideAll, setsOf, type Verdict } from './findings.ts';
import type { Guide } from './guide.ts';
import { type Language, say } from './language.ts';
import { madeFrom } from './madeFrom.ts';
import type { AnyFacts } from './rule.ts';
import { rulingFor } from './rulings.ts';
import { withoutStop } from './spoken.ts';
import { type VerdictWords, verdictWords } from './verdictWords.ts';

export interface Remedy {
  /** One sentence. */
  change: string;
  /** The verdict that would follow. */
  verdict: Verdict;
}

interface Group {
  of(id: string): boolean;
  change: keyof VerdictWords['change'];
}

const groups: readonly Group[] = [
  { of: (id) => id.startsWith('lead.'), change: 'lead' },
  { of: (id) => id.startsWith('scope.') && id !== 'scope.taiwan-gap', change: 'scope' },
  { of: (id) => id === 'direction.fit', change: 'direction' },
  { of: (id) => id.startsWith('unit.'), change: 'unit' },
  { of: (id) => id === 'partner.exists', change: 'noPartner' },
  {
    of: (id) => (id.startsWith('partner.') && id !== 'partner.exists') || id === 'scope.taiwan-gap',
    change: 'partner',
  },
];

const rank: Record<Verdict, number> = { ready: 0, fixable: 1, 'needs-confirmation': 2, 'not-eligible': 3 };

/** At most three changes, the smallest first; none when the verdict cannot be bettered by any that is known. */
export function remedies(decided: readonly Decided[], facts: Facts, guide: Guide, language: Language): Remedy[] {
  const { change, stop } = verdictWords(language);
  const { verdict, failedRules, toConfirm, missingItems } = setsOf(decided);
  // As the checklist counts: rules that share a row are one thing to do.
  const rows = (ids: readonly string[]): number =>
    new Set(decided.flatMap(({ row }) => (ids.includes(row.id) ? [row.row ?? row.id] : []))).size;
  const tried = (changed: string, ids: readonly string[]): Remedy[] => {
    const better = verdictAfter(ids, facts, guide);
    return rank[better] < rank[verdict] ? [{ change: changed + stop, verdict: better }] : [];
  };
  if (verdict === 'needs-confirmation') return tried(say(change.confirmed, { n: rows(toConfirm) }), toConfirm);
  if (verdict === 'fixable') return tried(say(change.supplied, { n: rows(missingItems) }), missingItems);
  const failing = groups.filter((group) => failedRules.some((id) => group.of(id)));
  const words = (group: Group): string =>
    byRuling(
      failedRules.filter((id) => group.of(id)),
      facts,
      guide,
    ) ?? fill(change[group.change], facts, guide, language);
  const affected = (group: Group): string[] =>
    [...failedRules, ...toConfirm, ...missingItems].filter((id) => group.of(id));
  const single = failing.flatMap((group) => tried(words(group), affected(group)));
  if (single.length) return single;
  return tried(failing.map(words).join(change.and), failing.flatMap(affected));
}

/** What a ruling says to do, where it alone bars. */
function byRuling([id, second]: readonly string[], facts: Facts, guide: Guide): string | undefined {
  const todo = second === undefined && id !== undefined ? rulingFor(id, facts, guide)?.option.todo : undefined;
  return todo && withoutStop(todo);
}

function verdictAfter(ids: readonly string[], facts: Facts, guide: Guide): Verdict {
  let changed: AnyFacts = facts;
  for (const { row } of guide.rules) {
    if (ids.includes(row.id)) changed = { ...changed, ...cure(row, changed, guide) };
  }
  return setsOf(decideAll(madeFrom(changed, facts), guide)).verdict;
}
