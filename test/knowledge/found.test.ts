/** What is kept of facts while they live: it must be what would be found anew, and save the work of finding it. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Facts } from '../../knowledge/facts.ts';
import { factIds, storedFacts } from '../../knowledge/factsSchema.ts';
import { decideAll, mayStillAsk, wantsAbout } from '../../knowledge/findings.ts';
import type { Guide } from '../../knowledge/guide.ts';
import { withFacts } from '../../knowledge/interview.ts';
import { madeFrom } from '../../knowledge/madeFrom.ts';
import { type Patch, splitWant } from '../../knowledge/question.ts';
import { questionsOf } from '../../knowledge/questions/index.ts';
import { asksPeople, type Want } from '../../knowledge/rule.ts';
import { anyFacts } from '../support/anyFacts.ts';
import { guide, readyFacts } from '../support/readyCase.ts';

const repeatable = { seed: 20230508, numRuns: 300 };
const questions = questionsOf(guide);

/** The guide with rules that count how often they are decided. */
function counting(): { guide: Guide; decided: () => string[] } {
  let ids: string[] = [];
  const rules = guide.rules.map(({ row, rule }) => {
    const decide: typeof rule.decide = (facts, own) => {
      ids.push(row.id);
      return rule.decide(facts, own);
    };
    return { row, rule: { ...rule, decide } };
  });
  const decided = (): string[] => {
    const all = ids;
    ids = [];
    return all;
  };
  return { guide: { ...guide, rules }, decided };
}

/** What the open rules need, rule by rule, with nothing kept. */
function wantsAnew(facts: Facts): Want[] {
  const wants = guide.rules.flatMap(({ row, rule }) => {
    const outcome = asksPeople(row) && rule.decide(facts, guide);
    if (outcome === 'open') return rule.wants(facts, guide);
    const unsure = outcome === 'covered' ? row.askWhenUnsure : undefined;
    return unsure !== undefined && !(unsure in facts) ? [unsure] : [];
  });
  return [...new Set(wants)];
}

const outcomesAnew = (facts: Facts) => guide.rules.map(({ rule }) => rule.decide(facts, guide));
const copyOf = (facts: Facts): Facts => structuredClone(facts);

test('of facts made of others the same is found as of facts that fell from the sky', () => {
  fc.assert(
    fc.property(anyFacts, anyFacts, fc.subarray([...factIds]), (facts, others, changed) => {
      const before = copyOf(facts);
      // Some rules are decided before, some are not.
      for (const { settles } of questions.slice(0, changed.length)) wantsAbout(settles, before, guide);
      const patch = Object.fromEntries(Object.entries(others).filter(([id]) => changed.includes(id)));
      const after = withFacts(before, patch as Patch);
      for (const { settles } of questions) {
        const mine = wantsAnew(after).filter((want) => settles.includes(splitWant(want).path));
        expect(wantsAbout(settles, after, guide)).toEqual(mine);
      }
      expect(decideAll(after, guide).map(({ outcome }) => outcome)).toEqual(outcomesAnew(after));
      expect(decideAll(before, guide).map(({ outcome }) => outcome)).toEqual(outcomesAnew(before));
    }),
    repeatable,
  );
});

test('a path may still be asked for while a rule that asks for it is not settled', () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      const open = guide.rules.filter(
        ({ row, rule }) => asksPeople(row) && ['open', 'covered'].includes(rule.decide(facts, guide)),
      );
      const paths = new Set(open.flatMap(({ rule }) => rule.asks));
      for (const path of questions.flatMap(({ settles }) => settles))
        expect(mayStillAsk(path, facts, guide), path).toBe(paths.has(path));
    }),
    repeatable,
  );
});

test('rules are decided once for the same facts, and again only where they need what is new', () => {
  const { guide: counted, decided } = counting();
  const before = copyOf(readyFacts);
  decideAll(before, counted);
  expect(decided()).toHaveLength(counted.rules.length);
  decideAll(before, counted);
  expect(decided()).toEqual([]);
  const after = withFacts(before, { jointLab: 'planned' });
  decideAll(after, counted);
  const needing = counted.rules.filter(({ rule }) => rule.needs.includes('jointLab')).map(({ row }) => row.id);
  expect(needing.length).toBeGreaterThan(0);
  expect(decided()).toEqual(needing);
});

test('only the rules that may ask for something are decided to know whether it is still needed', () => {
  const { guide: counted, decided } = counting();
  wantsAbout(['lead.degree'], copyOf(readyFacts), counted);
  expect(decided()).toEqual(['lead.title-or-phd']);
});

/** Something that tells how often it was looked into. */
function watched<T extends object>(value: T): { value: T; looks: () => number } {
  let count = 0;
  const proxy = new Proxy(value, {
    get(target, id) {
      count += 1;
      return Reflect.get(target, id);
    },
  });
  return { value: proxy, looks: () => count };
}

test('stored facts are checked once, and facts made of them only where they are new', () => {
  const { value: partners, looks } = watched([{ country: '德国' }]);
  const { value: stored, looks: looksAtAll } = watched<Facts>({ ...readyFacts, partners });
  const first = storedFacts(stored);
  const [inPartners, inAll] = [looks(), looksAtAll()];
  expect(inPartners).toBeGreaterThan(0);
  expect(storedFacts(stored)).toBe(first);
  expect(storedFacts(first)).toBe(first);
  expect(looksAtAll()).toBe(inAll);
  const made = withFacts(first, { 'lead.degree': 'phd' });
  expect(storedFacts(made)).toBe(made);
  expect(looks()).toBe(inPartners);
  const wrong: Patch = JSON.parse('{"lead.degree": "doctor"}');
  expect(storedFacts(withFacts(made, wrong))).not.toHaveProperty('lead.degree');
});

test.each([
  ['a value of another type', { 'lead.degree': 'doctor' }, { 'lead.degree': undefined }],
  ['a date that there is not', { 'lead.birthDate': '1965-02-29' }, { 'lead.birthDate': undefined }],
  ['a flag that is a word', { 'unit.legalPerson': 'yes' }, { 'unit.legalPerson': undefined }],
  ['a text that is a number', { 'unit.name': 7 }, { 'unit.name': undefined }],
  ['nothing at all', { 'unit.name': undefined }, { 'unit.name': undefined }],
  ['a field of a partner', { partners: [{ country: '德国', kind: 'club' }] }, { partners: [{ country: '德国' }] }],
  [
    'a field that partners do not have',
    { partners: [{ country: '德国', size: 3 }] },
    { partners: [{ country: '德国' }] },
  ],
])('%s is dropped, from what was stored and from what was made of checked facts', (_what, wrong, left) => {
  const expected = JSON.parse(JSON.stringify({ ...readyFacts, ...left }));
  expect(storedFacts({ ...readyFacts, ...wrong })).toStrictEqual(expected);
  const made = madeFrom({ ...readyFacts, ...wrong } as Facts, storedFacts(readyFacts));
  expect(storedFacts(made)).toStrictEqual(expected);
});

test('whether others from here take part is asked though no rule fails without them', () => {
  expect(wantsAbout(['domesticPartners'], {}, guide)).toEqual(['domesticPartners']);
});
