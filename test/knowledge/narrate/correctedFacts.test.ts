import { describe, expect, test } from 'vitest';
import type { Facts } from '../../../knowledge/facts.ts';
import { correctedFacts } from '../../../knowledge/narrate/correctedFacts.ts';
import corrections from '../../eval/corrections.json' with { type: 'json' };
import { guide, today } from '../../support/readyCase.ts';
import { workOf } from '../../support/work.ts';

interface Correction {
  say: string;
  before: Facts;
  facts: Record<string, unknown>;
  reask?: string;
}
const rows = corrections as unknown as Correction[];

const read = (say: string, facts: Facts) => correctedFacts(say, { facts, guide, today, index: 0 });

describe('a correction', () => {
  test.each(rows.map((row) => [row.say, row] as const))('is taken: %s', (_, { say, before, facts, reask }) => {
    const found = read(say, before);
    const patch = Object.assign({}, ...(found?.stated ?? []).map((one) => one.patch));
    expect(patch).toMatchObject(facts);
    expect(found?.reask).toBe(reask);
  });

  test('keeps the other fields of a partner, but not the town of another country', () => {
    const partners = [{ name: '柏林大学', country: '德国', city: '柏林', kind: 'university' as const }];
    expect(read('国家写错了，是奥地利', { partners })?.stated[0]?.patch).toEqual({
      partners: [{ name: '柏林大学', country: '奥地利', kind: 'university' }],
    });
  });
});

const known: Facts = {
  'unit.kind': 'enterprise',
  'unit.registrationDate': '2019-08-02',
  'unit.registeredInJiangxi': true,
  'lead.titleText': '讲师',
  'lead.titleLevel': 'not-senior',
  'lead.degree': 'master',
  'lead.birthDate': '1980-05-02',
  'lead.civilServant': false,
  'funding.applied': 1_000_000,
  'project.months': 36,
  'process.recommendationLetter': true,
  partners: [{ country: '德国', name: '吉森大学', kind: 'university' }],
};

test.each([
  '1990年成立的',
  '有',
  '不是',
  '没有，就这一家外方',
  '还没开',
  '大学，独立法人',
  '1957年就有了',
  '不是公务员，也不管项目',
  '没有重复报',
  '都写了',
  '英文的，还没翻译',
  '合作五年了，材料已作附件',
  '自有资金配70万',
  '省里要100，我们自己出150',
  '没写错',
  '不对，我们没有',
  '要改成120万行吗',
  '职称能不能改？',
  '如果改成两年呢',
  '我同事是教授',
  '以前是副教授',
  '协议里没有独占条款',
  '不知道',
  '南昌某公司排第二',
  '去年申请了80万',
])('an ordinary answer is no correction: %s', (say) => {
  expect(read(say, known)).toBeUndefined();
});

test.each(['错了', '不是', '应该是', '改成', '前面说两年，', '不是一，是二，'])(
  '400 characters of %s cost little',
  (piece) => {
    expect(workOf(() => read(piece.repeat(Math.floor(400 / piece.length)), known))).toBeLessThan(500);
  },
);

test('an answer to the open question is no correction of another one', () => {
  const context = { facts: { ...known, 'unit.legalPerson': true }, guide, today, index: 0 };
  expect(correctedFacts('我们是大学，不是企业', context, 'unit.kind')).toBeUndefined();
  expect(correctedFacts('两年，刚才职称写错了，是副教授', context, 'project.duration')?.stated[0]?.question).toBe(
    'lead.title',
  );
});
