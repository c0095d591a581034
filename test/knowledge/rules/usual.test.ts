import { describe, expect, test } from 'vitest';
import type { Outcome } from '../../../knowledge/rule.ts';
import type { Condition, RuleCheck, RuleRow } from '../../../knowledge/ruleSchema.ts';
import { ruleOf } from '../../../knowledge/rules/index.ts';
import { isTrue, usualRule } from '../../../knowledge/rules/usual.ts';
import { guide } from '../../support/readyCase.ts';

/** A row of a guide with this check. */
function row(check: RuleCheck, more: Partial<RuleRow> = {}): RuleRow {
  return {
    id: 'test.rule',
    clause: '一',
    quotes: ['一'],
    kind: 'remedy',
    check,
    words: { zh: { title: '规则' } },
    ...more,
  };
}

type Facts = Readonly<Record<string, unknown>>;
type Case = readonly [world: string, facts: Facts, Outcome];

function comesTo(kind: string, check: RuleCheck, cases: readonly Case[], more: Partial<RuleRow> = {}): void {
  describe(kind, () => {
    test.each(cases)('%s', (_world, facts, expected) => {
      expect(usualRule(row(check, more)).decide(facts, guide)).toBe(expected);
    });
  });
}

comesTo('several flags that must all hold', { kind: 'flags', facts: ['one', 'two'], is: true }, [
  ['both hold', { one: true, two: true }, 'met'],
  ['one does not', { one: true, two: false }, 'unmet'],
  ['one does not, the other is not known', { one: false }, 'unmet'],
  ['one holds, the other is not known', { two: true }, 'open'],
  ['neither is known', {}, 'open'],
  ['what stands there is no flag', { one: 'yes', two: true }, 'open'],
]);
comesTo('flags that must not hold', { kind: 'flags', facts: ['one'], is: false }, [
  ['it does', { one: true }, 'unmet'],
  ['it does not', { one: false }, 'met'],
  ['it is not known', {}, 'open'],
]);

const before: RuleCheck = { kind: 'date', fact: 'day', op: 'before', parameter: 'unit.registeredBefore' };
comesTo('a date before 1 May 2022', before, [
  ['the day before', { day: '2022-04-30' }, 'met'],
  ['the day', { day: '2022-05-01' }, 'unmet'],
  ['the day after', { day: '2022-05-02' }, 'unmet'],
  ['the month before', { day: '2022-04' }, 'met'],
  ['the month', { day: '2022-05' }, 'unmet'],
  ['the year', { day: '2022' }, 'open'],
  ['not known', {}, 'open'],
  ['no date', { day: 2022 }, 'open'],
]);
comesTo('a date before 1 May 2022, that day to be confirmed', { ...before, sameDay: 'to-confirm' }, [
  ['the day before', { day: '2022-04-30' }, 'met'],
  ['the day', { day: '2022-05-01' }, 'to-confirm'],
  ['the day after', { day: '2022-05-02' }, 'unmet'],
  ['the month', { day: '2022-05' }, 'open'],
  ['the month before', { day: '2022-04' }, 'met'],
]);
comesTo('a date on or after 1 May 2022', { ...before, op: 'on-or-after' }, [
  ['the day before', { day: '2022-04-30' }, 'unmet'],
  ['the day', { day: '2022-05-01' }, 'met'],
  ['the day after', { day: '2022-05-02' }, 'met'],
  ['the year', { day: '2022' }, 'open'],
]);
const until: RuleCheck = { kind: 'date', fact: 'day', op: 'on-or-before', parameter: 'partner.registeredUntil' };
comesTo('a date on or before 30 April 2020', until, [
  ['the day before', { day: '2020-04-29' }, 'met'],
  ['the day', { day: '2020-04-30' }, 'met'],
  ['the day after', { day: '2020-05-01' }, 'unmet'],
  ['the year', { day: '2020' }, 'open'],
]);
comesTo('the same, to be confirmed until the end of 2020', { ...until, confirmUntil: 'partner.notAfter' }, [
  ['the day', { day: '2020-04-30' }, 'met'],
  ['the day after', { day: '2020-05-01' }, 'to-confirm'],
  ['the last day to be confirmed', { day: '2020-12-31' }, 'to-confirm'],
  ['the day after that', { day: '2021-01-01' }, 'unmet'],
  ['a month in between', { day: '2020-06' }, 'to-confirm'],
  ['the year', { day: '2020' }, 'open'],
]);

comesTo('the same, to be confirmed until 1 May 2022', { ...until, confirmUntil: 'unit.registeredBefore' }, [
  ['the year in which that day is', { day: '2022' }, 'open'],
  ['the year before', { day: '2021' }, 'to-confirm'],
  ['the year after', { day: '2023' }, 'unmet'],
]);

comesTo('an amount between two', { kind: 'amount', fact: 'sum', min: 'funding.min', max: 'funding.max' }, [
  ['a yuan below', { sum: 799_999 }, 'unmet'],
  ['the lowest', { sum: 800_000 }, 'met'],
  ['the highest', { sum: 1_200_000 }, 'met'],
  ['a yuan above', { sum: 1_200_001 }, 'unmet'],
  ['not known', {}, 'open'],
]);
comesTo('an amount of at least', { kind: 'amount', fact: 'sum', min: 'funding.min' }, [
  ['a yuan below', { sum: 799_999 }, 'unmet'],
  ['far above', { sum: 9_000_000 }, 'met'],
]);
comesTo('an amount of at most', { kind: 'amount', fact: 'sum', max: 'funding.max' }, [
  ['nothing', { sum: 0 }, 'met'],
  ['a yuan above', { sum: 1_200_001 }, 'unmet'],
]);
comesTo('an amount of twelve times another', { kind: 'times', fact: 'own', of: 'asked', times: 'project.months' }, [
  ['a yuan less', { own: 359, asked: 10 }, 'unmet'],
  ['as much', { own: 360, asked: 10 }, 'met'],
  ['more', { own: 361, asked: 10 }, 'met'],
  ['the other not known', { own: 360 }, 'open'],
  ['the one not known', { asked: 10 }, 'open'],
]);
comesTo('items that must be written', { kind: 'written', fact: 'list', items: ['one', 'two'] }, [
  ['both are', { list: { one: true, two: true } }, 'met'],
  ['one is not', { list: { one: true, two: false } }, 'unmet'],
  ['of one it is not known', { list: { one: true } }, 'open'],
  ['the rest is', { list: { one: true, rest: true } }, 'met'],
  ['all but one is', { list: { one: false, rest: true } }, 'unmet'],
  ['one is, the rest is not', { list: { one: true, rest: false } }, 'unmet'],
  ['nothing is known', {}, 'open'],
  ['what stands there is no list', { list: null }, 'open'],
  ['what stands there is a word', { list: 'all' }, 'open'],
]);
comesTo('a choice', { kind: 'choice', fact: 'kind', met: ['good', 'fine'], toConfirm: ['odd'] }, [
  ['the first that will do', { kind: 'good' }, 'met'],
  ['the second', { kind: 'fine' }, 'met'],
  ['one to be confirmed', { kind: 'odd' }, 'to-confirm'],
  ['any other', { kind: 'bad' }, 'unmet'],
  ['not known', {}, 'open'],
]);
comesTo('a choice without one to be confirmed', { kind: 'choice', fact: 'kind', met: ['good'] }, [
  ['any other', { kind: 'odd' }, 'unmet'],
]);
comesTo('what is only told', { kind: 'told' }, [['whatever is known', {}, 'covered']]);

comesTo('a check of each partner', { kind: 'flags', facts: ['partners[].good'], is: true }, [
  ['all are', { partners: [{ good: true }, { good: true }] }, 'met'],
  ['one is not', { partners: [{ good: true }, { good: false }] }, 'unmet'],
  ['of one it is not known', { partners: [{ good: true }, {}] }, 'open'],
  ['one is not, of another it is not known', { partners: [{}, { good: false }] }, 'unmet'],
  ['there are none', { partners: [] }, 'not-applicable'],
  ['the partners are not known', {}, 'covered'],
  ['what stands there is no list', { partners: 'two' }, 'covered'],
]);

const flag: RuleCheck = { kind: 'flags', facts: ['done'], is: true };
const two: Partial<RuleRow> = {
  appliesWhen: [
    { fact: 'kind', in: ['a', 'b'] },
    { fact: 'list', nonEmpty: true },
  ],
};
comesTo(
  'a rule with two conditions',
  flag,
  [
    ['both hold', { kind: 'a', list: [1], done: true }, 'met'],
    ['both hold, the second value', { kind: 'b', list: [1], done: false }, 'unmet'],
    ['one does not', { kind: 'c', list: [1], done: true }, 'not-applicable'],
    ['the other does not', { kind: 'a', list: [], done: true }, 'not-applicable'],
    ['one does not, the other is not known', { list: [], done: true }, 'not-applicable'],
    ['one is not known', { list: [1], done: true }, 'covered'],
    ['neither is known', { done: true }, 'covered'],
  ],
  two,
);
comesTo(
  'the same, open while only the kind is not known',
  flag,
  [
    ['the kind is not known', { list: [1], done: true }, 'open'],
    ['the list is not known', { kind: 'a', done: true }, 'covered'],
    ['neither is known', { done: true }, 'covered'],
  ],
  { ...two, openWhenUnsure: 'kind' },
);

test.each<[world: string, Condition, Facts, boolean | undefined]>([
  ['one of the values', { fact: 'kind', in: ['a'] }, { kind: 'a' }, true],
  ['none of them', { fact: 'kind', in: ['a'] }, { kind: 'b' }, false],
  ['not known', { fact: 'kind', in: ['a'] }, {}, undefined],
  ['a list of some', { fact: 'list', nonEmpty: true }, { list: [0] }, true],
  ['a list of none', { fact: 'list', nonEmpty: true }, { list: [] }, false],
  ['no list', { fact: 'list', nonEmpty: true }, {}, undefined],
  [
    'any of the partners',
    { fact: 'partners[].country', any: ['美国'] },
    { partners: [{ country: '德国' }, { country: '美国' }] },
    true,
  ],
  ['none of the partners', { fact: 'partners[].country', any: ['美国'] }, { partners: [{ country: '德国' }] }, false],
  [
    'one of them not known',
    { fact: 'partners[].country', any: ['美国'] },
    { partners: [{ country: '德国' }, {}] },
    undefined,
  ],
  [
    'one of them, another not known',
    { fact: 'partners[].country', any: ['美国'] },
    { partners: [{}, { country: '美国' }] },
    true,
  ],
  ['no partners', { fact: 'partners[].country', any: ['美国'] }, { partners: [] }, false],
  ['the partners not known', { fact: 'partners[].country', any: ['美国'] }, {}, undefined],
])('a condition: %s', (_world, condition, facts, expected) => {
  expect(isTrue(condition, facts)).toBe(expected);
});

describe('what a rule asks for', () => {
  const wanted = (check: RuleCheck, facts: Facts, more: Partial<RuleRow> = {}) =>
    usualRule(row(check, more)).wants(facts, guide);

  test('first what tells whether it applies, and only that', () => {
    expect(wanted(flag, {}, two)).toEqual(['kind', 'list']);
    expect(wanted(flag, { kind: 'a' }, two)).toEqual(['list']);
    expect(wanted(flag, { kind: 'a', list: [1] }, two)).toEqual(['done']);
    expect(wanted({ kind: 'told' }, {}, two)).toEqual(['kind', 'list']);
    expect(wanted({ kind: 'told' }, { kind: 'a', list: [1] }, two)).toEqual([]);
  });

  test('of the partners only those that leave it open', () => {
    const each: RuleCheck = { ...before, fact: 'partners[].day' };
    expect(wanted(each, { partners: [{ day: '1990' }, {}, { day: '2022' }] })).toEqual([
      'partners[1].day',
      'partners[2].day',
    ]);
    expect(wanted(each, {})).toEqual(['partners']);
    const country: Partial<RuleRow> = { appliesWhen: [{ fact: 'partners[].country', any: ['美国'] }] };
    expect(wanted(flag, { partners: [{ country: '德国' }, {}] }, country)).toEqual(['partners[1].country']);
  });

  test('both amounts, the one that it is measured by first', () => {
    const times: RuleCheck = { kind: 'times', fact: 'own', of: 'asked', times: 'unit.matchingRatio' };
    expect(wanted(times, {})).toEqual(['asked', 'own']);
    expect(wanted(times, { asked: 2022 })).toEqual(['own']);
    expect(usualRule(row(times)).asks).toEqual(['asked', 'own']);
  });

  test('a date whose day is known, a list that is known and a word no more; a list of items as long as one is open', () => {
    expect(wanted(before, { day: '2022-05-01' })).toEqual([]);
    expect(wanted(before, { day: '2022' })).toEqual(['day']);
    expect(wanted({ kind: 'written', fact: 'list', items: ['one'] }, { list: {} })).toEqual(['list']);
    expect(wanted({ kind: 'choice', fact: 'kind', met: ['a'] }, { kind: 'b' })).toEqual([]);
    expect(wanted(flag, { done: [1] })).toEqual([]);
  });

  test('names each path once, with the conditions first', () => {
    const rule = usualRule(row({ kind: 'flags', facts: ['kind', 'partners[].good'], is: true }, two));
    expect(rule.asks).toEqual(['kind', 'list', 'partners[].good']);
    expect(rule.needs).toEqual(['kind', 'list', 'partners']);
    expect(rule.id).toBe('test.rule');
  });
});

describe('a row that says it is code', () => {
  test('without code of that name stops the start, and says where it belongs', () => {
    expect(() => ruleOf(row({ kind: 'code' }))).toThrow(/test\.rule.*knowledge\/rules\//);
  });

  test('is no usual rule', () => {
    expect(() => usualRule(row({ kind: 'code' }))).toThrow(/test\.rule.*code/);
  });
});
