/** What is said of one rule: in its own words, by what stands in for words that a guide leaves out, and behind a ruling. */
import { describe, expect, test } from 'vitest';
import { assessed } from '../../knowledge/assess.ts';
import { checklist, messageOf } from '../../knowledge/checklist.ts';
import { decideAll } from '../../knowledge/findings.ts';
import type { Outcome } from '../../knowledge/guide.ts';
import { overlaid } from '../../knowledge/overlay.ts';
import type { RuleRow } from '../../knowledge/ruleSchema.ts';
import { withoutStop } from '../../knowledge/spoken.ts';
import { approvedBy, ruled } from '../support/published.ts';
import { all, type Change, changed, guide, partner } from '../support/readyCase.ts';

const today = '2026-11-23';
const by = `按咨询台答复（2026年11月23日，${approvedBy}）：`;
const years = '外方“3年以上”算到2023年5月1日为止：2020年5月1日及以前在境外注册的符合，之后注册的不符合。';
const taiwan = '中国台湾地区的单位可以作合作单位，归“其他国家和地区科技合作”（方向十一至十九）。';
const abroad = (registrationDate: string): Change => ({ partners: [partner({ registrationDate })] });

describe('what a ruling decides is said', () => {
  const cases: [how: string, rule: string, choices: Record<string, string>, change: Change, said: string][] = [
    [
      'met: by the ruling alone',
      'partner.3-years',
      { 'partner-three-years': 'may-2023' },
      abroad('2020-05-01'),
      by + years,
    ],
    [
      'failed: with the guide’s words before it',
      'partner.3-years',
      { 'partner-three-years': 'may-2023' },
      abroad('2020-05-02'),
      `合作单位注册不满3年。${by}${years}`,
    ],
    [
      'open: with the guide’s words before it',
      'partner.3-years',
      { 'partner-three-years': 'may-2023' },
      abroad('2020-05'),
      `还要核对合作单位的注册时间。${by}${years}`,
    ],
    [
      'to be confirmed all the same: with the guide’s words before it',
      'scope.category',
      { 'taiwan-partner': 'other-countries-regions' },
      { direction: 19, partners: [partner(), partner({ country: '台湾', city: '' })] },
      `合作方所在地归哪一类，指南没有写明。${by}${taiwan}`,
    ],
    [
      'barred by the ruling: by the ruling alone',
      'unit.registered-before',
      { 'registered-on-the-day': 'does-not-count' },
      { 'unit.registrationDate': '2022-05-01' },
      `${by}“2022年5月1日前”不含当天：申报单位2022年5月1日当天注册的不符合，须在4月30日及以前完成注册。`,
    ],
  ];
  test.each(cases)('%s', (_how, rule, choices, change, said) => {
    const { assessment } = assessed(changed(change), guide, ruled(guide, choices), today, 'zh');
    expect(assessment.findings.find((each) => each.rule === rule)?.message).toBe(said);
  });
});

describe('a rule whose guide leaves some words out', () => {
  const row = (words: Partial<RuleRow['words']['zh']>): RuleRow => {
    const three = guide.rules.find((each) => each.row.id === 'partner.3-years')?.row;
    if (!three) throw new Error('no such rule');
    return { ...three, words: { zh: { title: '注册满3年', ...words } } };
  };
  test.each<[Outcome, Partial<RuleRow['words']['zh']>, string]>([
    ['to-confirm', { open: '还不知道。', toConfirm: '要确认。' }, '要确认。'],
    ['to-confirm', { open: '还不知道。' }, '还不知道。'],
    ['open', { open: '还不知道。', todo: '去问外方。' }, '还不知道。'],
    ['open', { todo: '去问外方。' }, '去问外方。'],
    ['covered', { open: '还不知道。', todo: '去问外方。' }, '去问外方。'],
    ['not-applicable', { open: '还不知道。', todo: '去问外方。' }, '注册满3年'],
  ])('is %s: of %j is said %s', (outcome, words, said) => {
    expect(messageOf(row(words), outcome, {}, guide, 'zh')).toBe(said);
  });

  test('fails by a ruling: its title is no sentence, and only the ruling is said', () => {
    const laid = overlaid(guide, ruled(guide, { 'partner-three-years': 'may-2023' }));
    const facts = changed(abroad('2020-05-02'));
    expect(messageOf(row({}), 'unmet', facts, laid, 'zh')).toBe(by + years);
    expect(messageOf(row({ unmet: '不满3年。' }), 'unmet', facts, laid, 'zh')).toBe(`不满3年。${by}${years}`);
  });
});

test.each([
  [
    { 'agreement.content': { revenue: false, rest: true } },
    '知识产权归属和成果转化收益归属没有约定全：还缺成果转化收益归属。',
  ],
  [{ 'agreement.content': { tasks: false, rest: true } }, '协议里没有写各方任务分工。'],
  [
    { 'agreement.content': { validity: false, rest: true } },
    '合作目标、资金来源、合作方式、有效期、争议解决方式没有写全：还缺有效期。',
  ],
  [{ 'app.narrativeDone': { rest: false } }, '先进性、可实施性、市场前景没有写全。'],
  [
    { 'app.narrativeDone': all(['advanced', 'feasible', 'market'], false) },
    '先进性、可实施性、市场前景没有写全：还缺先进性、可实施性、市场前景。',
  ],
] as [Change, string][])('where %j is missing the row says %s', (change, said) => {
  const facts = changed(change);
  expect(checklist(decideAll(facts, guide), facts, guide, 'zh').map(({ what }) => what)).toEqual([said]);
});

test('only the stop at the end of a sentence is taken off', () => {
  expect(withoutStop('自有资金1.5万元。已满。')).toBe('自有资金1.5万元。已满');
  expect(withoutStop('Born on 1. June.')).toBe('Born on 1. June');
  expect(withoutStop('没有句号')).toBe('没有句号');
});
