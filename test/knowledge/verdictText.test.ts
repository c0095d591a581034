/** The verdict as somebody reads it: which line stands where, under which heading, with which marks. */
import { describe, expect, test } from 'vitest';
import type { ChecklistRow } from '../../knowledge/checklist.ts';
import type { Guide } from '../../knowledge/guide.ts';
import verdictInEnglish from '../../knowledge/languages/en/verdict.json' with { type: 'json' };
import { overlaid } from '../../knowledge/overlay.ts';
import type { OverlayChange } from '../../knowledge/overlayChange.ts';
import { caveat, headline, joined, preferenceLine, verdictBlocks } from '../../knowledge/verdictText.ts';
import { verdictWords } from '../../knowledge/verdictWords.ts';
import { published, ruled } from '../support/published.ts';
import { guide, today } from '../support/readyCase.ts';

const row = (section: ChecklistRow['section'], change: Partial<ChecklistRow> = {}): ChecklistRow => ({
  section,
  ids: ['a.a'],
  title: '甲',
  what: '甲不齐。',
  todo: '补甲。',
  who: '申报单位',
  clauses: ['三（三）'],
  quotes: ['甲'],
  ...change,
});

const told = {
  headline: '有 2 项要先确认',
  rows: [
    row('missing', { title: '乙', who: '' }),
    row('to-confirm', { todo: '' }),
    row('to-confirm', { clauses: ['三（三）', '附5 四（一）'] }),
    row('failed'),
  ],
  advice: [{ id: 'a.b', title: '丙', todo: '记着丙。', clause: '二 第1段' }],
  cautions: [{ id: 'a.c', title: '丁', text: '丁没写。', clause: '附2', quote: '丁' }],
  preferences: [
    {
      kind: 'agreement' as const,
      entry: '附1 一（二）德国',
      list: '附1' as const,
      nos: ['一（二）'],
      status: 'listed' as const,
    },
  ],
  remedy: [
    { change: '换甲。', verdict: 'fixable' as const },
    { change: '换乙。', verdict: 'ready' as const },
  ],
  caveat: '以科技厅审核为准。',
};

test('the whole text, in its order: what fails, what to confirm, what is missing, what helps, and who has the last word', () => {
  expect(joined(verdictBlocks({ ...told, language: 'zh' }))).toBe(
    `结论：有 2 项要先确认

【不符合的条件】
1. 甲
   甲不齐。
   申报单位：补甲。
   依据：指南三（三）

【要先确认的】
1. 甲
   甲不齐。
   依据：指南三（三）
2. 甲
   甲不齐。
   申报单位：补甲。
   依据：指南三（三）；附5 四（一）

【要补的】
1. 乙
   甲不齐。
   补甲。
   依据：指南三（三）

【怎样会更好】
换甲，补齐其余材料后可以申报。
换乙，条件就基本具备，可以申报。

【优先支持（同等条件下）】
清单已列：附1 一（二）德国，同等条件下优先，由科技厅认定

【另请注意】
记着丙（二 第1段）

【指南没写清的】
丁：丁没写（附2）

以科技厅审核为准。`,
  );
});

test('the same in English', () => {
  const text = joined(
    verdictBlocks({ ...told, rows: [row('failed', { clauses: ['三（三）', '附5 四（一）'] })], language: 'en' }),
  );
  expect(text.split('\n')).toEqual([
    'Verdict: 有 2 项要先确认',
    '',
    '[Requirements not met]',
    '1. 甲',
    '   甲不齐。',
    '   申报单位: 补甲。',
    '   Source: guide, III (3); Annex 5, IV (1)',
    '',
    '[What would help]',
    '换甲, you could apply after supplying the remaining papers.',
    '换乙, the requirements would basically be met and you could apply.',
    '',
    '[Priority support (other things being equal)]',
    'On the list: Annex 1, I (2): Germany; priority only if other things are equal, as decided by the department',
    '',
    '[Please also note]',
    '记着丙 (II, para. 1)',
    '',
    '[What the guide leaves unclear]',
    '丁: 丁没写 (Annex 2)',
    '',
    '以科技厅审核为准。',
  ]);
});

test('a verdict of which nothing is to be told is its headline and who has the last word', () => {
  const none = { rows: [], advice: [], cautions: [], preferences: [], remedy: [] };
  expect(joined(verdictBlocks({ ...told, ...none, language: 'zh' }))).toBe(
    '结论：有 2 项要先确认\n\n以科技厅审核为准。',
  );
});

test.each([
  ['not-eligible', '目前不符合', 'Not eligible at present'],
  ['needs-confirmation', '有 2 项要先确认', 'To be confirmed first: 2'],
  ['fixable', '补齐 1 项后可以申报', 'You can apply once these are supplied: 1'],
  ['ready', '条件基本具备，可以申报', 'The requirements are basically met; you can apply'],
] as const)('the headline of %s is %s', (verdict, zh, en) => {
  expect([headline(verdict, told.rows, 'zh'), headline(verdict, told.rows, 'en')]).toEqual([zh, en]);
});

test.each([
  ['listed', '清单已列', 'On the list'],
  ['indirect', '间接在清单内', 'Indirectly on the list'],
  ['within', '位于清单所列地区', 'Within a region on the list'],
  ['renamed', '依托单位已更名', 'The host has been renamed'],
  ['self-declared', '自述，须佐证', 'Your own statement, evidence needed'],
] as const)('a priority that is %s is told as %s', (status, zh, en) => {
  const [preference] = told.preferences;
  if (!preference) throw new Error('no priority');
  expect(preferenceLine({ ...preference, status }, 'zh')).toMatch(new RegExp(`^${zh}：附1 一（二）德国，`));
  expect(preferenceLine({ ...preference, status }, 'en')).toMatch(new RegExp(`^${en}: Annex 1, I \\(2\\): Germany; `));
});

describe('what the verdict rests on', () => {
  const end =
    '逐条比对得出（2023年5月8日）。这是2023年度的指南，当年度的申报期可能已过，是否受理看现行通知。以科技厅审核为准。';
  const bare = `依据《2023年江西省国际科技合作项目申报指南》${end}`;
  const laid = (change: OverlayChange): Guide => overlaid(guide, published(guide, change, '7'));

  test('is the guide', () => {
    expect(caveat(guide, today, 'zh')).toBe(bare);
    expect(caveat(laid({}), today, 'zh')).toBe(bare);
  });

  test.each<[what: string, change: OverlayChange]>([
    ['an answer', { units: [{ questions: ['停车场在哪里'], answer: '院内可停车。' }] }],
    ['a word', { words: [{ concept: 'deadline', word: '封口日' }] }],
    ['a ruling', { rulings: [{ point: 'cyprus', choice: 'europe-americas' }] }],
  ])('is also what the help desk has published, be it only %s', (_what, change) => {
    expect(caveat(laid(change), today, 'zh')).toBe(
      `依据《2023年江西省国际科技合作项目申报指南》及咨询台答复（版本 7）${end}`,
    );
  });

  test('is out of date where there is a newer guide', () => {
    const newer = { id: 'jx-intl-2024', year: 2024, revision: 1, title: '2024年指南' };
    expect(caveat({ ...guide, newer }, today, 'zh')).toBe(`${bare}已有更新的2024年指南，现在申报以新的为准。`);
  });

  test('is said in English, with the guide’s name in both languages', () => {
    const text = caveat(overlaid(guide, ruled(guide, { cyprus: 'europe-americas' })), today, 'en');
    expect(text).toContain('International S&T Cooperation Projects (《2023年江西省国际科技合作项目申报指南》)');
    expect(text).toMatch(
      / and the help desk’s answers \(version 2026-11-23-1\) \(8 May 2023\)\. This is the guide for 2023; /,
    );
  });
});

/** Every text of a table, with where it stands. */
function textsOf(table: unknown, path = ''): [path: string, text: string][] {
  if (typeof table === 'string') return [[path, table]];
  return Object.entries(Object(table)).flatMap(([key, each]) => textsOf(each, path === '' ? key : `${path}.${key}`));
}

describe('the words of the verdict', () => {
  const blanks = (text: string): string[] => [...text.matchAll(/\{[\w:]+\}/g)].map(String).sort();
  const zh = new Map(textsOf(verdictWords('zh')));

  test('stand in Chinese for each that stands in English, with the same blanks', () => {
    const own = textsOf(verdictInEnglish);
    expect(own.length).toBeGreaterThan(60);
    // A quote brings its quotation marks with it in English.
    const expected = own.map(([path, text]) => [path, path === 'quoted' ? ['{quote}'] : blanks(text)]);
    expect(own.map(([path]) => [path, zh.has(path) ? blanks(zh.get(path) ?? '') : 'no Chinese'])).toEqual(expected);
  });

  test('are words, or the marks between them', () => {
    const marks = [
      'clauses',
      'stop',
      'items',
      'titled',
      'withClause',
      'who',
      'heading',
      'direction',
      'caution',
      'lacking',
      'remedy',
      'quoted',
    ];
    expect([...zh].filter(([path, text]) => !/\p{Script=Han}/u.test(text) && !marks.includes(path))).toEqual([]);
  });
});
