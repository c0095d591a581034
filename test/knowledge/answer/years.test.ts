/** Several guides side by side: which year answers, what is said of it, and that a year in a fact asks for no guide. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { ask } from '../../../knowledge/answer/ask.ts';
import { callsAsked } from '../../../knowledge/answer/callYears.ts';
import type { Answer } from '../../../knowledge/answer/compose.ts';
import type { Memory } from '../../../knowledge/answer/follow.ts';
import { guidesOnFile } from '../../../knowledge/guidesOnFile.ts';
import { loadGuide } from '../../../knowledge/loadGuide.ts';
import { secondGuide } from '../../support/secondGuide.ts';
import { guide2024 } from '../newGuide/guide2024.ts';
import { answerTo } from './answerOf.ts';

const { newest } = guidesOnFile({ folders: [secondGuide()] });

/** The answer to the last of some questions, asked in May of 2024. */
function told(...turns: string[]): Answer {
  let memory: Memory | undefined;
  const answers = turns.map((text) => {
    const asked = ask({ text, guide: newest, overlay: null, today: '2024-05-08', memory });
    memory = asked.memory;
    return asked.answer;
  });
  const last = answers.at(-1);
  if (!last) throw new Error('no question');
  return last;
}

const older = '按2023年指南（已有更新的2024年指南，现在申报以新的为准）：';

describe('the newest guide', () => {
  test.each([
    '负责人年龄有什么要求',
    '今年的年龄要求是什么',
    '2024年的年龄要求是什么',
    '2024年度申报负责人年龄要求',
    '24年的指南里年龄怎么规定',
    'what is the age limit',
  ])('answers “%s”, without a word of other years', (text) => {
    const { guide, answer, citations } = told(text);
    expect(guide).toBe('jx-intl-2024');
    expect(answer).toMatch(/1966年7月1日/);
    expect(answer).not.toMatch(/2023|1965|2024年指南/);
    expect(citations[0]).toMatchObject({ quote: expect.stringContaining('1966年7月1日') });
  });

  test('how many directions its own year has is no question about another year', () => {
    expect(told('2024年有几个方向').answer).toMatch(/^共 19 个选题方向/);
  });

  test.each([
    ['1966年1月1日出生的能当负责人吗', /1966年7月1日（含）之后出生/],
    ['2023年5月1日注册的公司能报吗', /2023年5月1日晚了/],
    ['2022年注册的公司能报吗', /只说2022年还不能判断/],
    ['2023年的审计报告要交吗', /近2年的审计报告/],
  ])('a year of the asker’s own asks for no guide: %s', (text, says) => {
    const { guide, answer } = told(text);
    expect(guide).toBe('jx-intl-2024');
    expect(answer).toMatch(says);
  });
});

describe('an older guide answers when its year is asked for, and says that there is a newer one', () => {
  test.each([
    '2023年的年龄要求',
    '2023年的指南里，负责人年龄怎么规定？',
    '２０２３年度负责人年龄要求',
    '二〇二三年的指南年龄要求是什么',
    '23年的指南对年龄怎么说',
    '去年的指南年龄卡在哪天',
    '去年的年龄要求',
    '去年管到几岁',
    '按2023年的，负责人年龄有什么要求',
    '2023年負責人年齡有什麼要求',
  ])('%s', (text) => {
    const { guide, answer, citations } = told(text);
    expect(guide).toBe('jx-intl-2023');
    expect(answer.split('\n')[0]).toBe(older);
    expect(answer).toMatch(/1965年6月1日（含）之后出生/);
    expect(citations[0]).toMatchObject({ quote: expect.stringContaining('1965年6月1日') });
  });

  test.each(['2023年每个项目给多少钱', '去年一个项目最多能拿多少', '请问2023年，每项支持多少'])(
    'where the year only stands first: %s',
    (text) => {
      const { guide, answer } = told(text);
      expect(guide).toBe('jx-intl-2023');
      expect(answer).toContain(older);
      expect(answer).toContain('80-120万元');
    },
  );

  test.each([
    '2023年成立的公司能申报吗',
    '2023年我们没有审计报告，能申报吗',
    '去年刚注册的企业能报吗',
    '2023年1月签的协议可以吗',
    '2023年的论文算合作基础吗',
    '2023年毕业的博士能当负责人吗',
  ])('what happened to the asker in that year asks for no guide: %s', (text) => {
    expect(told(text).guide).toBe('jx-intl-2024');
  });

  test('in English too', () => {
    const { guide, answer } = told('What is the age limit in the 2023 guide?');
    expect(guide).toBe('jx-intl-2023');
    expect(answer).toMatch(
      /^By the 2023 guide \(the 2024 guide is out, and holds for applications now\):\n.*1 June 1965/,
    );
  });

  test('whether one could apply then is asked back by it', () => {
    const { guide, status, answer } = told('2023 年能申报吗');
    expect([guide, status]).toEqual(['jx-intl-2023', 'clarify']);
    expect(answer).toContain(older);
  });

  test('its name alone is asked back', () => {
    const { status, answer } = told('2023年的指南');
    expect(status).toBe('clarify');
    expect(answer).toBe(`${older}\n这份指南在，请说要问哪一项，例如“2023年的年龄要求”。`);
  });

  test('a follow-up stays with it, a question of its own goes back to the newest', () => {
    expect(told('2023年的年龄要求', '那学历呢').guide).toBe('jx-intl-2023');
    expect(told('2023年的年龄要求', '那学历呢').answer).toContain(older);
    expect(told('2023年的年龄要求', '每个项目资助多少钱').guide).toBe('jx-intl-2024');
    expect(told('2023年的年龄要求', '每个项目资助多少钱', '那配套呢').guide).toBe('jx-intl-2024');
  });

  test('那2023年的呢 and back again', () => {
    expect(told('负责人年龄有什么要求', '那2023年的呢').answer).toMatch(/1965年6月1日/);
    expect(told('负责人年龄有什么要求', '那2023年的呢', '2024年的呢').answer).toMatch(/^.*1966年7月1日/);
  });
});

describe('a year that is not on file', () => {
  test.each([
    ['2022年的指南年龄要求是什么', '2022'],
    ['2025年资助多少', '2025'],
    ['2021年的申报条件', '2021'],
    ['前年的年龄要求', '2022'],
  ])('is answered by no other year: %s', (text, year) => {
    const { status, answer, citations } = told(text);
    expect(status).toBe('not-in-guide');
    expect(answer).toContain(`这里只有2023、2024年的指南，没有${year}年的，答不了那一年的规定`);
    expect(citations).toEqual([]);
  });

  test.each([
    '2025年负责人年龄要求是多少',
    '2022年资助多少',
    '去年的年龄要求',
    '2024年有几个方向',
    '二〇二一年的申报条件',
  ])('with one guide on file neither: %s', (text) => {
    const { status, answer } = answerTo(text);
    expect(status).toBe('not-in-guide');
    expect(answer).not.toMatch(/1965|80-120|19 个/);
  });
});

describe('what changed from one year to the next', () => {
  test.each([
    '今年和去年比改了什么',
    '跟2023年的指南相比有哪些不同？',
    '今年新增了哪些要求',
    '2024年和2023年有什么变化',
  ])('%s', (text) => {
    const { status, answer, citations } = told(text);
    expect(status).toBe('answered');
    expect(answer).toContain('负责人的出生日期由1965年6月1日改为1966年7月1日');
    expect(answer).toContain('申请额度由80万元改为100万元');
    expect(citations).toContainEqual({ clause: '附5 二（一）', quote: '1966年7月1日（含）之后出生' });
  });

  test.each(['年龄要求和去年比有什么变化', '2024年和2023年的年龄要求'])(
    'a topic is told by both, each named: %s',
    (text) => {
      const { answer, citations } = told(text);
      expect(answer).toContain('按2024年指南：\n负责人年龄不超过58周岁，即1966年7月1日');
      expect(answer).toContain(`${older}\n负责人年龄不超过58周岁，即1965年6月1日`);
      expect(citations).toHaveLength(2);
    },
  );

  test('nothing is said to have changed where nothing did', () => {
    const same = secondGuide([
      ['1966年7月1日', '1965年6月1日'],
      ['1966-07-01', '1965-06-01'],
      ['100-150万元', '80-120万元'],
      ['"value": 1000000', '"value": 800000'],
      ['"value": 1500000', '"value": 1200000'],
      ['"quotes": ["2024年江西省', '"quotes": ["2023年江西省'],
    ]);
    const { newest: guide } = guidesOnFile({ folders: [same] });
    const { answer } = ask({ text: '和去年比改了什么', guide, overlay: null, today: '2024-05-08' }).answer;
    expect(answer).toMatch(/^2024年指南和2023年指南相比/);
    expect(answer).not.toMatch(/改为/);
  });
});

describe('in a case of the older guide', () => {
  const ofCase = newest.older?.[0];
  const inCase = (text: string): Answer =>
    ask({ text, guide: newest, overlay: null, today: '2024-05-08', ...(ofCase && { ofCase }) }).answer;

  test('what both say otherwise is told by both, the newest first', () => {
    const { guide, answer } = inCase('负责人年龄有什么要求');
    expect(guide).toBe('jx-intl-2024');
    expect(answer).toMatch(
      /^负责人年龄不超过58周岁，即1966年7月1日[\s\S]*以上是2024年指南的规定；您这份自查按2023年指南：\n负责人年龄不超过58周岁，即1965年6月1日/,
    );
  });

  test('what both say alike is told once', () => {
    expect(inCase('企业要配套多少自有资金').answer).not.toContain('您这份自查');
  });

  test('who asks for a year is told that year alone', () => {
    expect(inCase('2023年的年龄要求').answer).not.toContain('您这份自查');
  });
});

describe('beside a guide with other directions and lists', () => {
  const { newest: guide } = guidesOnFile({ folders: [guide2024()] });
  const of = (text: string): Answer => ask({ text, guide, overlay: null, today: '2024-07-01' }).answer;

  test.each([
    ['2024年有几个方向', 'jx-intl-2024', /^共 12 个选题方向/],
    ['2023年有几个方向', 'jx-intl-2023', /\n共 19 个选题方向/],
    ['方向三研究什么', 'jx-intl-2024', /^方向三“应用新技术培育油菜/],
    ['2023年的方向三研究什么', 'jx-intl-2023', /\n方向三“新型骨科医疗材料/],
    ['南昌和高松是友好城市吗', 'jx-intl-2024', /没有结对/],
    ['2023年南昌和高松是友好城市吗', 'jx-intl-2023', /\n是的，日本高松市是南昌市的友城（附2第29对）/],
  ])('%s', (text, id, says) => {
    const { guide: by, answer } = of(text);
    expect(by).toBe(id);
    expect(answer).toMatch(says);
    expect(answer.startsWith(older)).toBe(id === 'jx-intl-2023');
  });

  test('of many changes the first figures are told, and the rest counted', () => {
    const { answer } = of('今年和去年比改了什么');
    expect(answer).toMatch(/企业自有资金配套由1倍改为1\.5倍.*日期、金额、比例另有5处；.*附2 友城清单有\d+处不同/);
    expect(answer.split('\n')[0]?.length).toBeLessThan(400);
  });
});

describe('which year a question asks for', () => {
  const none = undefined;
  test.each([
    ['2023年的年龄要求', [2023]],
    ['2023年度江西省国合项目申报指南', [2023]],
    ['2023年还能申报吗', [2023]],
    ['去年立项几个', [2023]],
    ['明年的申报条件', [2025]],
    ['二〇二二年申报指南', [2022]],
    ['2023年5月1日前注册', none],
    ['2022年注册的公司能报吗', none],
    ['2021年、2022年的审计报告', none],
    ['2022年申报的项目还没结题', none],
    ['2022年资助过的项目', none],
    ['去年签的协议', none],
    ['去年别人好像没要求', none],
    ['项目从2023年7月到2026年6月', none],
    ['请说明年龄要求', none],
    ['我1975年出生', none],
    ['2019—2023中芬科技创新合作战略旗舰计划', none],
    ['以前年度的审计报告', none],
    ['2022年立项的还没结题能报吗', none],
  ])('%s', (text, years) => {
    expect(callsAsked(text, '2024-05-08')?.years).toEqual(years);
  });

  test('a long run of the same words is read in no time', () => {
    const began = performance.now();
    for (const each of ['2023年', '2023年的', '和2023年', '2023年的江西省', '还能', '的那份'])
      callsAsked(`2023年${each.repeat(600)}`, '2024-05-08');
    expect(performance.now() - began).toBeLessThan(1000);
  });
});

test('an answer that cites the guide does not say again that it is the 2023 call', () => {
  const set = z
    .array(z.object({ question: z.string() }))
    .parse(JSON.parse(readFileSync(new URL('../../eval/qa-dev.json', import.meta.url), 'utf8')));
  const answers = set.map(({ question }) => answerTo(question));
  const cited = answers.filter(({ status, citations }) => status === 'answered' && citations.length > 0);
  expect(cited.length).toBeGreaterThan(50);
  // What the call itself says in a quoted sentence is its own word.
  const own = cited.map(({ answer, citations }) =>
    citations.reduce((text, { quote }) => text.replace(quote, ''), answer),
  );
  expect(own.filter((text) => /2023年(?:版|度?的?指南|江西省)/.test(text))).toEqual([]);
});

test('a guide as its folder gives it knows no other', () => {
  expect(loadGuide('jx-intl-2023')).not.toHaveProperty('older');
});
