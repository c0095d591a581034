import { describe, expect, it } from 'vitest';
import { mentionsIn } from '../../../knowledge/answer/entities/index.ts';
import { answerTo, guide, plain } from './answerOf.ts';
import { aboutExamples, beyondExamples, foreignExamples, topicExamples } from './directions.examples.ts';

const titleOf = (number: number) => guide.directions.find((each) => each.number === number)?.title ?? '';
const directionsIn = (text: string) => new Set(text.match(/方向[一二三四五六七八九十]{1,2}(?=“)/g));

describe('a question about the directions', () => {
  it.each(aboutExamples)('「%s」 is answered from the guide', (question, ...holds) => {
    const { answer, citations } = answerTo(question);
    for (const each of holds) expect(plain(answer)).toContain(plain(each));
    for (const { quote } of citations) expect(guide.source).toContain(quote);
  });

  it.each(beyondExamples)('「%s」 goes beyond the indicators, and is told so', (question, ...holds) => {
    const { answer, status } = answerTo(question);
    expect(status).toBe('not-in-guide');
    for (const each of holds) expect(plain(answer)).toContain(plain(each));
  });

  it.each(topicExamples)('「%s」 finds direction %i among at most three', (question, number) => {
    const { answer, citations } = answerTo(question);
    expect(answer).toMatch(new RegExp(`${titleOf(number)}|direction ${number}\\b`));
    expect(directionsIn(answer).size).toBeLessThan(4);
    for (const { quote } of citations) expect(guide.source).toContain(quote);
  });

  it.each(foreignExamples)('「%s」 has no direction', (question) => {
    const { answer } = answerTo(question);
    expect(answer).toMatch(/没有对应|没有专门写|no direction|No direction/);
  });

  it.each(guide.directions)(
    '$number: all indicators and the whole content are quoted',
    ({ numeral: name, indicatorText, content }) => {
      expect(answerTo(`方向${name}的考核指标`).citations[0]?.quote).toBe(indicatorText);
      expect(answerTo(`方向${name}的研究内容`).citations[0]?.quote).toBe(content);
    },
  );

  it('keeps what was asked when only the direction changes', () => {
    expect(answerTo('方向七的论文要几篇', '那八呢').answer).toContain('10篇以上');
    expect(answerTo('方向七的论文要几篇', '那专利呢').answer).toContain('2-3项');
  });
});

describe('a direction by number', () => {
  it.each([
    ['方向十一', [11]],
    ['选题方向07', [7]],
    ['第7个方向', [7]],
    ['7号方向', [7]],
    ['方向vii', [7]],
    ['direction 7', [7]],
    ['方向十一和十二', [11, 12]],
    ['方向一到三', [1, 2, 3]],
    ['13和15两个方向', [13, 15]],
    ['欧美类第三个方向', [3]],
    ['其他国家那类第一个方向', [11]],
    ['最后一个方向', [19]],
    ['方向二十', [20]],
    ['方向一致吗', []],
    ['欧美方向一共几个', []],
    ['附3第4个基地', []],
    ['5月7号截止吗', []],
  ])('「%s」 names %j', (text, numbers) => {
    const named = mentionsIn(text, guide).flatMap((each) => (each.is === 'direction' ? [each.number] : []));
    expect(named).toEqual(numbers);
  });
});
