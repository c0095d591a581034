import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { command, plant, project } from './plant.ts';

/** With the setup that our own tests are run with. */
const config = { test: { globals: true, globalSetup: [join(project, 'test/support/sharedPostgres.ts')] } };
const tree = plant(
  {
    'vitest.config.mjs': `export default ${JSON.stringify(config)};\n`,
    'passing.test.ts': `test('passes', () => {});\n`,
    'failing.test.ts': `test('fails', () => { throw new Error('as planted'); });\n`,
  },
  [],
);
afterAll(() => tree.remove());

test.each([
  ['failing.test.ts', '1 failed', 1],
  ['passing.test.ts', '1 passed', 0],
])('a run of %s says so, and so does its exit code', (file, said, code) => {
  const run = spawnSync(command('vitest'), ['run', file], { cwd: tree.folder, encoding: 'utf8' });
  expect(run.stdout).toContain(said);
  expect(run.status).toBe(code);
});
