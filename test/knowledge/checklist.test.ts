import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { adviceOf, type ChecklistRow, checklist } from '../../knowledge/checklist.ts';
import { agreementContents, type Facts } from '../../knowledge/facts.ts';
import { decideAll, setsOf } from '../../knowledge/findings.ts';
import { agreementContentNames } from '../../knowledge/itemNames.ts';
import { caveat, headline } from '../../knowledge/verdictText.ts';
import { anyFacts } from '../support/anyFacts.ts';
import { all, type Change, changed, guide, judged, partner, today } from '../support/readyCase.ts';

const repeatable = { seed: 20_230_508 };

function rowsOf(facts: Facts): ChecklistRow[] {
  return checklist(decideAll(facts, guide), facts, guide, 'zh');
}

function textsOf({ title, what, todo, who, clauses, quotes }: ChecklistRow): string[] {
  return [title, what, todo, who, ...clauses, ...quotes];
}

describe('over random cases', () => {
  test('each rule of the sets stands in exactly one row, in its own section', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const rows = rowsOf(facts);
        const { failedRules, toConfirm, missingItems } = setsOf(decideAll(facts, guide));
        const inSection = (section: string): string[] =>
          rows.filter((row) => row.section === section).flatMap(({ ids }) => ids);
        expect(inSection('failed').sort()).toEqual(failedRules.sort());
        expect(inSection('to-confirm').sort()).toEqual(toConfirm.sort());
        expect(inSection('missing').sort()).toEqual(missingItems.sort());
      }),
      { ...repeatable, numRuns: 2_000 },
    );
  });

  test('each row says what is the matter, what to do, where it stands and in which words', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        for (const { ids, title, what, todo, clauses, quotes } of rowsOf(facts)) {
          const where = ids.join(' ');
          expect(title.length, where).toBeGreaterThan(1);
          expect(what, where).toMatch(/。$/);
          expect(todo, where).toMatch(/。$/);
          expect(what, where).not.toBe(title);
          expect(clauses.length, where).toBeGreaterThan(0);
          expect(quotes.length, where).toBeGreaterThan(0);
          expect(
            quotes.filter((quote) => !guide.source.includes(quote)),
            where,
          ).toEqual([]);
        }
      }),
      { ...repeatable, numRuns: 1_500 },
    );
  });

  test('nothing is left unfilled or unfinished in any text, and nothing is promised', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const { findings, text, remedy } = judged(facts);
        const found = findings.flatMap(({ title, message }) => [title, message]);
        const advice = adviceOf(decideAll(facts, guide), facts, guide, 'zh').flatMap(({ title, todo }) => [
          title,
          todo,
        ]);
        const every = [
          text,
          ...found,
          ...remedy.map(({ change }) => change),
          ...advice,
          ...rowsOf(facts).flatMap(textsOf),
        ];
        const spoilt = /[{}]|undefined|null|NaN|\[object|。。|：。|、。|；。|，。| {2}，/;
        expect(every.filter((each) => each === '' || spoilt.test(each))).toEqual([]);
        expect(every.filter((each) => /通过(?!一个|单个)|保证(?!。)|您符合|一定能/.test(each))).toEqual([]);
      }),
      { ...repeatable, numRuns: 1_500 },
    );
  });

  test('the headline is one of the four, and its number is that of the rows below it', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const { verdict, text } = judged(facts);
        const rows = rowsOf(facts);
        const count = (section: string): number => rows.filter((row) => row.section === section).length;
        const said = {
          'not-eligible': '目前不符合',
          'needs-confirmation': `有 ${count('to-confirm')} 项要先确认`,
          fixable: `补齐 ${count('missing')} 项后可以申报`,
          ready: '条件基本具备，可以申报',
        }[verdict];
        expect(headline(verdict, rows, 'zh')).toBe(said);
        expect(text.split('\n')[0]).toBe(`结论：${said}`);
        expect(text).toContain('2023年');
        expect(text).toContain('以科技厅审核为准');
        for (const row of rows) expect(text).toContain(`${row.title}\n   ${row.what}`);
      }),
      { ...repeatable, numRuns: 1_500 },
    );
  });

  test('figures come from the guide, from the facts, or from counting the rows', () => {
    const rows = [...guide.rules.map(({ row }) => row), ...guide.cautions];
    const words = rows.map((row) => JSON.stringify([row.words, row.clause, row.quotes])).join('');
    const printed = new Set([...guide.source.matchAll(/\d+/g), ...words.matchAll(/\d+/g)].map(String));
    for (const each of Object.values(guide.parameters)) {
      for (const [digits] of caveatDigits(String(each.value), each.unit)) printed.add(digits);
    }
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const { text } = judged(facts);
        const own = new Set([...JSON.stringify(facts).matchAll(/\d+/g)].flatMap(([digits]) => forms(digits)));
        const counted = new Set(Array.from({ length: 60 }, (_, at) => String(at)));
        const figures = [...text.matchAll(/\d+/g)].map(String);
        expect(figures.filter((each) => !printed.has(each) && !own.has(each) && !counted.has(each))).toEqual([]);
      }),
      { ...repeatable, numRuns: 800 },
    );
  });
});

/** A parameter's figures as people read them: yuan in 万, months in years, dates without leading zeros. */
function caveatDigits(value: string, unit: string): RegExpMatchArray[] {
  const shown =
    unit === 'yuan' ? String(Number(value) / 10_000) : unit === 'months' ? String(Number(value) / 12) : value;
  return [...shown.replace(/-0?/g, ' ').matchAll(/\d+/g)];
}

/** A fact's digits as they may be shown. */
function forms(digits: string): string[] {
  const number = Number(digits);
  const inWan = String(number / 10_000).split('.');
  return [digits, String(number), ...inWan, String(number / 12)];
}

const contentRow = (change: Change): ChecklistRow => {
  const row = rowsOf(changed(change)).find(({ ids }) => ids.some((id) => id.startsWith('agreement.content')));
  if (!row) throw new Error('there is no row about the contents');
  return row;
};

describe('a row that several rules share', () => {
  test('names each content that is missing once, and no other', () => {
    const missing = ['tasks', 'ip', 'disputes', 'revenue'] as const;
    const content = { ...all(agreementContents), ...all(missing, false) };
    const row = contentRow({ 'agreement.content': content });
    expect(row.ids).toEqual([
      'agreement.content-tasks',
      'agreement.content-ip',
      'agreement.content-usual',
      'agreement.ip-and-revenue',
    ]);
    for (const item of agreementContents) {
      const times = row.todo.split(agreementContentNames[item]).length - 1;
      expect(times, item).toBe(missing.includes(item as never) ? 1 : 0);
    }
  });

  test.each([
    ['none is written', { rest: false }],
    ['none is known', undefined],
    ['each is said not to be written', all(agreementContents, false)],
  ] as const)('names all ten contents, each once, where %s', (_world, content) => {
    const row = contentRow({ 'agreement.content': content });
    for (const item of agreementContents) expect(row.todo.split(agreementContentNames[item]), item).toHaveLength(2);
  });

  test('counts as one in the headline', () => {
    const facts = changed({ 'agreement.content': { rest: false }, 'project.months': 24 });
    expect(judged(facts).text).toContain('补齐 2 项后可以申报');
    expect(judged(facts).missingItems).toHaveLength(7);
  });

  test('stands once for report and consent of a partner in the United States', () => {
    const facts = changed({ partners: [partner({ country: '美国' })] });
    expect(rowsOf(facts).map(({ ids }) => ids)).toEqual([['us.reported', 'us.consent']]);
  });
});

describe('a row of its own', () => {
  test.each([
    [
      'the application lacks one kind of indicator',
      { 'app.indicatorsStated': { economic: false, rest: true } },
      '经济指标',
      '技术指标',
    ],
    ['the application lacks one point', { 'app.narrativeDone': { market: false, rest: true } }, '市场前景', undefined],
    [
      'only the contents that are usual lack one',
      { 'agreement.content': { mode: false, rest: true } },
      '合作方式',
      '任务分工',
    ],
  ] as const)('names what is missing where %s', (_world, change, named, unnamed) => {
    const [row] = rowsOf(changed(change));
    expect(row?.what).toMatch(new RegExp(`还缺[^。]*${named}`));
    if (unnamed) expect(row?.what.split('还缺')[1]).not.toContain(unnamed);
  });

  test('asks the department about what the guide leaves open, and the applicant about what they have not said', () => {
    const rowOf = (change: Change): ChecklistRow | undefined => rowsOf(changed(change))[0];
    expect(rowOf({ 'unit.kind': 'cooperative' })?.todo).toContain('确认');
    expect(rowOf({ 'lead.civilServant': undefined })?.todo).toContain('核实');
  });

  test('in English has the same rules and the same figures, as English writes them', () => {
    const facts = changed({ 'lead.birthDate': '1960', 'project.months': 24 });
    const decided = decideAll(facts, guide);
    const rows = checklist(decided, facts, guide, 'en');
    expect(rows.map(({ ids }) => ids)).toEqual(checklist(decided, facts, guide, 'zh').map(({ ids }) => ids));
    const said = rows.map(({ what }) => what).join('\n');
    expect(said).toContain('date of birth is 1960; the guide requires a birth on or after 1 June 1965');
    expect(said).toContain('The implementation period is 2 years; the guide prescribes 3 years.');
  });
});

describe('the row of the audited reports names only the years that are missing', () => {
  test.each([
    [[2022], '2021年度'],
    [[2021], '2022年度'],
    [[], '2021、2022年度'],
    [[2019, 2020], '2021、2022年度'],
  ])('there are those of %j', (years, missing) => {
    const change: Change = { 'unit.auditedReportYears': years };
    const facts = changed(change);
    const [row] = checklist(decideAll(facts, guide), facts, guide, 'zh');
    expect([row?.what, row?.todo]).toEqual([
      `还没有${missing}的审计报告（会计师事务所出具）。`,
      `补齐${missing}经会计师事务所审计的财务报告。`,
    ]);
  });

  test('nothing is known of them', () => {
    const facts = changed({ 'unit.auditedReportYears': undefined });
    const [row] = checklist(decideAll(facts, guide), facts, guide, 'zh');
    expect(row?.what).toBe('还不知道2021、2022年度的审计报告有没有。');
  });
});

test('the verdict says what it rests on, for which year, and who decides', () => {
  expect(caveat(guide, today, 'zh')).toContain('2023年江西省国际科技合作项目申报指南');
  expect(caveat(guide, today, 'zh')).toContain('2023年度');
  expect(caveat(guide, today, 'zh')).toContain('以科技厅审核为准');
});

test('advice is told beside the checklist, and never counts', () => {
  const advice = adviceOf(decideAll({}, guide), {}, guide, 'zh').map(({ id }) => id);
  for (const id of [
    'scope.lead-jiangxi',
    'process.recommender',
    'agreement.ip-doc',
    'lead.employment-proof-attached',
  ]) {
    expect(advice).toContain(id);
  }
  expect(
    rowsOf({})
      .flatMap(({ ids }) => ids)
      .filter((id) => advice.includes(id)),
  ).toEqual([]);
});
