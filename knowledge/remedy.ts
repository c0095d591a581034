/** The smallest changes that would make the verdict better, each verified by deciding all rules again. */
import { cure } from './cure.ts';
import type { Facts } from './facts.ts';
import { fill } from './fill.ts';
import { type Decided, decideAll, setsOf, type Verdict } from './findings.ts';
import type { Guide } from './guide.ts';
import type { AnyFacts } from './rule.ts';

export interface Remedy {
  /** One Chinese sentence. */
  change: string;
  /** The verdict that would follow. */
  verdict: Verdict;
}

interface Group {
  of(id: string): boolean;
  change: string;
}

const groups: readonly Group[] = [
  { of: (id) => id.startsWith('lead.'), change: '换一位符合条件的负责人' },
  { of: (id) => id.startsWith('scope.'), change: '改报{x:allowedDirections}中的一个' },
  { of: (id) => id === 'direction.fit', change: '换一个与内容相符的选题方向' },
  { of: (id) => id.startsWith('unit.'), change: '换一家符合条件的单位牵头申报' },
  { of: (id) => id === 'partner.exists', change: '联合一家符合条件的国（境）外单位' },
  { of: (id) => id.startsWith('partner.') && id !== 'partner.exists', change: '换一家符合条件的境外合作单位' },
];

const rank: Record<Verdict, number> = { ready: 0, fixable: 1, 'needs-confirmation': 2, 'not-eligible': 3 };

/** At most three changes, the smallest first; none when the verdict cannot be bettered by any that is known. */
export function remedies(decided: readonly Decided[], facts: Facts, guide: Guide): Remedy[] {
  const { verdict, failedRules, toConfirm, missingItems } = setsOf(decided);
  // As the checklist counts: rules that share a row are one thing to do.
  const rows = (ids: readonly string[]): number =>
    new Set(decided.flatMap(({ row }) => (ids.includes(row.id) ? [row.row ?? row.id] : []))).size;
  const tried = (change: string, ids: readonly string[]): Remedy[] => {
    const better = verdictAfter(ids, facts, guide);
    return rank[better] < rank[verdict] ? [{ change: `${change}。`, verdict: better }] : [];
  };
  if (verdict === 'needs-confirmation') return tried(`${rows(toConfirm)}项待确认的都确认符合`, toConfirm);
  if (verdict === 'fixable') return tried(`补齐清单上的${rows(missingItems)}项`, missingItems);
  const failing = groups.filter((group) => failedRules.some((id) => group.of(id)));
  const words = (group: Group): string => fill(group.change, facts, guide);
  const affected = (group: Group): string[] =>
    [...failedRules, ...toConfirm, ...missingItems].filter((id) => group.of(id));
  const single = failing.flatMap((group) => tried(words(group), affected(group)));
  if (single.length || failing.length < 2) return single.slice(0, 3);
  return tried(failing.map(words).join('，并'), failing.flatMap(affected));
}

function verdictAfter(ids: readonly string[], facts: Facts, guide: Guide): Verdict {
  let changed: AnyFacts = facts;
  for (const { row } of guide.rules) {
    if (ids.includes(row.id)) changed = { ...changed, ...cure(row, changed, guide) };
  }
  return setsOf(decideAll(changed, guide)).verdict;
}
