import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { plant } from '../tooling/plant.ts';
import { parameterMutants, ruleMutants } from './data.ts';
import { project } from './groups.ts';
import { Judge } from './judge.ts';
import { Library } from './modules.ts';
import { type Mutant, mutantsOf, mutated } from './mutants.ts';
import { patternEdits } from './patterns.ts';
import { pool } from './pool.ts';
import { probed } from './probes.ts';
import { reachOf } from './reach.ts';
import { reasons, stale } from './reasons.ts';

const changesOf = (code: string): string[] => mutantsOf('x.ts', code).map((mutant) => mutated(code, mutant));

describe('the changes of', () => {
  test.each<[what: string, code: string, changed: string[]]>([
    [
      'a comparison, behind Chinese',
      "/* 年龄 */ f('岁' , a >= b);",
      [
        '/* 年龄 */ ;',
        "/* 年龄 */ f('\\u0000' , a >= b);",
        "/* 年龄 */ f('岁' , (a) > (b));",
        "/* 年龄 */ f('岁' , (a) < (b));",
      ],
    ],
    ['two conditions', 'const x = a && b;', ['const x = ((a) || (b));', 'const x = (a);', 'const x = (b);']],
    ['a day', "const x = '2022-05-01';", ["const x = '2022-04-30';", "const x = '2022-05-02';"]],
    ['an outcome', "const x: Outcome = 'met';", ["const x: Outcome = 'unmet';"]],
    ['a list', 'const x = [a, ...b];', ['const x = [...[], ...b];', 'const x = [a, ...[]];']],
    [
      'a table',
      'const x = { a: 1, ...b };',
      [
        'const x = { ...{}, ...b };',
        'const x = { a: 2, ...b };',
        'const x = { a: (0), ...b };',
        'const x = { a: 1, ...{} };',
      ],
    ],
    [
      'a pattern',
      'const x = /^(?:年|月)?/;',
      ['const x = /(?:年|月)?/;', 'const x = /^(?:月)?/;', 'const x = /^(?:年)?/;', 'const x = /^(?:年|月)/;'],
    ],
    ['types, of which there are none', "type X = 'met' | 'unmet'; interface Y { a: 'b' }", []],
  ])('%s', (_what, code, changed) => {
    expect(changesOf(code)).toEqual(changed);
  });

  test('a pattern leave the parts of a template whole', () => {
    const part = `\u0024{a|b}`;
    const written = `${part}|c`;
    const changed = patternEdits(written).map(
      ({ start, end, to }) => written.slice(0, start) + to + written.slice(end),
    );
    expect(changed).toEqual(['c', part]);
  });

  test('the real rules are all programs', () => {
    const file = 'knowledge/rules/usual.ts';
    const text = readFileSync(join(project, file), 'utf8');
    const made = mutantsOf(file, text);
    expect(made.length).toBeGreaterThan(200);
    expect(probed(text).places.length).toBeGreaterThan(60);
  });
});

test('the guide’s thresholds are moved by a day and by one, its rules dropped and their checks changed', () => {
  const guide = JSON.stringify({
    parameters: {
      'a.day': { value: '2022-05-01', unit: 'date' },
      'a.sum': { value: 1, unit: 'yuan' },
      'a.years': { value: [2021], unit: 'years' },
    },
  });
  const moved = parameterMutants('guide.json', guide).map(({ what }) => what);
  expect(moved).toContain('a.day: "2022-05-01" → "2022-04-30"');
  expect(moved).toContain('a.sum: 1 → 2');
  expect(moved).toContain('a.years: [2021] → []');
  const words = { zh: { title: '规则' } };
  const row = { clause: '一', quotes: ['一'], kind: 'bar', words };
  const rules = JSON.stringify({
    rules: [
      {
        ...row,
        id: 'a.a',
        check: { kind: 'date', fact: 'day', op: 'before', parameter: 'a.day' },
        appliesWhen: [{ fact: 'kind', in: ['a', 'b'] }],
      },
      { ...row, id: 'a.b', check: { kind: 'flags', facts: ['one', 'two'], is: true } },
    ],
    rows: [],
  });
  expect(ruleMutants('rules.json', rules, ['a.day', 'b.day']).map(({ what }) => what)).toEqual([
    'a.a',
    'a.a: bar → remedy',
    'a.a: bar → advice',
    'a.a: kind: dropped',
    'a.a: kind: negated',
    'a.a: kind: without a',
    'a.a: kind: without b',
    'a.a: before → on-or-before',
    'a.a: before → on-or-after',
    'a.a: b.day',
    'a.a: with sameDay',
    'a.a ↔ a.b',
    'a.b',
    'a.b: bar → remedy',
    'a.b: bar → advice',
    'a.b: is true → false',
    'a.b: without one',
    'a.b: without two',
  ]);
});

/** A product with a gap in its tests: nobody tries the day itself. */
const tree = plant(
  {
    'day.ts':
      "export const limit = '2022-05-01';\nexport function early(day: string): boolean {\n  return day < limit;\n}\n",
    'loop.ts':
      'export function count(to: number): number {\n  let at = 0;\n  while (at < to) at += 1;\n  return at;\n}\n',
    'day.test.ts':
      "import { expect, test } from 'vitest';\nimport { early } from './day.ts';\nimport { count } from './loop.ts';\n" +
      "test.each([['2022-04-29', true], ['2022-05-03', false]])('%s', (day, is) => expect(early(day)).toBe(is));\n" +
      "test('counts', async () => expect(count(3)).toBe(3));\ntest('fails', () => expect(1).toBe(2));\n",
  },
  [],
);
afterAll(() => tree.remove());

describe('of a product whose tests have a gap', async () => {
  const library = new Library(tree.folder);
  await library.add(['day.test.ts']);
  const files = ['day.ts', 'loop.ts'];
  const reach = await reachOf(library, files, ['day.test.ts']);
  const made = files.flatMap((file) => mutantsOf(file, library.textOf(file)));
  const caseOf = (mutant: Mutant) => ({
    path: mutant.file,
    text: mutated(library.textOf(mutant.file), mutant),
    tests: reach.of(mutant.file, mutant),
  });

  test('a test that fails by itself judges nothing', () => {
    expect(reach.failing.map(({ name }) => name)).toEqual(['fails']);
    expect(reach.every).toEqual([0, 1, 2]);
  });

  test('a statement is judged by the tests that go through it, a constant by those that go through its file', () => {
    const testsOf = (to: string) =>
      made
        .filter((mutant) => mutant.to === to)
        .map(caseOf)
        .map(({ tests }) => tests);
    expect(testsOf('(day) <= (limit)')).toEqual([[0, 1]]);
    expect(testsOf("'2022-05-02'")).toEqual([[0, 1]]);
    expect(testsOf('false')).toEqual([[2]]);
  });

  test('the gap is found, everything else is noticed, and no mutant leaves anything behind', async () => {
    const judge = new Judge(library, reach.tests, () => {});
    const survived: string[] = [];
    // The others are changes of the loop, and some of those never end.
    for (const mutant of made.filter(({ file }) => file === 'day.ts')) {
      const judgement = await judge.judge(caseOf(mutant));
      if (judgement.is === 'survived') survived.push(mutant.to);
    }
    expect(survived.sort()).toEqual(["'2022-04-30'", "'2022-05-02'", '(day) <= (limit)']);
    const whole = { path: 'day.ts', text: library.textOf('day.ts'), tests: reach.every };
    expect(await judge.judge(whole)).toEqual({ is: 'survived' });
    expect(await judge.judge({ ...whole, text: 'export const = ;' })).toEqual({ is: 'invalid' });
  });

  test('threads judge the same, and one that never ends is ended', async () => {
    const endless = made.filter(({ to }) => to === 'at -= 1');
    const chosen = [...made.filter(({ to }) => to.startsWith('(day) ')), ...endless];
    const found: string[] = [];

    await pool({ root: tree.folder, judges: ['day.test.ts'], known: reach.tests, patience: 3_000 }, 1).judge(
      chosen,
      caseOf,
      ({ to }, judgement) => {
        found.push(
          `${to}: ${judgement.is} ${judgement.is === 'killed' ? judgement.by.replace(/ \[\d\]$/, '') : ''}`.trim(),
        );
      },
    );
    expect(found).toEqual([
      '(day) <= (limit): survived',
      '(day) >= (limit): killed day.test.ts: %s',
      'at -= 1: killed time',
    ]);
  });
});

test('every reason is for a change that can still be made', () => {
  expect(stale(reasons, (file) => readFileSync(join(project, file), 'utf8'))).toEqual([]);
});
