import { describe, expect, it, test } from 'vitest';
import { asksOnly } from '../../dialogs/consult.ts';
import { words } from '../../dialogs/wording.ts';
import { loadGuide } from '../../knowledge/loadGuide.ts';
import { questionsOf } from '../../knowledge/questions/index.ts';
import { begunUpTo, readyAnswers, type Talk, talk } from '../support/talk.ts';

/** Asked in many manners, about everything; some name what an interview question is about. */
const asked = [
  '最高能给多少钱？',
  '负责人年龄有什么要求',
  '1964年12月出生的能当负责人吗',
  '副教授算不算高级职称？',
  '企业要不要配套资金？',
  '方向七的考核指标是什么',
  '德国在不在附1的名单里？',
  '日本高松和南昌是友好城市吗',
  '协议要写哪些内容',
  '英文协议要不要翻译件，翻译件盖谁的章？',
  '推荐函找谁开？',
  '外方注册不满3年可以吗',
  '高校需要审计报告吗？',
  '公务员能申报吗',
  '和美国合作要另外报告吗？',
  '申报截止是几号？',
  '保证能立项吗？',
  '今天天气怎么样？',
  'How much funding can we apply for?',
  '請問負責人要有博士學位嗎？',
] as const;

const guide = loadGuide('jx-intl-2023');

/** Each question, whole and in its parts, as it stands open when it is asked again. */
const everyQuestion = questionsOf(guide).flatMap(({ id, parts }) => [
  id,
  ...Object.keys(parts ?? {}).map((path) => `${id}/${path}`),
]);

function expectAskedAgain(told: Talk, text: string): void {
  const before = structuredClone(told.record);
  const open = told.last().findLast(({ question }) => question)?.question?.id;
  const replies = told.say(text);
  const where = `${open}: ${text}`;
  expect(told.record.facts, where).toEqual(before.facts);
  expect(told.record.behalf, where).toEqual(before.behalf);
  expect(told.record.trail, where).toEqual(before.trail);
  expect(replies.map(({ question }) => question?.id).filter(Boolean), where).toEqual([open]);
  expect(
    replies.filter(({ answer }) => answer),
    where,
  ).toHaveLength(1);
}

describe('a question in the middle is answered, nothing is recorded, and the open question is asked again, once', () => {
  test('at every question of an interview as it comes', () => {
    const told = talk();
    for (const answer of readyAnswers) {
      for (const text of asked) expectAskedAgain(told, text);
      told.say(answer);
    }
    expect(told.heard()).toContain('条件基本具备，可以申报');
  });

  test.each(everyQuestion)('at %s', (id) => {
    const facts = { partners: [{ name: '甲大学', country: '德国' }], domesticPartners: [{}] };
    const told = talk({ behalf: 'self', facts, asking: { id, tries: 0, again: true } });
    expect(told.last().at(-1)?.question?.id).toBe(id);
    for (const text of asked) expectAskedAgain(told, text);
  });

  test('where it is asked for whom, for which name, what to change, and whether to begin anew', () => {
    for (const path of [[], ['帮别人问'], ['负责人本人', '高校', '修改'], ['负责人本人', '高校', '重来']]) {
      const told = talk();
      told.sayAll(...path);
      for (const text of asked) expectAskedAgain(told, text);
    }
  });
});

describe('what the answer carries', () => {
  it('a reason asked for another rule than that of the open question: the rule, and that the guide gives no reason', () => {
    const told = begunUpTo('高校');
    const [reply] = told.say('为什么要求企业配1倍的钱');
    expect(reply?.text).toMatch(/^指南没有写为什么这样规定.*\n依据：指南三（二） “企业申报要求配套/);
    const [own] = told.say('为什么');
    expect(own?.text).not.toContain('配套');
  });

  it('the answer itself, what it rests on, and the buttons of the open question', () => {
    const told = begunUpTo('高校');
    const [reply] = told.say('最高能给多少钱？');
    expect(reply?.answer?.status).toBe('answered');
    expect(reply?.text.startsWith(reply.answer?.answer ?? '?')).toBe(true);
    expect(reply?.basis).toMatchObject({ answerStatus: 'answered', citations: reply?.answer?.citations });
    expect(reply?.choices).toContain('高校');
  });

  it('a follow-up leans on what was asked before', () => {
    const told = begunUpTo('教授');
    told.say('方向七拟立项几个？');
    const [reply] = told.say('那方向五呢');
    expect(reply?.text).toContain('2个');
    expect(reply?.question?.id).toBe('lead.title');
  });
});

describe('an answer to the open question goes before everything', () => {
  it.each([
    ['都没有', '没有。对了，这个项目一般给多少钱？', 'unit.name', /万元/],
    ['教授', '教授，最高能资助多少万元？', 'lead.civil', /万元/],
    ['高校', '高校。英文协议要不要翻译件？', 'partner.who', /翻译件/],
  ] as const)('%s: %s', (open, text, next, answer) => {
    const told = begunUpTo(open);
    const [reply] = told.say(text);
    expect(reply?.question?.id).toBe(next);
    expect(reply?.text).toMatch(answer);
  });

  it.each([
    ['教授', '副教授'],
    ['100万元', '100万'],
  ] as const)('%s: %s is no question', (open, text) => {
    const told = open === '教授' ? begunUpTo('教授') : begunUpTo('100万');
    expect(told.say(text)[0]?.answer).toBeUndefined();
  });
});

describe('words that only name what somebody wants to know', () => {
  it.each([
    ['1970年6月18日', '方向七考核指标'],
    ['教授', '申报单位的注册时间要求'],
    ['都不是', '德国友好城市名单'],
  ] as const)('are answered: %s: %s', (open, text) => {
    const told = begunUpTo(open);
    const question = told.last().at(-1)?.question?.id;
    const [reply] = told.say(text);
    expect(reply?.answer?.status, reply?.text).toBe('answered');
    expect(reply?.question?.id).toBe(question);
  });

  it.each([
    ['1970年6月18日', '我们和德国有合作协议'],
    ['1970年6月18日', '合作协议'],
    ['教授', '嘟嘟嘟'],
    ['教授', '还没准备材料'],
    ['教授', '这个材料我没有什么印象'],
    ['1970年6月18日', '那算了'],
    ['都不是', '友好城市南昌'],
  ] as const)('a statement that misses the question is none: %s: %s', (open, text) => {
    expect(
      begunUpTo(open)
        .say(text)
        .some(({ answer }) => answer),
    ).toBe(false);
  });
});

describe('after the verdict', () => {
  it('questions are answered, and what may be asked next is offered beside what may be done', () => {
    const told = talk();
    told.sayAll(...readyAnswers);
    const [reply] = told.say('最高能给多少钱？');
    expect(reply?.answer?.status).toBe('answered');
    expect(reply?.question).toBeUndefined();
    expect(reply?.choices).toEqual([...(reply?.answer?.suggestions ?? []), ...words('zh').endActions]);
  });
});

it('人工 by itself says nothing of the case: the open question is asked again', () => {
  const told = begunUpTo('教授');
  const [reply] = told.say('转人工');
  expect(reply?.text).not.toMatch(/稍等|会联系您|很快/);
  expect(reply?.basis?.answerStatus).toBe('person');
  expect(reply?.question?.id).toBe('lead.title');
});

describe('an answer in the words of a question is an answer', () => {
  it.each(['正宗临川人哪里来的外国人', '三样指标写了好不好卖先进不先进都写了就是附件表格还差几张冇填'])('%s', (say) => {
    expect(asksOnly(say)).toBe(false);
  });
  it.each(['怎么分钱写了没有', '协议里要不要写怎么分钱', '合作社能不能报'])('%s asks', (say) => {
    expect(asksOnly(say)).toBe(true);
  });
});
