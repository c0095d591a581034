import { describe, expect, it } from 'vitest';
import { ask } from '../../../knowledge/answer/ask.ts';
import { read } from '../../../knowledge/answer/readQuestion.ts';
import { stoodFor } from '../../../knowledge/answer/standsFor.ts';
import { askingClause, unknownIn } from '../../../knowledge/answer/unknown.ts';
import { loadGuide } from '../../../knowledge/loadGuide.ts';

const guide = loadGuide('jx-intl-2023');
const answerTo = (text: string) => ask({ text, guide, overlay: null, today: '2023-05-08' }).answer;

describe('one question more than the rule', () => {
  it.each<string>([
    '银行贷款算自有资金吗',
    '用捐赠的设备抵配套行吗',
    '外方签字用电子章可以吗',
    '香港注册的基金会可以当外方吗',
    '博士后出站证明能代替博士学位吗',
    '房子抵押来的钱算自有不',
    '股东投进来的钱算不算自有',
    '彩票奖金能当自有资金吗',
    '外方用火漆印代替签字行吗',
    '译文能用繁体吗',
    '审计报告可以是税务师出的吗',
    '为什么要求企业配1倍的钱',
    '为啥第一参与单位非得是外国的',
    '凭什么要把签字的地方高亮出来',
    '什么时候检查自有资金',
  ])('%s: the guide does not go that far', (question) => {
    const { status, answer } = answerTo(question);
    expect(status).toBe('not-in-guide');
    expect(answer).toMatch(/指南没有|没有找到/);
    expect(answer).toContain('人工');
  });

  it.each<[string, RegExp]>([
    ['去年验收了一个项目，请问外方单位要注册几年', /3年/],
    ['我手头项目结题了，请问这个项目实施期几年', /3年/],
    ['外方是英国一所名校，协议是英文的要翻译吗', /翻译件/],
    ['打算买台设备，先问一下一个项目最多能拿多少', /120万/],
  ])('%s: what is told before the question does not change it', (question, says) => {
    const { status, answer } = answerTo(question);
    expect(status).toBe('answered');
    expect(answer).toMatch(says);
  });
});

describe('the words that nobody knows', () => {
  it.each<[string, string[]]>([
    ['祖传字画能当自有资金吗', ['祖传', '字画']],
    ['我家开糖坊，企业要配套多少自有资金', []],
    ['协议必须写明哪些内容呀', []],
  ])('%s', (question, unknown) => {
    const asked = read(question, guide);
    expect(unknownIn(asked, guide, askingClause(asked)).map(({ text }) => text)).toEqual(unknown);
  });

  it.each<[string, string | undefined]>([
    ['银行贷款算自有资金吗', '银行贷款'],
    ['邮件能代替签字吗', '邮件能'],
    ['自有资金要多少', undefined],
  ])('%s: what is to stand for something else', (question, one) => {
    const asked = read(question, guide);
    const span = stoodFor(asked, askingClause(asked));
    expect(span && asked.text.slice(span.start, span.end)).toBe(one);
  });
});

describe('a question too short to answer', () => {
  it.each<string>(['协议', '钱', '外方', '负责人', '材料'])(
    '%s: is asked back with questions that we can answer',
    (question) => {
      const { status, suggestions } = answerTo(question);
      expect(status).toBe('clarify');
      expect(suggestions.length).toBeGreaterThan(0);
      for (const suggestion of suggestions) expect(answerTo(suggestion).status).toBe('answered');
    },
  );
});
