import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { categoryOf } from '../../knowledge/category.ts';
import type { Facts, Partner } from '../../knowledge/facts.ts';
import { decideAll, type Status, setsOf, statusOf } from '../../knowledge/findings.ts';
import { type Left, nextQuestion, type OpenQuestion } from '../../knowledge/interview.ts';
import { preferencesOf } from '../../knowledge/priority.ts';
import { splitWant } from '../../knowledge/question.ts';
import { questionsOf } from '../../knowledge/questions/index.ts';
import { preferenceLine } from '../../knowledge/verdictText.ts';
import { anyFacts, factIds, hidden, partlyKnown, wholeFacts } from '../support/anyFacts.ts';
import { answered, completed, valuesFor } from '../support/completions.ts';
import { guide, judged, readyFacts } from '../support/readyCase.ts';

/** The same cases each time: a run that fails can be run again. */
const repeatable = { seed: 20_230_508 };

type Statuses = ReadonlyMap<string, Status>;

function statusesOf(facts: Facts): Statuses {
  return new Map(decideAll(facts, guide).map((each) => [each.row.id, statusOf(each)]));
}

/** A case before and after one more thing is learned, and what that is. */
const learning = partlyKnown
  .filter(({ places }) => places.length > 0)
  .chain(({ whole, places }) =>
    fc.nat({ max: places.length - 1 }).map((at) => ({
      before: hidden(whole, places),
      after: hidden(whole, places.toSpliced(at, 1)),
      learned: places[at]?.join('.') ?? '',
    })),
  );

const scope = ['scope.category', 'scope.hk-macao', 'scope.taiwan-gap', 'pref.agreement', 'pref.sister-city'];

/**
 * A partner that turns out to be registered in the mainland, or to be an international organisation, no longer counts
 * for category and direction (the former not for the priorities either).
 */
function leavesScope(before: Facts, after: Facts): boolean {
  return (after.partners ?? []).some((each, at) => {
    const earlier = before.partners?.[at];
    const here = (partner: Partner | undefined): boolean =>
      partner?.registeredOverseas === false || partner?.country === '中国';
    const mainland = here(each) && !here(earlier);
    return mainland || (each.kind === 'international-organisation' && earlier?.kind === undefined);
  });
}

describe('learning one more thing', () => {
  test('never changes a rule that was decided', () => {
    fc.assert(
      fc.property(learning, ({ before, after }) => {
        const now = statusesOf(after);
        const changed = [...statusesOf(before)].filter(([id, status]) => status !== 'open' && now.get(id) !== status);
        const unexpected = changed.filter(([id]) => !(scope.includes(id) && leavesScope(before, after)));
        expect(unexpected.map(([id, status]) => `${id}: ${status} → ${now.get(id)}`)).toEqual([]);
      }),
      { ...repeatable, numRuns: 3_000 },
    );
  });

  test('never revives a case with a failed bar', () => {
    fc.assert(
      fc.property(learning, ({ before, after }) => {
        fc.pre(setsOf(decideAll(before, guide)).verdict === 'not-eligible' && !leavesScope(before, after));
        expect(setsOf(decideAll(after, guide)).verdict).toBe('not-eligible');
      }),
      { ...repeatable, numRuns: 1_500 },
    );
  });
});

describe('whatever is known', () => {
  test('the verdict is ready only when every bar is decided, and none fails', () => {
    fc.assert(
      fc.property(partlyKnown, ({ whole, places }) => {
        const decided = decideAll(hidden(whole, places), guide);
        fc.pre(setsOf(decided).verdict === 'ready' || places.length < 3);
        const bars = decided.filter(({ row }) => row.kind === 'bar').map(statusOf);
        const undecided = bars.some((status) => status === 'open' || status === 'to-confirm' || status === 'unmet');
        if (undecided) expect(setsOf(decided).verdict).not.toBe('ready');
      }),
      { ...repeatable, numRuns: 1_500 },
    );
  });

  test('what is open is asked for, by a question of the list', () => {
    const settled = new Set(questionsOf(guide).flatMap((question) => question.settles));
    fc.assert(
      fc.property(anyFacts, (facts) => {
        for (const { row, rule } of guide.rules) {
          if ((row.kind !== 'bar' && row.kind !== 'remedy') || rule.decide(facts, guide) !== 'open') continue;
          const wants = rule.wants(facts, guide);
          expect(wants, row.id).not.toEqual([]);
          expect(
            wants.filter((want) => !settled.has(splitWant(want).path)),
            row.id,
          ).toEqual([]);
        }
      }),
      { ...repeatable, numRuns: 1_000 },
    );
  });

  test('the priorities are never said to be fulfilled', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const preferences = preferencesOf(facts, guide);
        expect(
          JSON.stringify(preferences) + preferences.map((each) => preferenceLine(each, 'zh')).join(''),
        ).not.toContain('符合');
      }),
      { ...repeatable, numRuns: 600 },
    );
  });

  test('the order in which the facts came does not matter, and neither does asking twice', () => {
    const order = fc.shuffledSubarray(factIds, { minLength: factIds.length });
    fc.assert(
      fc.property(anyFacts, order, (facts, ids) => {
        const reordered: Facts = Object.fromEntries(ids.flatMap((id) => (id in facts ? [[id, facts[id]]] : [])));
        const first = judged(frozen(facts));
        expect(judged(facts)).toEqual(first);
        expect(judged(reordered)).toEqual(first);
      }),
      { ...repeatable, numRuns: 250 },
    );
  });
});

/** Frozen to the last leaf: writing to it throws. */
function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    for (const inner of Object.values(value)) frozen(inner);
    Object.freeze(value);
  }
  return value;
}

/** What the assessment says, without the words. */
function said(facts: Facts): string {
  const sets = setsOf(decideAll(facts, guide));
  return JSON.stringify([sets, preferencesOf(facts, guide), categoryOf(facts, guide)]);
}

/** Whether two answers to what is wanted make a difference, the other facts being what they are. */
function matters(want: string, facts: Facts): boolean {
  const [first, ...others] = valuesFor(want, facts).map((value) => answered(facts, want, value));
  if (!first) return false;
  const before = said(first);
  return others.some((each) => said(each) !== before);
}

/** A completed case in which the thing that is asked for is as little known as before. */
function unlearned(want: string, facts: Facts, before: Facts): Facts {
  const { path, index } = splitWant(want);
  if (path.startsWith('partners[]')) {
    const earlier = before.partners?.[index];
    return {
      ...facts,
      partners: (facts.partners ?? []).map((each, at) => (at === index ? { ...each, ...earlier } : each)),
    };
  }
  const earlier = (before as Readonly<Record<string, unknown>>)[path];
  return earlier === undefined ? facts : { ...facts, [path]: earlier };
}

/** Up to so many open questions, one after the other, each of them put aside. */
function openQuestions(facts: Facts, count: number): OpenQuestion[] {
  const left: Record<string, Left> = {};
  const found: OpenQuestion[] = [];
  while (found.length < count) {
    const open = nextQuestion({ facts, left, trail: [] }, guide);
    if (!open) break;
    found.push(open);
    for (const want of open.wants) left[want] = 'not-known';
  }
  return found;
}

/** What goes without the thing that it depends on: nobody says how a lead is employed without saying where they are from. */
const dependent: readonly [on: keyof Facts, ids: RegExp][] = [
  ['lead.origin', /^lead\.employ/],
  ['lead.employment', /^lead\.employmentProof/],
  ['agreement.language', /^agreement\.translation/],
  ['direction', /^directionFit$/],
  ['domesticPartners', /^domesticAgreement/],
];

function asTold(facts: Facts): Facts {
  const untold = dependent.filter(([on]) => facts[on] === undefined).map(([, ids]) => ids);
  return Object.fromEntries(Object.entries(facts).filter(([id]) => !untold.some((ids) => ids.test(id))));
}

/**
 * Whether another partner alone makes a partner rule one to confirm: then only a partner that fails it could alter more.
 * The question is asked all the same, for the rest of what the partner's answer may tell.
 */
function heldByAnother(want: string, facts: Facts): boolean {
  const { path, index } = splitWant(want);
  const rule = { 'partners[].kind': 'partner.kind', 'partners[].registrationDate': 'partner.3-years' }[path];
  const others = facts.partners?.filter((_, at) => at !== index) ?? [];
  return others.some((each) => rule && statusesOf({ ...facts, partners: [each] }).get(rule) === 'to-confirm');
}

test('nothing is asked of which no answer could alter the assessment', () => {
  const others = fc.array(wholeFacts, { minLength: 8, maxLength: 8 });
  fc.assert(
    fc.property(anyFacts.map(asTold), others, (facts, cases) => {
      const known = [facts, ...[readyFacts, ...cases].map((each) => completed(facts, each))];
      const idle = openQuestions(facts, 60).filter(({ part, question, index, wants }) => {
        const asked = part ? wants : question.settles.map((path) => path.replace('[]', `[${index}]`));
        return !asked.some((want) => {
          if (heldByAnother(want, facts)) return true;
          return known.some((each) => matters(want, unlearned(want, each, facts)));
        });
      });
      expect(idle.map(({ id }) => id)).toEqual([]);
    }),
    { ...repeatable, numRuns: 250 },
  );
});
