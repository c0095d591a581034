/** Figures in the texts of a guide: thresholds, facts and what is worked out, in Chinese and in English. */
import { describe, expect, test } from 'vitest';
import { fill, numeral, numeralIn, valueText } from '../../knowledge/fill.ts';
import type { Guide } from '../../knowledge/guide.ts';
import type { AnyFacts } from '../../knowledge/rule.ts';
import { guide, partner } from '../support/readyCase.ts';

test.each([
  [0, '零'],
  [1, '一'],
  [9, '九'],
  [10, '十'],
  [11, '十一'],
  [19, '十九'],
  [20, '二十'],
  [21, '二十一'],
  [30, '三十'],
  [99, '九十九'],
])('%i is %s', (count, han) => {
  expect([numeral(count), numeralIn(count, 'zh'), numeralIn(count, 'en')]).toEqual([han, han, String(count)]);
});

describe('a threshold', () => {
  test.each([
    ['lead.bornOnOrAfter', '1965年6月1日', '1 June 1965'],
    ['unit.auditYears', '2021、2022年度', '2021 and 2022'],
    ['funding.min', '80万元', 'RMB 800,000'],
    ['project.months', '3年', '3 years'],
    ['partners.min', '1', '1'],
  ])('%s is %s, in English %s', (id, zh, en) => {
    expect([fill(`{p:${id}}`, {}, guide, 'zh'), fill(`{p:${id}}`, {}, guide, 'en')]).toEqual([zh, en]);
  });

  test('that the guide does not have is no text', () => {
    expect(() => fill('{p:no.such}', {}, guide, 'zh')).toThrow('no.such');
  });
});

describe('a fact', () => {
  test.each<[id: string, value: unknown, zh: string, en: string]>([
    ['lead.birthDate', '1979-03', '1979年3月', 'March 1979'],
    ['unit.name', '江西某厂', '江西某厂', '江西某厂'],
    ['funding.applied', 1_000_000, '100万元', 'RMB 1,000,000'],
    ['unit.ownFunds', 805_000, '80.5万元', 'RMB 805,000'],
    ['unit.ownFunds', 800_050, '800050元', 'RMB 800,050'],
    ['project.months', 36, '3年', '3 years'],
    ['project.months', 18, '18个月', '18 months'],
    ['project.months', 1, '1个月', '1 month'],
    ['project.months', 0, '0个月', '0 months'],
    ['process.channels', 36, '36', '36'],
    ['funding.applied', undefined, '未定', 'not decided yet'],
    ['unit.auditedReportYears', [2021], '未定', 'not decided yet'],
  ])('%s %j is %s, in English %s', (id, value, zh, en) => {
    expect([valueText(id, value, guide, 'zh'), valueText(id, value, guide, 'en')]).toEqual([zh, en]);
    expect(fill(`有{f:${id}}了`, { [id]: value }, guide, 'zh')).toBe(`有${zh}了`);
  });

  test('of which the guide asks by a question of its own is read as that question reads it', () => {
    const [question] = guide.questions;
    const asks = (fact: string, reader: string): Guide['questions'][number] =>
      ({ ...question, fact, reader }) as Guide['questions'][number]; // no other part of a question is looked at
    const own: Guide = {
      ...guide,
      questions: [asks('own.span', 'months'), asks('own.sum', 'money'), asks('own.count', 'count')],
    };
    expect(valueText('own.span', 24, own, 'zh')).toBe('2年');
    expect(valueText('own.sum', 50_000, own, 'zh')).toBe('5万元');
    expect(valueText('own.count', 24, own, 'zh')).toBe('24');
  });
});

describe('what is worked out', () => {
  const said = (text: string, facts: AnyFacts, language: 'zh' | 'en' = 'zh'): string =>
    fill(text, facts, guide, language);

  test.each<[of: string, facts: AnyFacts, zh: string, en: string]>([
    ['a partner in Germany', { partners: [partner()] }, '方向一至十', 'directions 1 to 10'],
    [
      'a partner in Japan',
      { partners: [partner({ country: '日本', city: '' })] },
      '方向十一至十九',
      'directions 11 to 19',
    ],
    ['no partner', {}, '方向一至十九', 'directions 1 to 19'],
  ])('the directions open to %s', (_of, facts, zh, en) => {
    expect([said('{x:allowedDirections}', facts), said('{x:allowedDirections}', facts, 'en')]).toEqual([zh, en]);
  });

  test.each<[there: unknown, missing: string]>([
    [undefined, '2021、2022年度'],
    [[], '2021、2022年度'],
    [[2021], '2022年度'],
    [[2022, 2020], '2021年度'],
    // A text that is about missing reports is told of all of them rather than of none.
    [[2021, 2022], '2021、2022年度'],
  ])('the years whose reports are missing where there are those of %j', (there, missing) => {
    const facts = { 'unit.auditedReportYears': there };
    expect(said('{x:missingAuditYears}', facts)).toBe(missing);
    expect(said('{x:auditYears}', facts)).toBe('2021、2022年度');
  });

  test('the guide itself, and a direction as it may be typed', () => {
    expect(said('《{x:guideTitle}》，{x:guideYear}', {})).toBe('《2023年江西省国际科技合作项目申报指南》，2023');
    expect(said('{x:directionExample}', {})).toBe('方向五，油菜抗旱');
    expect(said('{x:noSuchThing}', {})).toBe('noSuchThing');
    expect(said('{y:guideYear} {x}', {})).toBe('{y:guideYear} {x}');
  });

  test('a direction of a guide without an example is shown by a word of its own, and else by its title', () => {
    const shown = (change: (each: Guide['directions'][number]) => object | undefined): string => {
      const directions = guide.directions.slice(0, 2).map((each) => ({ ...each, ours: change(each) }));
      return fill('{x:directionExample}', {}, { ...guide, directions } as Guide, 'zh'); // its own words alone differ
    };
    const [first, second] = guide.directions;
    expect(shown(({ number }) => (number === 2 ? { terms: ['林火', '山火'] } : {}))).toBe('方向二，林火');
    expect(shown(({ number }) => ({ terms: [`词${number}`], ...(number === 2 && { example: '林火' }) }))).toBe(
      '方向二，林火',
    );
    expect(shown(({ number }) => ({ terms: [`词${number}`], example: `例${number}` }))).toBe('方向一，例1');
    expect(shown(({ number }) => ({ terms: [`词${number}`] }))).toBe('方向一，词1');
    expect(shown(() => undefined)).toBe(`方向一，${first?.title}`);
    expect(second?.numeral).toBe('二');
  });
});
