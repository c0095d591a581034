import { describe, expect, test } from 'vitest';
import { adviceOf, checklist } from '../../knowledge/checklist.ts';
import type { Facts } from '../../knowledge/facts.ts';
import { type Decided, decideAll, decideSome } from '../../knowledge/findings.ts';
import { overlaid } from '../../knowledge/overlay.ts';
import { remedies } from '../../knowledge/remedy.ts';
import { ruled } from '../support/published.ts';
import { type Change, changed, guide, partner } from '../support/readyCase.ts';

type Choices = Readonly<Record<string, string>>;
const byGuide = (choices?: Choices) => (choices ? overlaid(guide, ruled(guide, choices)) : guide);

/** Each row as a line: where it stands, its rules, what is the matter, what to do, who does it. */
function rowsOf(change: Change, choices?: Choices): string[] {
  const by = byGuide(choices);
  const facts = changed(change);
  const rows = checklist(decideAll(facts, by), facts, by, 'zh');
  return rows.map(({ section, ids, what, todo, who }) => [section, ids.join(' '), what, todo, who].join(' | '));
}

const indicators = (what: string): string =>
  `missing | app.indicators | ${what} | 申报书写明经济、技术、知识产权三类考核指标。 | 负责人`;
const said = '按咨询台答复（2026年11月23日，王敏）：';
const america = { partners: [partner({ country: '美国' })] };
const american = 'missing | us.reported us.consent';
const americans = '请美国合作方向其所在单位报告这次合作，并取得同意；建议留下书面确认。 | 外方合作单位';
const ask = '请向省科技厅或推荐单位确认。 | 申报单位';
const taiwan = { partners: [partner({ country: '台湾' })] };
const organisation = { partners: [partner({ kind: 'international-organisation' })] };
const young = (years: number[] | undefined): Change => ({
  'unit.registrationDate': '2022-03-01',
  'unit.auditedReportYears': years,
});

test.each<[world: string, change: Change, row: string]>([
  [
    'one kind of indicator is missing',
    { 'app.indicatorsStated': { economic: false, rest: true } },
    indicators('申报书里的考核指标没有写全：还缺经济指标。'),
  ],
  [
    'one is missing, the others are not known',
    { 'app.indicatorsStated': { economic: false } },
    indicators('申报书里的考核指标没有写全：还缺经济指标、技术指标、知识产权指标。'),
  ],
  [
    'some are missing, nobody says which',
    { 'app.indicatorsStated': { rest: false } },
    indicators('申报书里的考核指标没有写全。'),
  ],
  [
    'all are missing, by name',
    { 'app.indicatorsStated': { economic: false, technical: false, ip: false, rest: false } },
    indicators('申报书里的考核指标没有写全：还缺经济指标、技术指标、知识产权指标。'),
  ],
  [
    'one is there, the others are missing',
    { 'app.indicatorsStated': { economic: true, rest: false } },
    indicators('申报书里的考核指标没有写全：还缺技术指标、知识产权指标。'),
  ],
  [
    'one is there, the others are not known',
    { 'app.indicatorsStated': { economic: true } },
    indicators('还不知道申报书的考核指标写全了没有。'),
  ],
  ['nothing is known', { 'app.indicatorsStated': undefined }, indicators('还不知道申报书的考核指标写全了没有。')],
  [
    'a content that two rules want',
    { 'agreement.content': { ip: false, rest: true } },
    'missing | agreement.content-ip agreement.ip-and-revenue | 协议里还没有写全，或还不知道写没写：知识产权归属。 | 请双方在协议里补上：知识产权归属。 | 申报单位和外方',
  ],
  [
    'a content that one rule wants',
    { 'agreement.content': { tasks: false, rest: true } },
    'missing | agreement.content-tasks | 协议里没有写各方任务分工。 | 协议里补上各方任务分工。 | 申报单位和外方',
  ],
  [
    'an American partner has not reported',
    { ...america, 'us.reported': false },
    `${american} | 美国合作方还没有向所在单位报告这次合作；还不知道美国合作方的所在单位同意了没有。 | ${americans}`,
  ],
  [
    'of an American partner nothing is known',
    america,
    `${american} | 还不知道美国合作方向所在单位报告了没有；还不知道美国合作方的所在单位同意了没有。 | ${americans}`,
  ],
  [
    'not known whether a civil servant',
    { 'lead.civilServant': undefined },
    'to-confirm | lead.not-civil-servant | 还没确认负责人是不是国家机关的公务人员（参照公务员法管理的也要确认）。 | 请核实后补答这一项。 | 申报单位',
  ],
  [
    'a partner in Taiwan',
    taiwan,
    'to-confirm | scope.taiwan-gap | 合作方在中国台湾地区：指南只写了港澳合作可以申报，没有写台湾。 | 请向省科技厅和涉台主管部门确认能不能报、报哪一类。 | 申报单位',
  ],
  [
    'a cooperative',
    { 'unit.kind': 'cooperative' },
    `to-confirm | unit.kind | 指南写的是“企事业单位”，合作社、社会团体、民办非企业单位算不算没有写明。 | ${ask}`,
  ],
  [
    'registered on the day',
    { 'unit.registrationDate': '2022-05-01' },
    `to-confirm | unit.registered-before | 申报单位正好在2022年5月1日登记：“前”含不含当天，指南没有写明。 | ${ask}`,
  ],
  [
    'too young for two audits',
    young([2022]),
    `to-confirm | unit.audit-reports-2y | 2022年1月1日以后成立的企业拿不出两年的审计报告，指南没有写例外。 | ${ask}`,
  ],
])('the row where %s', (_world, change, row) => {
  expect(rowsOf(change)).toEqual([row]);
});

test.each<[world: string, change: Change, choices: Choices, row: string]>([
  [
    'bars a partner in Taiwan',
    taiwan,
    { 'taiwan-partner': 'not-allowed' },
    `failed | scope.taiwan-gap | ${said}中国台湾地区的单位不能作这一批项目的合作单位。 | 换一家国（境）外的合作单位（港澳可以）。 | 申报单位`,
  ],
  [
    'lets an organisation in, whose direction is another',
    { ...organisation, direction: 11 },
    { 'international-organisation': 'by-country' },
    `failed | scope.category | 合作方所在地和选题方向不在同一类。${said}国际组织可以作合作单位，按它所在的国家归类。 | 改报方向一至十，或换一家与选题方向同类的合作单位。 | 申报单位`,
  ],
  [
    'bars who has no audits',
    young([2022]),
    { 'young-company-audit': 'both-years' },
    `failed | unit.audit-reports-2y | ${said}近2年审计报告没有例外：2022年成立、拿不出两个年度的企业，不能作申报单位。 | 换一家有近2年审计报告的单位牵头申报。 | 申报单位`,
  ],
  [
    'would bar who has no audits',
    young(undefined),
    { 'young-company-audit': 'both-years' },
    `to-confirm | unit.audit-reports-2y | 还不知道2021、2022年度的审计报告有没有。${said}近2年审计报告没有例外：2022年成立、拿不出两个年度的企业，不能作申报单位。 | 请核实后补答这一项。 | 申报单位`,
  ],
  [
    'asks for fewer audits',
    young([]),
    { 'young-company-audit': 'since-founding' },
    `missing | unit.audit-reports-2y | 还没有2022年度的审计报告（会计师事务所出具）。${said}2022年成立的企业，提供成立以来各年度（2022年度）的审计报告即可。 | 补齐2022年度经会计师事务所审计的财务报告。 | 申报单位`,
  ],
])('the row where what the department said %s', (_world, change, choices, row) => {
  expect(rowsOf(change, choices)).toEqual([row]);
});

test('what is met by a ruling is told as ruled', () => {
  const by = byGuide({ 'registered-on-the-day': 'counts' });
  const facts = changed({ 'unit.registrationDate': '2022-05-01' });
  expect(checklist(decideAll(facts, by), facts, by, 'zh')).toEqual([]);
});

describe('a row whose rule says little', () => {
  const bare = (parts: object): Decided[] =>
    decideSome({}, guide, ({ id }) => id === 'lead.age').map((each) => ({
      ...each,
      outcome: 'unmet',
      row: { ...each.row, words: { zh: { title: '规则' } }, ...parts },
    }));

  test('has its title, and nothing to do for nobody', () => {
    expect(checklist(bare({}), {}, guide, 'zh')).toEqual([
      expect.objectContaining({ title: '规则', what: '规则', todo: '', who: '' }),
    ]);
    expect(adviceOf(bare({ remind: true }), {}, guide, 'zh')).toEqual([
      { id: 'lead.age', title: '规则', todo: '', clause: '附5 二（一）' },
    ]);
  });

  test.each<[world: string, parts: object, todo: string]>([
    ['a usual rule', { words: { zh: { title: '规则', todo: '补上。' } } }, '请向省科技厅或推荐单位确认。'],
    [
      'an unusual one that can only be confirmed',
      { check: { kind: 'code' }, words: { zh: { title: '规则', todo: '去问。' } } },
      '去问。',
    ],
    [
      'one that can fail too',
      { check: { kind: 'code' }, words: { zh: { title: '规则', todo: '补上。', unmet: '不符。' } } },
      '请向省科技厅或推荐单位确认。',
    ],
    ['one without words', { check: { kind: 'code' } }, '请向省科技厅或推荐单位确认。'],
  ])('whom to ask where it is to be confirmed: %s', (_world, parts, todo) => {
    const [only] = bare(parts).map((each): Decided => ({ ...each, outcome: 'to-confirm' }));
    expect(checklist(only ? [only] : [], {}, guide, 'zh').map((row) => row.todo)).toEqual([todo]);
  });

  test('only the rules that are asked for are decided, each with what it is', () => {
    const [one, ...others] = decideSome({}, guide, ({ id }) => id === 'lead.age');
    expect([one?.row.id, one?.rule.id, one?.outcome, others]).toEqual(['lead.age', 'lead.age', 'open', []]);
  });
});

test('advice is told where it applies, or may apply', () => {
  const told = (facts: Facts): string[] => adviceOf(decideAll(facts, guide), facts, guide, 'zh').map(({ id }) => id);
  for (const origin of ['foreign', 'hk', 'macao', 'taiwan'] as const)
    expect(told({ 'lead.origin': origin })).toContain('lead.employment-proof-attached');
  for (const form of ['new-joint', 'long-term-only'] as const)
    expect(told({ 'agreement.form': form })).toContain('agreement.ip-doc');
  expect(told({})).toContain('lead.employment-proof-attached');
  expect(told({ 'lead.origin': 'mainland' })).not.toContain('lead.employment-proof-attached');
  expect(told({ 'agreement.form': 'none' })).not.toContain('agreement.ip-doc');
});

const lead = '换一位符合条件的负责人';
const unit = '换一家符合条件的单位牵头申报';
test.each<[world: string, change: Change, remedy: [change: string, verdict: string][], choices?: Choices]>([
  [
    'another lead settles what is not known of this one',
    { 'lead.birthDate': '1960', 'lead.civilServant': undefined },
    [[`${lead}。`, 'ready']],
  ],
  [
    'another unit has the funds that this one lacks',
    { 'unit.registeredInJiangxi': false, 'unit.ownFunds': 1 },
    [[`${unit}。`, 'ready']],
  ],
  [
    'what is to be confirmed leaves what is missing',
    { 'lead.civilServant': undefined, 'project.months': 24 },
    [['1项待确认的都确认符合。', 'fixable']],
  ],
  [
    'lead and unit must both be others',
    { 'lead.birthDate': '1960', 'unit.legalPerson': false },
    [[`${lead}，并${unit}。`, 'ready']],
  ],
  [
    'and something is missing beside',
    { 'lead.birthDate': '1960', 'unit.legalPerson': false, 'project.months': 24 },
    [[`${lead}，并${unit}。`, 'fixable']],
  ],
  [
    'another direction settles both, whether it is allowed and whether it fits',
    { direction: 11, directionFit: 'does-not-fit' },
    [['改报方向一至十中的一个。', 'ready']],
  ],
  ['rules of one row count as one', { ...america, 'project.months': 24 }, [['补齐清单上的2项。', 'ready']]],
  [
    'what the department said is to be done',
    taiwan,
    [['换一家国（境）外的合作单位（港澳可以）。', 'ready']],
    { 'taiwan-partner': 'not-allowed' },
  ],
  [
    'the same beside another change',
    { ...taiwan, 'lead.birthDate': '1960' },
    [[`${lead}，并换一家国（境）外的合作单位（港澳可以）。`, 'ready']],
    { 'taiwan-partner': 'not-allowed' },
  ],
  [
    'more is wrong with the partner than that',
    { partners: [partner({ country: '台湾', legalPerson: false })] },
    [['换一家符合条件的境外合作单位。', 'ready']],
    { 'taiwan-partner': 'not-allowed' },
  ],
  ['nobody knows a change', taiwan, []],
])('what would help where %s', (_world, change, remedy, choices) => {
  const by = byGuide(choices);
  const facts = changed(change);
  expect(remedies(decideAll(facts, by), facts, by, 'zh')).toEqual(
    remedy.map(([said, verdict]) => ({ change: said, verdict })),
  );
});
