import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Assessment, assess, assessed } from '../../knowledge/assess.ts';
import type { Facts } from '../../knowledge/facts.ts';
import { nextQuestion } from '../../knowledge/interview.ts';
import { overlaid } from '../../knowledge/overlay.ts';
import { overlayFaults } from '../../knowledge/overlayChange.ts';
import { anyFacts } from '../support/anyFacts.ts';
import { approvedBy, published, ruled } from '../support/published.ts';
import { changed, guide } from '../support/readyCase.ts';
import { at, audits, both, type Ending, founded, statements, table, withThird, young } from './rulings.cases.ts';

const today = '2026-11-23';
const judged = (facts: Facts, choices: Readonly<Record<string, string>>): Assessment =>
  assess(facts, guide, ruled(guide, choices), today);

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
