import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assessed } from '../../knowledge/assess.ts';
import { type Caution, cautionsOf } from '../../knowledge/cautions.ts';
import type { Guide } from '../../knowledge/guide.ts';
import { anyFacts } from '../support/anyFacts.ts';
import { type Change, changed, guide, partner, readyFacts, today } from '../support/readyCase.ts';
import { boundaries, cases } from './cautions.cases.ts';

const toldOf = (change: Change): string[] => cautionsOf(changed(change), guide, 'zh').map(({ id }) => id);
/** The guide with one caution only, so that the limit does not hide it. */
const alone = (id: string): Guide => ({ ...guide, cautions: guide.cautions.filter((each) => each.id === id) });
const concerns = (id: string, change: Change): boolean => cautionsOf(changed(change), alone(id), 'zh').length > 0;
const only = (change: Change): Caution => {
  const [first] = cautionsOf(changed(change), guide, 'zh');
  if (!first) throw new Error('nothing is told');
  return first;
};

test('a case of which nothing is known is told nothing', () => {
  expect(cautionsOf({}, guide, 'zh')).toEqual([]);
});

test('a ready company with a German partner is told what concerns it and no more', () => {
  expect(toldOf({})).toEqual([
    'inside-region',
    'field-germany',
    'template',
    'matching-by-applied',
    'money-abroad',
    'no-courts',
  ]);
});

describe.each(cases)('%s', (id, change, ...others) => {
  test('is told to the case that it concerns, within the first six', () => {
    expect(toldOf(change)).toContain(id);
  });

  test('is not told to a case that it does not concern', () => {
    expect(others.filter((other) => concerns(id, other))).toEqual([]);
    expect(others).not.toEqual([]);
  });
});

test('every caution of the guide has its case', () => {
  expect(cases.map(([id]) => id)).toEqual(guide.cautions.map(({ id }) => id));
});

test.each(boundaries)('%s: %s is %s', (id, change, told) => {
  expect(concerns(id, change)).toBe(told);
});

describe('the words of the cautions', () => {
  const rows = guide.cautions;

  test('quote the call word for word', () => {
    expect(rows.flatMap(({ quotes }) => quotes).filter((quote) => !guide.source.includes(quote))).toEqual([]);
  });

  test('are short sentences with a title of their own', () => {
    expect(rows.filter(({ words }) => !/^.{20,110}。$/.test(words.zh.text)).map(({ id }) => id)).toEqual([]);
    expect(new Set(rows.map(({ words }) => words.zh.title)).size).toBe(rows.length);
  });

  test('are all filled in, whatever the case, and there are six at most, in the order of the guide', () => {
    const order = rows.map(({ id }) => id);
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const told = cautionsOf(facts, guide, 'zh');
        expect(told.length).toBeLessThanOrEqual(6);
        expect(told.map(({ text }) => text).filter((text) => /[{}]|undefined|未定|“”/.test(text))).toEqual([]);
        const places = told.map(({ id }) => order.indexOf(id));
        expect(places).toEqual(places.toSorted((one, other) => one - other));
      }),
      { seed: 20_230_508, numRuns: 500 },
    );
  });

  test('name the partner, its city and the pair that is meant', () => {
    const lincoln = only({ partners: [partner({ country: '美国', city: '林肯（内布拉斯加州）' })] });
    expect(lincoln.text).toContain('第39对南昌市—林肯市（英国）只是同名，不是美国的“林肯（内布拉斯加州）”');
    const namhae = only({ partners: [partner({ country: '韩国', city: '南海郡' })], direction: 11 });
    expect([namhae.id, namhae.text]).toEqual(['two-namhae', expect.stringContaining('井冈山市和丰城市')]);
    const thai = only({ partners: [partner({ country: '泰国', city: '曼谷' })], direction: 12 });
    expect(thai.text).toContain('没有单列泰国，只列了东盟');
  });

  test('leave a city with braces as it was written', () => {
    const braces = only({ partners: [partner({ country: '美国', city: '林肯（{p:x}{country}）' })] });
    expect(braces.text).toContain('“林肯（{p:x}{country}）”');
  });

  test('of the template say all that is missing in it', () => {
    const template = guide.cautions.find(({ id }) => id === 'template')?.words.zh.text ?? '';
    for (const part of ['24个月', '考核指标', '成果转化收益', '经费比例是空格', '英文', '翻译件'])
      expect(template).toContain(part);
  });

  test('do not say the date of birth', () => {
    const age = only({ 'lead.birthDate': '1965-02-17' });
    expect([age.id, age.text.includes('2月17日')]).toEqual(['age-58', false]);
  });
});

test('they stand in the text of the verdict after the reminders, and change nothing that is decided', () => {
  const silent: Guide = { ...guide, cautions: [] };
  const [told, untold] = [guide, silent].map((each) => assessed(readyFacts, each, null, today, 'zh'));
  const { text, ...decided } = told?.assessment ?? { text: '' };
  const { text: plain, ...same } = untold?.assessment ?? { text: '' };
  expect(decided).toEqual(same);
  expect(text.indexOf('【指南没写清的】')).toBeGreaterThan(text.indexOf('【另请注意】'));
  for (const { title, clause } of told?.cautions ?? []) {
    expect(text).toContain(`${title}：`);
    expect(text).toContain(`（${clause}）`);
  }
  expect(plain).not.toContain('【指南没写清的】');
});

test('in English they are the same cautions, with the same words of the guide', () => {
  const [en, zh] = [cautionsOf(readyFacts, guide, 'en'), cautionsOf(readyFacts, guide, 'zh')];
  const ofGuide = ({ id, clause, quote }: (typeof zh)[number]) => ({ id, clause, quote });
  expect(en.map(ofGuide)).toEqual(zh.map(ofGuide));
  expect(en.filter(({ title, text }) => /[，。：；]/u.test(title + text)).map(({ id }) => id)).toEqual([]);
});
