import { describe, expect, test } from 'vitest';
import { assessInput, checkedFacts, FactsError } from '../../knowledge/assessInput.ts';
import type { Guide } from '../../knowledge/guide.ts';
import type { PlainQuestion } from '../../knowledge/plainQuestion.ts';
import { guide } from '../support/readyCase.ts';

/** What is said to be wrong, as `path: message`; empty: nothing. */
function faults(input: unknown, by: Guide = guide): string[] {
  try {
    checkedFacts(input, by);
    return [];
  } catch (error) {
    if (!(error instanceof FactsError)) throw error;
    return error.errors.map(({ path, message }) => `${path}: ${message}`);
  }
}

describe('facts of another form are refused, each with its path', () => {
  test.each<[world: string, input: unknown, paths: string[]]>([
    ['a kind that is none', { unit: { kind: 'ngo' } }, ['unit.kind']],
    ['a word for a flag', { lead: { civilServant: 'no' } }, ['lead.civilServant']],
    ['a list for a group', { unit: [] }, ['unit']],
    ['a group for a list', { partners: {} }, ['partners']],
    [
      'a fault in the second partner',
      { partners: [{}, { registrationDate: '2020-02-30' }] },
      ['partners[1].registrationDate'],
    ],
    ['two faults', { lead: { birthDate: '1965-13' }, topic: 7 }, ['lead.birthDate', 'topic']],
    ['no facts at all', 'unknown', ['']],
    ['a direction that is no number', { direction: 'one' }, ['direction']],
    ['no direction has the number 0', { direction: 0 }, ['direction']],
    ['the last direction is 19', { direction: 20 }, ['direction']],
    ['a year that is none', { unit: { auditedReportYears: [2021, 20_222] } }, ['unit.auditedReportYears[1]']],
  ])('%s', (_world, input, paths) => {
    expect(faults(input).map((fault) => fault.slice(0, fault.indexOf(': ')))).toEqual(paths);
  });

  test('and says in Chinese what is wrong', () => {
    expect(faults({ partners: [{ registrationDate: '2020-02-30' }] })).toEqual([
      'partners[0].registrationDate: 不是真实的日期，请写 YYYY、YYYY-MM 或 YYYY-MM-DD',
    ]);
    expect(faults({ direction: 20 })).toEqual(['direction: 方向只有1–19']);
    expect(faults({ topic: 7 })).toEqual([expect.stringMatching(/^topic: .*[一-鿿]/)]);
    expect(() => checkedFacts('x', guide)).toThrow(
      expect.objectContaining({ name: 'FactsError', message: 'facts 有不合格式的地方' }),
    );
  });

  test('the first direction and the last one are there', () => {
    expect(checkedFacts({ direction: 1 }, guide)).toMatchObject({ direction: 1 });
    expect(checkedFacts({ direction: 19 }, guide)).toMatchObject({ direction: 19 });
  });
});

const own = (fact: string, reader: PlainQuestion['reader']): PlainQuestion => ({
  id: fact,
  topic: 'other',
  after: 'jointLab',
  fact,
  reader,
  wording: { zh: { ask: '这一项是多少？', retry: ['请再说一次', '请再说一次', '请再说一次'] } },
  examples: [],
});
/** A guide that asks five things more. */
const asking: Guide = {
  ...guide,
  questions: [
    own('more.flag', 'yes-no'),
    own('more.day', 'date'),
    own('more.sum', 'money'),
    own('more.time', 'months'),
    own('more.number', 'count'),
  ],
};

describe('facts that only this guide asks for', () => {
  test('are absent while it asks for none', () => {
    expect(Object.keys(checkedFacts({ more: { flag: true } }, guide))).not.toContain('more.flag');
  });

  test.each<[world: string, more: unknown, facts: Record<string, unknown>]>([
    [
      'are taken where they are given',
      { flag: false, day: '2022-05', time: 0, number: 0 },
      { 'more.flag': false, 'more.day': '2022-05', 'more.time': 0, 'more.number': 0 },
    ],
    ['are kept in whole yuan', { sum: 12.34567 }, { 'more.sum': 123_457 }],
    ['may be nothing', { sum: 0 }, { 'more.sum': 0 }],
    ['may be said to be unknown', { flag: 'unknown', day: null }, {}],
    ['may be left out', {}, {}],
    ['are not known without their group', 3, {}],
    ['are not known of nobody', null, {}],
  ])('%s', (_world, more, facts) => {
    expect(checkedFacts({ more }, asking)).toEqual({ ...checkedFacts({}, asking), ...facts });
  });

  test.each<[world: string, more: unknown, path: string]>([
    ['a word for a flag', { flag: 'yes' }, 'more.flag'],
    ['a day that is none', { day: '2022-02-30' }, 'more.day'],
    ['less than nothing', { sum: -1 }, 'more.sum'],
    ['a negative time', { time: -1 }, 'more.time'],
    ['half a thing', { number: 1.5 }, 'more.number'],
    ['fewer than none', { number: -1 }, 'more.number'],
  ])('are refused as the others are: %s', (_world, more, path) => {
    expect(faults({ more }, asking)).toEqual([expect.stringMatching(new RegExp(`^${path}: .*[一-鿿]`))]);
  });

  test('a day that is none is called so', () => {
    expect(faults({ more: { day: 'x' } }, asking)).toEqual(['more.day: 不是真实的日期']);
  });
});

test('an assessment names its guide and, without another one, the day on which that year’s call was', () => {
  const { guide: id, overlay, text } = assessInput({}, { guide });
  expect([id, overlay]).toEqual(['jx-intl-2023', null]);
  expect(text).toContain('（2023年5月1日）');
  expect(assessInput({}, { guide: { ...guide, id: 'another' } }).guide).toBe('another');
  expect(assessInput({}, { guide, today: '2023-06-02' }).text).toContain('（2023年6月2日）');
});
