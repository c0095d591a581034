import { describe, expect, it } from 'vitest';
import { agreementContents } from '../../../knowledge/facts.ts';
import { loadGuide } from '../../../knowledge/loadGuide.ts';
import { agreementQuestions } from '../../../knowledge/questions/agreement.ts';
import { namesUnit } from '../../../knowledge/read/namesUnit.ts';
import { readDomesticAgreement } from '../../../knowledge/read/readDomesticAgreement.ts';
import { allOf } from './said.ts';

const units = ['樟树本草职业学院', '宜春康沅药业有限公司'];

describe('an agreement with several units in China', () => {
  it.each([
    ['跟樟树那学院签了，章、日期都有。宜春那药厂还没签，人家老总出差呢', [true, false]],
    ['学院签了，药厂的还没签', [true, false]],
    ['两家都签了，都齐', [true, true]],
    ['康沅签了，学院那边在走用印，还没签', [false, true]],
    ['都还没签', [false, false]],
    ['签了，都齐', [true, true]],
  ])('%s', (text, signed) => {
    const reading = readDomesticAgreement(text, units);
    expect(reading?.is === 'value' ? reading.value.signed : undefined).toEqual(signed);
  });

  it('what is said of the unit that did not sign counts for nothing else', () => {
    const reading = readDomesticAgreement('学院签了，章日期都齐，没高亮。药厂没签，章也没盖', units);
    expect(reading).toMatchObject({ value: { exists: true, sealed: true, dateClear: true, highlighted: false } });
  });

  it.each([
    ['宜春那药厂', false, true],
    ['樟树那边', true, false],
    ['那家公司', false, true],
    ['那家单位', false, false],
  ])('%s names the school: %s, the works: %s', (clause, school, works) => {
    expect(units.map((unit) => namesUnit(clause, unit, units))).toEqual([school, works]);
  });
});

describe('what an agreement states, asked for a second time about the things not named at first', () => {
  const before = { tasks: true, ip: false } as const;
  const context = {
    facts: { 'agreement.content': before },
    guide: loadGuide('jx-intl-2023'),
    today: '2023-05-08',
    index: 0,
  };
  const read = (text: string) => agreementQuestions.content.parts?.['agreement.content']?.read(text, context);

  it.each([
    ['都写了', { ...allOf(agreementContents, true), ...before }],
    ['没写', { ...allOf(agreementContents, false), ...before }],
    ['有', { ...allOf(agreementContents, true), ...before }],
    ['剩下的都没写', { ...allOf(agreementContents, false), ...before }],
    ['其他的也都有', { ...allOf(agreementContents, true), ...before }],
    ['除了收益都有', { ...allOf(agreementContents, true), ...before, revenue: false }],
    ['有效期写了，别的没有', { ...allOf(agreementContents, false), ...before, validity: true }],
  ])('%s', (text, content) => {
    expect(read(text)).toMatchObject({ is: 'value', value: { 'agreement.content': content } });
  });

  it('不清楚 leaves them open', () => {
    expect(read('不清楚')).toEqual({ is: 'unknown' });
  });
});
