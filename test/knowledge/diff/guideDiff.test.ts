/** What changed between two guides: figures, rules, directions, lists, questions, texts; and whose verdict moves. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { alike } from '../../../knowledge/diff/alike.ts';
import { type Change, continued, guideDiff } from '../../../knowledge/diff/guideDiff.ts';
import { verdictMoves } from '../../../knowledge/diff/verdictMove.ts';
import type { Guide } from '../../../knowledge/guide.ts';
import { loadGuide } from '../../../knowledge/loadGuide.ts';
import { readyFacts } from '../../support/readyCase.ts';
import { secondGuide } from '../../support/secondGuide.ts';

const old = loadGuide('jx-intl-2023');
const next = loadGuide(secondGuide());

/** The second guide with one file changed. */
function changed<T>(file: string, change: (content: T) => T): Guide {
  const folder = secondGuide();
  const path = join(folder, file);
  // the file is of this form: the guide was loaded with it
  writeFileSync(path, JSON.stringify(change(JSON.parse(readFileSync(path, 'utf8')) as T)));
  return loadGuide(folder);
}

function changesIn(part: string, guide: Guide, before = old): Change[] {
  const found = guideDiff(before, guide).parts.find(({ id }) => id === part);
  if (!found) throw new Error(`no part ${part}`);
  return found.changes;
}

test('a guide has not changed from itself', () => {
  expect(guideDiff(old, old).parts.flatMap(({ changes }) => changes)).toEqual([]);
});

test('both guides are named', () => {
  expect(guideDiff(old, next)).toMatchObject({
    from: { id: 'jx-intl-2023', year: 2023 },
    to: { id: 'jx-intl-2024', year: 2024, title: '2024年江西省国际科技合作项目申报指南' },
  });
});

describe('dates, amounts and ratios', () => {
  test('each that is another one, old and new, with its clause and the rule that goes by it', () => {
    expect(changesIn('parameters', next)).toEqual([
      {
        how: 'changed',
        what: '负责人的出生日期（lead.bornOnOrAfter）',
        clause: '附5 二（一）',
        before: '1965年6月1日',
        after: '1966年7月1日',
      },
      { how: 'changed', what: '申请额度（funding.min）', clause: '一 第2段', before: '80万元', after: '100万元' },
      { how: 'changed', what: '申请额度（funding.max）', clause: '一 第2段', before: '120万元', after: '150万元' },
    ]);
  });

  test('a new one and one that is gone', () => {
    type Main = { parameters: Record<string, object> };
    const guide = changed<Main>('guide.json', ({ parameters: { 'project.months': gone, ...rest }, ...main }) => ({
      ...main,
      parameters: {
        ...rest,
        'lead.maxProjects': { value: 2, unit: 'times', clause: '附5 二（三）', quote: '不超过2项' },
      },
      gone: undefined,
    }));
    const found = changesIn('parameters', guide, next);
    expect(found).toContainEqual({
      how: 'added',
      what: '不超过2项（lead.maxProjects）',
      clause: '附5 二（三）',
      after: '2倍',
    });
    expect(found.find(({ how }) => how === 'dropped')).toMatchObject({
      what: expect.stringContaining('（project.months）'),
      before: '3年',
    });
  });
});

describe('rules', () => {
  type Rules = { rules: { id: string; kind: string; check: object; clause: string; quotes: string[] }[] };

  test('added and dropped', () => {
    const without = changed<Rules>('rules.json', (file) => ({
      ...file,
      rules: file.rules.filter(({ id }) => id !== 'lead.not-civil-servant'),
    }));
    const [gone] = changesIn('rules', without, next).filter(({ how }) => how === 'dropped');
    expect(gone?.what).toMatch(/（lead\.not-civil-servant）$/);
    const [back] = changesIn('rules', next, without).filter(({ how }) => how === 'added');
    expect(back?.after).toMatch(/^门槛：/);
  });

  test('what is another one is told: the words, the weight, how it is decided', () => {
    const guide = changed<Rules>('rules.json', (file) => ({
      ...file,
      rules: file.rules.map((row) =>
        row.id === 'lead.age'
          ? { ...row, kind: 'advice', check: { kind: 'told' }, quotes: ['年龄不限'], clause: '附5 二（二）' }
          : row,
      ),
    }));
    expect(changesIn('rules', guide, next).map(({ what, before, after }) => [what, before, after])).toEqual([
      ['负责人的出生日期（lead.age）', expect.stringContaining('58周岁'), '年龄不限'],
      ['负责人的出生日期（lead.age）的条款', '附5 二（一）', '附5 二（二）'],
      ['负责人的出生日期（lead.age）的性质', '门槛', '提示'],
      [
        '负责人的出生日期（lead.age）的判断方法',
        expect.stringContaining('on-or-after'),
        expect.stringContaining('told'),
      ],
    ]);
  });
});

describe('directions', () => {
  type Directions = { number: number; numeral: string; title: string; quota: number; indicators: { text: string }[] }[];

  test('dropped, added, renumbered, renamed, with another quota, with an indicator moved', () => {
    const guide = changed<Directions>('directions.json', (list) =>
      list.slice(1).map((each, at) => ({
        ...each,
        number: at + 1,
        title: each.number === 3 ? `${each.title}与应用` : each.title,
        quota: each.number === 4 ? 2 : each.quota,
        indicators: each.number === 5 ? each.indicators.slice(1) : each.indicators,
      })),
    );
    const found = changesIn('directions', guide);
    const [first] = old.directions;
    expect(found.filter(({ how }) => how === 'dropped')).toContainEqual({
      how: 'dropped',
      what: '方向一',
      clause: '五',
      before: first?.title,
    });
    expect(found.filter(({ how }) => how === 'renumbered')).toHaveLength(18);
    expect(found.filter(({ how }) => how === 'renamed').map(({ after }) => after)).toEqual([
      `${old.directions[2]?.title}与应用`,
    ]);
    expect(found.find(({ what }) => what.endsWith('的拟立项数'))).toMatchObject({ before: '1个', after: '2个' });
    expect(found.filter(({ what }) => what.endsWith('的考核指标'))).toEqual([
      expect.objectContaining({ how: 'dropped', before: old.directions[4]?.indicators[0]?.text }),
    ]);
  });

  test('a figure that moves in an indicator is one change, not two', () => {
    const guide = changed<Directions>('directions.json', (list) =>
      list.map((each) =>
        each.number === 1
          ? { ...each, indicators: each.indicators.map((one) => ({ ...one, text: one.text.replace('200', '300') })) }
          : each,
      ),
    );
    const found = changesIn('directions', guide);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      how: 'changed',
      before: expect.stringContaining('200'),
      after: expect.stringContaining('300'),
    });
  });

  test('what is alike goes on, what is not does not', () => {
    expect(alike('稀土伴生放射性废水处理关键材料研究', '稀土伴生放射性废水处理材料研究')).toBeGreaterThan(0.8);
    expect(alike('稀土伴生放射性废水处理关键材料研究', '应用新技术培育油菜抗旱新品种研究')).toBeLessThan(0.3);
    expect(alike('', '')).toBe(1);
    expect(alike('甲', '乙')).toBe(0);
    expect([...continued(old, next)].every(([number, { number: now }]) => number === now)).toBe(true);
  });
});

describe('lists', () => {
  test.each([
    ['agreements', 'agreements.json'],
    ['sisterCities', 'sisterCities.json'],
    ['bases', 'bases.json'],
  ])('what is gone from %s, and what has another number since', (part, file) => {
    const guide = changed<{ no: string | number }[]>(file, ([_first, ...rest]) =>
      rest.map((each, at) => (typeof each.no === 'number' ? { ...each, no: at + 1 } : each)),
    );
    const found = changesIn(part, guide);
    expect(found.filter(({ how }) => how === 'dropped')).toHaveLength(1);
    expect(changesIn(part, next, guide).filter(({ how }) => how === 'added')).toHaveLength(1);
    const renumbered = found.filter(({ how }) => how === 'renumbered').length;
    expect(renumbered).toBe(part === 'agreements' ? 0 : found.length - 1);
  });

  test('a document more is a change of its entry', () => {
    const guide = changed<{ documents: string[] }[]>('agreements.json', ([first, ...rest]) => [
      { ...first, documents: [...(first?.documents ?? []), '《新的协定》'] },
      ...rest,
    ]);
    expect(changesIn('agreements', guide)).toEqual([
      expect.objectContaining({ how: 'changed', after: expect.stringContaining('《新的协定》') }),
    ]);
  });
});

describe('questions and texts', () => {
  test('a question that is asked besides', () => {
    const folder = secondGuide();
    const row = {
      id: 'lead.projects',
      topic: 'lead.age',
      after: 'lead.birthDate',
      fact: 'lead.runningProjects',
      reader: 'count',
      wording: { zh: { ask: '在研的项目有几项？', retry: ['写数字。', '例如 1。', '没有写 0。'] } },
      examples: [
        ['1', 1],
        ['2', 2],
        ['两项', 2],
      ],
    };
    const rows = [row].map((each) => ({ ...each, topic: old.questions[0]?.topic ?? 'direction' }));
    writeFileSync(join(folder, 'questions.json'), JSON.stringify(rows));
    const guide = loadGuide(folder);
    expect(changesIn('questions', guide)).toEqual([
      { how: 'added', what: 'lead.projects', after: '在研的项目有几项？' },
    ]);
    expect(changesIn('questions', next, guide)).toEqual([
      { how: 'dropped', what: 'lead.projects', before: '在研的项目有几项？' },
    ]);
  });

  test('clauses and answers that say something else', () => {
    expect(changesIn('clauses', next).map(({ clause }) => clause)).toEqual([
      '标题',
      '一 第1段',
      '一 第2段',
      '附5 二（一）',
    ]);
    expect(changesIn('answers', next).every(({ how, before, after }) => how === 'changed' && before !== after)).toBe(
      true,
    );
  });
});

describe('whose verdict moves', () => {
  const moves = verdictMoves(old, next);

  test('who was born between the two dates may not apply any more, by that rule', () => {
    expect(moves({ ...readyFacts, 'lead.birthDate': '1966-01-01', 'funding.applied': 1_000_000 })).toEqual({
      before: 'ready',
      after: 'not-eligible',
      rules: [{ rule: 'lead.age', title: '负责人的出生日期', clause: '附5 二（一）', before: 'met', after: 'unmet' }],
      directionGone: false,
    });
  });

  test('who was born later stays', () => {
    const move = moves({ ...readyFacts, 'lead.birthDate': '1970-01-01', 'funding.applied': 1_000_000 });
    expect([move.before, move.after, move.rules]).toEqual(['ready', 'ready', []]);
  });

  test('a direction is taken under the number that it has now, and told when it is gone', () => {
    type Directions = { number: number }[];
    const shifted = changed<Directions>('directions.json', (list) =>
      list.slice(1).map((each, at) => ({ ...each, number: at + 1 })),
    );
    const moved = verdictMoves(old, shifted);
    expect(moved({ ...readyFacts, direction: 2 })).toMatchObject({ after: 'ready', directionGone: false });
    expect(moved(readyFacts)).toMatchObject({ after: 'needs-confirmation', directionGone: true });
  });
});
