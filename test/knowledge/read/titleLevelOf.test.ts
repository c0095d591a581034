import { describe, expect, it } from 'vitest';
import { titleLevelOf } from '../../../knowledge/read/readTitle.ts';
import { readYesNo } from '../../../knowledge/read/readYesNo.ts';

describe('the level of a title that a caller writes', () => {
  it.each([
    ['教授', 'senior'],
    ['高级实验师', 'senior'],
    ['主任编辑', 'senior'],
    ['一级律师', 'senior'],
    ['助理研究员', 'not-senior'],
    ['一级教师', 'not-senior'],
    ['没有', 'not-senior'],
    ['客座教授', 'unclear'],
    ['预聘副教授', 'unclear'],
    ['高级技师', 'unclear'],
    ['Associate Professor', 'unclear'],
    ['不是教授', 'unclear'],
    ['', undefined],
    ['张三', undefined],
  ])('%s', (text, level) => {
    expect(titleLevelOf(text)).toBe(level);
  });
});

describe('yes or no about a thing that the question names', () => {
  const about = { yes: ['独立法人'], no: ['分公司'] };
  it.each([
    ['独立法人单位', 'yes'],
    ['是独立法人', 'yes'],
    ['不是独立法人', 'no'],
    ['是分公司', 'no'],
    ['不是分公司', undefined],
  ])('%s', (text, answer) => {
    const reading = readYesNo(text, about);
    expect(reading?.is === 'value' ? reading.value : undefined).toBe(answer);
  });
});
