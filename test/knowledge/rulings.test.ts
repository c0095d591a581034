import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ask } from '../../knowledge/answer/ask.ts';
import { type Assessment, assess, assessed } from '../../knowledge/assess.ts';
import type { Facts } from '../../knowledge/facts.ts';
import { fill } from '../../knowledge/fill.ts';
import type { Verdict } from '../../knowledge/findings.ts';
import { nextQuestion } from '../../knowledge/interview.ts';
import { overlaid } from '../../knowledge/overlay.ts';
import { overlayFaults } from '../../knowledge/overlayChange.ts';
import { anyFacts } from '../support/anyFacts.ts';
import { approvedBy, published, ruled } from '../support/published.ts';
import { type Change, changed, guide, partner } from '../support/readyCase.ts';

const today = '2026-11-23';
const judged = (facts: Facts, choices: Readonly<Record<string, string>>): Assessment =>
  assess(facts, guide, ruled(guide, choices), today);

type Ending = [verdict: Verdict, ids?: readonly string[]];
type Row = [world: string, change: Change, without: Ending, byChoice: Readonly<Record<string, Ending>>];

const day = 'unit.registered-before';
const years = 'partner.3-years';
const audits = 'unit.audit-reports-2y';
const statements = 'unit.audit-3-statements';
const founded = (date: string): Change => ({ 'unit.registrationDate': date });
const abroad = (date: string): Change => ({ partners: [partner({ registrationDate: date })] });
const at = (country: string, direction: number): Change => ({ direction, partners: [partner({ country, city: '' })] });
const both = (direction: number): Change => ({
  direction,
  partners: [partner(), partner({ country: '日本', city: '东京' })],
});
const withThird = (third: Parameters<typeof partner>[0]): Change => ({
  direction: 3,
  partners: [partner(), partner({ country: '日本', city: '东京' }), partner(third)],
});
const young = (reports: number[] | undefined): Change => ({
  ...founded('2022-03-01'),
  'unit.auditedReportYears': reports,
});
const organisation = (direction: number): Change => ({
  direction,
  partners: [partner({ kind: 'international-organisation' })],
});

/** By open point: the day before, the day, the day after, and what each choice makes of it. */
const table: Readonly<Record<string, readonly Row[]>> = {
  'registered-on-the-day': [
    ['the day before', founded('2022-04-30'), ['ready'], { counts: ['ready'], 'does-not-count': ['ready'] }],
    [
      'the day',
      founded('2022-05-01'),
      ['needs-confirmation', [day]],
      { counts: ['ready'], 'does-not-count': ['not-eligible', [day]] },
    ],
    [
      'the day after',
      founded('2022-05-02'),
      ['not-eligible', [day]],
      { counts: ['not-eligible', [day]], 'does-not-count': ['not-eligible', [day]] },
    ],
    [
      'only the month is known',
      founded('2022-05'),
      ['needs-confirmation', [day]],
      { counts: ['needs-confirmation', [day]], 'does-not-count': ['not-eligible', [day]] },
    ],
  ],
  'partner-three-years': [
    [
      'surely long enough',
      abroad('2020-04-30'),
      ['ready'],
      { 'may-2023': ['ready'], 'june-2023': ['ready'], 'end-of-2023': ['ready'] },
    ],
    [
      '1 May 2020',
      abroad('2020-05-01'),
      ['needs-confirmation', [years]],
      { 'may-2023': ['ready'], 'june-2023': ['ready'], 'end-of-2023': ['ready'] },
    ],
    [
      '2 May 2020',
      abroad('2020-05-02'),
      ['needs-confirmation', [years]],
      { 'may-2023': ['not-eligible', [years]], 'june-2023': ['ready'], 'end-of-2023': ['ready'] },
    ],
    [
      '1 June 2020',
      abroad('2020-06-01'),
      ['needs-confirmation', [years]],
      { 'may-2023': ['not-eligible', [years]], 'june-2023': ['ready'], 'end-of-2023': ['ready'] },
    ],
    [
      '2 June 2020',
      abroad('2020-06-02'),
      ['needs-confirmation', [years]],
      { 'may-2023': ['not-eligible', [years]], 'june-2023': ['not-eligible', [years]], 'end-of-2023': ['ready'] },
    ],
    [
      'the last day of 2020',
      abroad('2020-12-31'),
      ['needs-confirmation', [years]],
      { 'may-2023': ['not-eligible', [years]], 'june-2023': ['not-eligible', [years]], 'end-of-2023': ['ready'] },
    ],
    [
      'the first day of 2021',
      abroad('2021-01-01'),
      ['not-eligible', [years]],
      {
        'may-2023': ['not-eligible', [years]],
        'june-2023': ['not-eligible', [years]],
        'end-of-2023': ['not-eligible', [years]],
      },
    ],
  ],
  'taiwan-partner': [
    [
      'with a direction for other countries and regions',
      at('台湾', 19),
      ['needs-confirmation', ['scope.taiwan-gap']],
      { 'other-countries-regions': ['ready'], 'not-allowed': ['not-eligible', ['scope.taiwan-gap']] },
    ],
    [
      'with a direction for Europe and the Americas',
      at('台湾', 3),
      ['needs-confirmation', ['scope.taiwan-gap']],
      {
        'other-countries-regions': ['not-eligible', ['scope.category']],
        'not-allowed': ['not-eligible', ['scope.taiwan-gap']],
      },
    ],
    ['another place', at('日本', 19), ['ready'], { 'other-countries-regions': ['ready'], 'not-allowed': ['ready'] }],
  ],
  'young-company-audit': [
    [
      'no report',
      young([]),
      ['needs-confirmation', [audits]],
      { 'since-founding': ['fixable', [audits]], waived: ['ready'], 'both-years': ['not-eligible', [audits]] },
    ],
    [
      'the report of 2022, without its three statements',
      { ...young([2022]), 'unit.auditedStatementsComplete': false },
      ['needs-confirmation', [audits, statements]],
      {
        'since-founding': ['fixable', [statements]],
        waived: ['ready'],
        'both-years': ['not-eligible', [audits, statements]],
      },
    ],
    [
      'the report of 2022',
      young([2022]),
      ['needs-confirmation', [audits]],
      { 'since-founding': ['ready'], waived: ['ready'], 'both-years': ['not-eligible', [audits]] },
    ],
    [
      'both reports',
      young([2021, 2022]),
      ['ready'],
      { 'since-founding': ['ready'], waived: ['ready'], 'both-years': ['ready'] },
    ],
    [
      'founded on the last day of 2021',
      { ...young([2022]), ...founded('2021-12-31') },
      ['fixable', [audits]],
      { 'since-founding': ['fixable', [audits]], waived: ['fixable', [audits]], 'both-years': ['fixable', [audits]] },
    ],
  ],
  'both-categories': [
    [
      'a direction of the first partner',
      both(3),
      ['needs-confirmation', ['scope.category']],
      { direction: ['ready'], none: ['not-eligible', ['scope.category']] },
    ],
    [
      'a direction of the second partner',
      both(19),
      ['needs-confirmation', ['scope.category']],
      {
        direction: ['ready'],
        none: ['not-eligible', ['scope.category']],
      },
    ],
    [
      'and one more whose place is not known',
      withThird({ country: undefined, city: undefined }),
      ['needs-confirmation', ['scope.category']],
      {
        direction: ['needs-confirmation', ['scope.category']],
        none: ['needs-confirmation', ['scope.category']],
      },
    ],
    [
      'and one more in a country of which the guide does not say the category',
      withThird({ country: '塞浦路斯', city: '' }),
      ['needs-confirmation', ['scope.category']],
      {
        direction: ['needs-confirmation', ['scope.category']],
        none: ['needs-confirmation', ['scope.category']],
      },
    ],
    ['partners of one category', at('日本', 19), ['ready'], { direction: ['ready'], none: ['ready'] }],
  ],
  cyprus: [
    [
      'direction 3',
      at('塞浦路斯', 3),
      ['needs-confirmation', ['scope.category']],
      { 'europe-americas': ['ready'], 'other-countries-regions': ['not-eligible', ['scope.category']] },
    ],
    [
      'direction 19',
      at('塞浦路斯', 19),
      ['needs-confirmation', ['scope.category']],
      { 'europe-americas': ['not-eligible', ['scope.category']], 'other-countries-regions': ['ready'] },
    ],
  ],
  'international-organisation': [
    [
      'in Germany, a direction for Europe',
      organisation(3),
      ['needs-confirmation', ['scope.category', 'partner.kind']],
      { 'by-country': ['ready'], 'not-allowed': ['not-eligible', ['partner.kind']] },
    ],
    [
      'in Germany, a direction for other countries',
      organisation(19),
      ['needs-confirmation', ['scope.category', 'partner.kind']],
      {
        'by-country': ['not-eligible', ['scope.category']],
        'not-allowed': ['not-eligible', ['partner.kind']],
      },
    ],
  ],
};

const ending = ({ verdict, failedRules, toConfirm, missingItems }: Assessment): Ending => [
  verdict,
  [...failedRules, ...toConfirm, ...missingItems],
];

describe('what a ruling makes of the case on which the guide is silent', () => {
  const rows = Object.entries(table).flatMap(([point, own]) =>
    own.map(([world, change, without, byChoice]) => ({ point, world, change, without, byChoice })),
  );
  test.each(rows)('$point: $world', ({ point, change, without, byChoice }) => {
    const facts = changed(change);
    const whole = ([verdict, ids = []]: Ending) => [verdict, ids];
    expect(ending(assess(facts, guide, null, today))).toEqual(whole(without));
    for (const [choice, expected] of Object.entries(byChoice))
      expect([choice, ...ending(judged(facts, { [point]: choice }))]).toEqual([choice, ...whole(expected)]);
  });

  test('every point that decides a rule is in the table, with each of its options', () => {
    const deciding = guide.openPoints.filter(({ options }) => options.some(({ effects }) => effects.length > 0));
    expect(deciding.map(({ id }) => id).sort()).toEqual(Object.keys(table).sort());
    for (const { id, options } of deciding)
      for (const [, , , byChoice] of table[id] ?? [])
        expect(Object.keys(byChoice)).toEqual(options.map((option) => option.id));
  });
});

describe('wherever a ruling decides', () => {
  const decisive = Object.entries(table).flatMap(([point, own]) =>
    own.flatMap(([world, change, without, byChoice]) =>
      Object.entries(byChoice).flatMap(([choice, expected]) =>
        JSON.stringify(expected) === JSON.stringify(without) ? [] : [{ point, world, choice, change }],
      ),
    ),
  );
  test.each(decisive)(
    '$point, $world, $choice: it is told with its day and who settled it, and nothing asks for it any more',
    ({ point, choice, change }) => {
      const facts = changed(change);
      const says = guide.openPoints.find(({ id }) => id === point)?.options.find(({ id }) => id === choice)?.says ?? '';
      const overlay = ruled(guide, { [point]: choice });
      const { assessment, rows, cautions } = assessed(facts, guide, overlay, today, 'zh');
      const told = `按咨询台答复（2026年11月23日，${approvedBy}）：${says.replace(/。$/, '')}`;
      expect(assessment.text).toContain(told);
      expect(assessment.findings.some(({ message }) => message.includes(told))).toBe(true);
      expect([...rows.map(({ what }) => what), ...cautions.map(({ text }) => text)].join('')).toContain(told);
      for (const { what, todo } of rows)
        expect(what + todo).not.toMatch(/没有写明|科技厅确认|科技厅和涉台主管部门确认/);
      expect(assessment.overlay).toBe(overlay.version);
      expect(assessment.text).toContain(`及咨询台答复（版本 ${overlay.version}）`);
      const open = nextQuestion({ facts, left: {}, trail: [] }, overlaid(guide, overlay));
      expect(open?.question.id).toBeUndefined();
    },
  );
});

describe('what a ruling does not settle', () => {
  test('a direction is of both categories or of none only when every place is known', () => {
    const third = changed(withThird({ country: undefined, city: undefined }));
    for (const choice of ['direction', 'none'])
      expect(judged(third, { 'both-categories': choice })).toMatchObject({
        category: 'unclear',
        directionAllowed: 'unclear',
      });
    const open = changed({ ...both(3), direction: undefined });
    expect(judged(open, { 'both-categories': 'none' }).directionAllowed).toBe('unclear');
    expect(judged(open, { 'both-categories': 'none' }).failedRules).toEqual(['scope.category']);
  });

  test('a partner in Taiwan is promised nothing because something else was published', () => {
    const facts = changed(at('台湾', 3));
    const beside = published(guide, { units: [{ questions: ['食堂几点开饭'], answer: '11点半。' }] });
    const bare = assess(facts, guide, null, today).remedy;
    expect(assess(facts, guide, beside, today).remedy).toEqual(bare);
    expect(judged(facts, { cyprus: 'europe-americas' }).remedy).toEqual(bare);
    expect(judged(facts, { 'taiwan-partner': 'not-allowed' }).remedy).toEqual([
      { change: '换一家国（境）外的合作单位（港澳可以）。', verdict: 'ready' },
    ]);
  });

  test('an overlay in which nothing is in force is not named in the verdict', () => {
    const empty = published(guide, {});
    expect(assess(changed({}), guide, empty, today).text).not.toContain('及咨询台答复');
    expect(assess(changed({}), guide, empty, today).overlay).toBe(empty.version);
  });

  test('reports of which nothing was told bar nobody: they are asked for, or not wanted', () => {
    const facts = changed({ ...young(undefined), 'unit.auditedStatementsComplete': undefined });
    const told = (choice: string) => ending(judged(facts, { 'young-company-audit': choice }));
    expect(told('since-founding')).toEqual(['fixable', [audits, statements]]);
    expect(told('waived')).toEqual(['ready', []]);
    expect(told('both-years')).toEqual(['needs-confirmation', [audits, statements]]);
    expect(judged(facts, { 'young-company-audit': 'both-years' }).text).toContain('还不知道2021、2022年度的审计报告');
    const asked = (choice: string) =>
      nextQuestion({ facts, left: {}, trail: [] }, overlaid(guide, ruled(guide, { 'young-company-audit': choice })))
        ?.question.settles;
    expect(asked('both-years')).toContain('unit.auditedReportYears');
    expect(asked('waived')).toBeUndefined();
  });
});

test('where both categories may not stand together, what helps is to keep one of them', () => {
  expect(judged(changed(both(3)), { 'both-categories': 'none' }).remedy).toEqual([
    { change: '只保留同一类地区的境外合作单位。', verdict: 'ready' },
  ]);
});

test('a young company of which only the day of registration is open needs no older audits once that is confirmed', () => {
  const facts = changed({ ...young([2022]), ...founded('2022-05-01') });
  for (const choice of ['since-founding', 'waived'])
    expect(judged(facts, { 'young-company-audit': choice }).remedy).toEqual([
      { change: '1项待确认的都确认符合。', verdict: 'ready' },
    ]);
});

test('what is settled pushes no caution out of the six', () => {
  const partners = [partner({ country: '日本', city: '高松' }), partner({ country: '韩国', city: '' })];
  const facts = changed({ direction: 19, partners, 'agreement.form': 'none', 'lead.civilServant': true });
  const ids = (choices: Readonly<Record<string, string>>): string[] =>
    assessed(facts, guide, ruled(guide, choices), today, 'zh').cautions.map(({ id }) => id);
  const bare = assessed(facts, guide, null, today, 'zh').cautions.map(({ id }) => id);
  expect(bare).toHaveLength(6);
  const all = ids({ 'civil-servant-member': 'allowed', 'expired-agreements': 'counts' });
  for (const id of bare.filter((each) => each !== 'civil-servant-member' && !each.startsWith('years-')))
    expect(all).toContain(id);
  expect(all.filter((id) => !id.startsWith('ruling-'))).toHaveLength(6);
});

test('the two years are not spoken of where a ruling says which years are wanted', () => {
  const told = (facts: Facts): string =>
    assessed(facts, guide, ruled(guide, { 'young-company-audit': 'since-founding' }), today, 'zh')
      .cautions.map(({ id }) => id)
      .join();
  expect(told(changed(young([])))).not.toContain('which-two-years');
  const older = changed({ ...young([]), ...founded('2020-03-01') });
  expect(told(older)).toContain('which-two-years');
  expect(told(older)).not.toContain('ruling-');
});

test('a company founded in 2022 is asked for the report of 2022 alone, where that was ruled', () => {
  const facts = changed({ ...young(undefined), 'unit.auditedStatementsComplete': undefined });
  const overlay = ruled(guide, { 'young-company-audit': 'since-founding' });
  const asked = nextQuestion({ facts, left: {}, trail: [] }, overlaid(guide, overlay));
  const ask = asked?.question.wording.zh.ask ?? '';
  expect(fill(ask, facts, overlaid(guide, overlay), 'zh')).toMatch(/^2022年度会计师事务所/);
  expect(fill(ask, facts, guide, 'zh')).toMatch(/^2021、2022年度会计师事务所/);
});

describe('a point that decides nothing', () => {
  test('is told in place of the caution that says that it is open', () => {
    const facts = changed({ 'lead.civilServant': true });
    const ids = (choices: Readonly<Record<string, string>>): string[] =>
      assessed(facts, guide, ruled(guide, choices), today, 'zh').cautions.map(({ id }) => id);
    expect(ids({})).toContain('civil-servant-member');
    expect(ids({ 'civil-servant-member': 'allowed' })).not.toContain('civil-servant-member');
    expect(ids({ 'civil-servant-member': 'allowed' })).toContain('ruling-civil-servant-member');
  });

  test('is told once where it stands for several cautions', () => {
    const facts = changed({
      partners: [partner({ country: '日本', city: '高松' }), partner({ country: '韩国', city: '' })],
    });
    const { cautions } = assessed(facts, guide, ruled(guide, { 'expired-agreements': 'counts' }), today, 'zh');
    expect(cautions.filter(({ id }) => id === 'ruling-expired-agreements')).toHaveLength(1);
    expect(cautions.map(({ id }) => id).filter((id) => id.startsWith('years-'))).toEqual([]);
  });
});

describe('a question about an open point', () => {
  const says = (question: string, choices: Readonly<Record<string, string>>) =>
    ask({ text: question, guide, overlay: ruled(guide, choices), today }).answer;
  const points = guide.openPoints.flatMap(({ id, ask: questions, options }) =>
    options.flatMap((option) => questions.map((question) => ({ id, question, choice: option.id, text: option.says }))),
  );
  test.each(points)('$question is answered by the ruling $choice', ({ id, question, choice, text }) => {
    const { status, answer, citations, overlay } = says(question, { [id]: choice });
    expect(status).toBe('answered');
    expect(answer).toContain(`咨询台答复（2026年11月23日，${approvedBy}）`);
    expect(answer).toContain(text.replace(/。$/, ''));
    expect(citations[0]).toEqual({ source: '咨询台答复', date: '2026-11-23', quote: text });
    expect(overlay).toBe('2026-11-23-1');
  });

  const told: readonly [question: string, choices: Readonly<Record<string, string>>, holds: string][] = [
    ['我们单位2022年5月1日当天拿的营业执照，可以报吗', { 'registered-on-the-day': 'counts' }, '符合，按咨询台答复'],
    ['2022年5月1日成立的公司行不行', { 'registered-on-the-day': 'does-not-count' }, '不符合，按咨询台答复'],
    ['外方2020年6月1日注册的行吗', { 'partner-three-years': 'june-2023' }, '符合，按咨询台答复'],
    ['外方2020年6月2日注册的行吗', { 'partner-three-years': 'june-2023' }, '不符合，按咨询台答复'],
    ['外方2020年5月注册行吗', { 'partner-three-years': 'may-2023' }, '要看具体日期，按咨询台答复'],
    ['外方2020年注册行吗', { 'partner-three-years': 'may-2023' }, '要看具体日期，按咨询台答复'],
    ['合作方成立刚好3年行吗', { 'partner-three-years': 'may-2023' }, '算到2023年5月1日为止'],
    ['塞浦路斯能报方向三吗', { cyprus: 'europe-americas' }, '按咨询台答复'],
    ['台湾的企业能当外方吗', { 'taiwan-partner': 'not-allowed' }, '不能作这一批项目的合作单位'],
    ['2022年3月成立的企业审计报告只有一年', { 'young-company-audit': 'since-founding' }, '提供成立以来各年度'],
    ['合作方一家在德国一家在日本报哪类', { 'both-categories': 'direction' }, '由申报单位自选'],
    ['互访可以线上吗', { 'online-exchange': 'in-person' }, '都须当面进行'],
  ];
  test.each(told)('%s', (question, choices, holds) => {
    expect(says(question, choices).answer).toContain(holds);
  });

  const elsewhere: readonly [question: string, point: string][] = [
    ['2020年成立的企业要交审计报告吗', 'young-company-audit'],
    ['2021年成立的企业审计报告要几年', 'young-company-audit'],
    ['新成立的高校要审计吗', 'young-company-audit'],
    ['国际组织能当申报单位吗', 'international-organisation'],
    ['国际组织发的奖算成果吗', 'international-organisation'],
    ['台资企业在江西注册能申报吗', 'taiwan-partner'],
    ['退休公务员能当成员吗', 'civil-servant-member'],
    ['参公人员能当成员吗', 'civil-servant-member'],
    ['外方公务员能当成员吗', 'civil-servant-member'],
    ['线上会议能算培养研究生吗', 'online-exchange'],
  ];
  test.each(elsewhere)('%s keeps the answer of the guide, whatever is ruled on %s', (question, point) => {
    const bare = ask({ text: question, guide, overlay: null, today }).answer;
    for (const { id } of guide.openPoints.find((each) => each.id === point)?.options ?? []) {
      const { status, answer } = says(question, { [point]: id });
      const [first = ''] = bare.answer.split('\n');
      expect([status, answer.split('\n')[0]]).toEqual([bare.status, first]);
      // What is told behind it says of what.
      expect(
        answer.split('\n').filter((line) => line.includes('按咨询台答复') && !line.startsWith('另：关于“')),
      ).toEqual([]);
    }
  });

  test('near a point gets the ruling behind the answer of the guide, by its name', () => {
    const { answer, citations } = says('新成立的高校要审计吗', { 'young-company-audit': 'waived' });
    expect(answer).toContain('\n另：关于“2022年成立的企业的审计报告”，按咨询台答复（2026年11月23日');
    expect(citations.at(-1)).toMatchObject({ source: '咨询台答复' });
  });

  test.each([
    ['事业单位注册时间怎么算', 'public-institution-date', 'approval'],
    ['财政经费能不能拨给外方', 'money-abroad', 'no'],
    ['芬兰的协议到期了算不算框架下', 'expired-agreements', 'in-force'],
    ['2022年5月1日前包括5月1日吗', 'registered-on-the-day', 'does-not-count'],
    ['台湾大学可以当合作方吗', 'taiwan-partner', 'not-allowed'],
    ['世界卫生组织作合作方归哪一类', 'international-organisation', 'not-allowed'],
    ['机关干部参加项目组行不行', 'civil-servant-member', 'not-allowed'],
    ['线上会议算不算', 'online-exchange', 'in-person'],
  ])('%s is answered by the ruling alone', (question, point, choice) => {
    const { status, answer } = says(question, { [point]: choice });
    expect(status).toBe('answered');
    expect(answer).toMatch(/^按咨询台答复/);
    expect(answer).not.toMatch(/指南没有写|请向科技厅确认/);
  });

  test('that lies beside it is answered as ever', () => {
    const all = Object.fromEntries(guide.openPoints.map(({ id, options }) => [id, options[0]?.id ?? '']));
    const beside = [
      '2022年4月30日成立的公司行不行',
      '2022年5月2日成立的公司行不行',
      '外方2019年注册的行吗',
      '日本属于哪一类',
      '审计报告要哪两年的',
      '港澳合作项目报哪一类',
      '和外方要互访几次',
      '台湾科学家受聘于内地单位能当负责人吗',
      '公务员能当负责人吗',
    ];
    for (const question of beside)
      expect(says(question, all).answer).toBe(ask({ text: question, guide, overlay: null, today }).answer.answer);
  });
});

test('each option may be published, and an unknown point or option may not', () => {
  for (const { id, options } of guide.openPoints)
    for (const option of options) expect(overlayFaults(guide, ruled(guide, { [id]: option.id }))).toEqual([]);
  expect(overlayFaults(guide, ruled(guide, { cyprus: 'asia' }))).toHaveLength(1);
  expect(overlayFaults(guide, ruled(guide, { malta: 'europe-americas' }))).toHaveLength(1);
});

test('over random cases, a ruling moves only cases in which the bare guide had something to confirm', () => {
  const all = ruled(guide, Object.fromEntries(guide.openPoints.map(({ id, options }) => [id, options[0]?.id ?? ''])));
  fc.assert(
    fc.property(anyFacts, (facts) => {
      const bare = assess(facts, guide, null, today);
      const settled = assess(facts, guide, all, today);
      if (bare.toConfirm.length > 0) return;
      expect([settled.verdict, settled.failedRules, settled.missingItems]).toEqual([
        bare.verdict,
        bare.failedRules,
        bare.missingItems,
      ]);
    }),
    { seed: 20_261_123, numRuns: 400 },
  );
});
