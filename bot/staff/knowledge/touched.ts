/** How many past conversations an open point of the guide concerned: those with one of its rules in the checklist of their verdict. */
import type { Guide } from '../../../knowledge/guide.ts';
import type { Summaries } from '../../../state/summary.ts';

export interface Touched {
  /** Each once. */
  conversations: number;
  rules: { rule: string; title: string; conversations: number }[];
}

type OpenPoint = Guide['openPoints'][number];

/** The rules that a point may decide otherwise. */
function rulesOf({ rules = [], options }: OpenPoint, guide: Guide): string[] {
  const effects = options.flatMap((option) => option.effects);
  const parameters = effects.flatMap((effect) => ('parameter' in effect ? [effect.parameter] : []));
  const named = effects.flatMap((effect) => ('rule' in effect ? [effect.rule] : []));
  const byParameter = guide.rules.flatMap(({ row }) => {
    const text = JSON.stringify(row.check);
    return parameters.some((each) => text.includes(`"${each}"`)) ? [row.id] : [];
  });
  const places = effects.some(
    ({ kind }) => kind === 'category' || kind === 'organisations-by-country' || kind === 'both-categories',
  );
  const all = [...rules, ...named, ...byParameter, ...(places ? ['scope.category', 'scope.taiwan-gap'] : [])];
  const known = new Set(guide.rules.map(({ row }) => row.id));
  return [...new Set(all)].filter((rule) => known.has(rule));
}

export async function touchedBy(guide: Guide, summaries: Summaries): Promise<ReadonlyMap<string, Touched>> {
  const titles = new Map(guide.rules.map(({ row }) => [row.id, row.words.zh.title]));
  const found = new Map<string, readonly string[]>();
  for (const rule of new Set(guide.openPoints.flatMap((point) => rulesOf(point, guide))))
    found.set(
      rule,
      (await summaries.find({ rule })).map(({ conversation }) => conversation),
    );
  return new Map(
    guide.openPoints.flatMap((point) => {
      const rules = rulesOf(point, guide);
      if (rules.length === 0) return [];
      const each = rules.map((rule) => ({
        rule,
        title: titles.get(rule) ?? rule,
        conversations: found.get(rule)?.length ?? 0,
      }));
      const conversations = new Set(rules.flatMap((rule) => found.get(rule) ?? [])).size;
      return [[point.id, { conversations, rules: each.filter((one) => one.conversations > 0) }]];
    }),
  );
}
