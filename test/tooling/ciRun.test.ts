import { spawnSync } from 'node:child_process';
import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { plant } from './plant.ts';

const files = (summary: string) => ` Test Files  ${summary}`;
const tests = (summary: string) => `      Tests  ${summary}\n   Start at  10:00:00\n   Duration  1.00s`;

/** Runs the script in a planted project, with an npm that says `says` and ends with `code`. */
function run({ says, code, install = 0 }: { says: string; code: number; install?: number }) {
  const tree = plant(
    {
      '.ci/keep': '',
      'bin/npm': `#!/bin/sh\necho "npm $1 in $(pwd)"\nif [ "$1" = ci ]; then exit ${install}; fi\ncat <<'END'\n${says}\nEND\nexit ${code}\n`,
    },
    ['.ci/run'],
  );
  try {
    chmodSync(join(tree.folder, 'bin/npm'), 0o755);
    const env = { ...process.env, PATH: `${join(tree.folder, 'bin')}:${process.env.PATH}` };
    const result = spawnSync(join(tree.folder, '.ci/run'), { cwd: '/', env, encoding: 'utf8' });
    const lines = result.stdout.trimEnd().split('\n');
    return { code: result.status, last: lines.at(-1), lines };
  } finally {
    tree.remove();
  }
}

test.each([
  ['all passed', `${files('3 passed (3)')}\n${tests('12 passed (12)')}`, 0, '12 passed, 0 failed'],
  ['some skipped', `${files('3 passed (3)')}\n${tests('12 passed | 2 skipped (14)')}`, 0, '12 passed, 0 failed'],
  [
    'some failed',
    `${files('1 failed | 2 passed (3)')}\n${tests('2 failed | 10 passed (12)')}`,
    1,
    '10 passed, 2 failed',
  ],
  [
    'a file that does not load',
    `${files('1 failed | 2 passed (3)')}\n${tests('10 passed (10)')}`,
    1,
    '10 passed, 1 failed',
  ],
  [
    'an error outside tests',
    `${files('3 passed (3)')}\n${tests('10 passed (10)')}\nErrors  1 error`,
    1,
    '10 passed, 1 failed',
  ],
  [
    'coloured',
    `\u001b[2m Test Files \u001b[22m \u001b[32m1 passed\u001b[39m (1)\n\u001b[2m      Tests \u001b[22m \u001b[32m7 passed\u001b[39m (7)`,
    0,
    '7 passed, 0 failed',
  ],
  ['a failed check before the tests', 'bot/index.ts(1,1): error TS1000', 2, '0 passed, 1 failed'],
])('the last line counts the tests: %s', (_what, says, code, last) => {
  const result = run({ says, code });
  expect(result).toMatchObject({ code, last });
});

test('success without tests is no success', () => {
  expect(run({ says: 'nothing ran', code: 0 })).toMatchObject({ code: 1, last: '0 passed, 1 failed' });
});

test('a failed installation ends the run', () => {
  const result = run({ says: tests('1 passed (1)'), code: 0, install: 3 });
  expect(result).toMatchObject({ code: 3, last: '0 passed, 1 failed' });
  expect(result.lines.filter((line) => line.startsWith('npm '))).toHaveLength(1);
});

test('it runs in the project, whatever the current folder, and shows what npm says', () => {
  const { lines } = run({ says: `${files('1 passed (1)')}\n${tests('1 passed (1)')}`, code: 0 });
  expect(lines[0]).toMatch(/^npm ci in .*planted-/);
  expect(lines[1]).toMatch(/^npm test in .*planted-/);
  expect(lines.at(-2)).toContain('Duration');
});
