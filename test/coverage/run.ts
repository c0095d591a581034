/**
 * How much of deciding its exact cases walk through: every branch of the rules and of the assessment, or it ends with a fault. Random cases are
 * left out: what only they reach, nothing shows to be right; and they take minutes when each branch is counted.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const project = join(import.meta.dirname, '../..');
const decides = ['knowledge/rules/**', 'knowledge/assess*.ts'];
/** Tables of boundary cases, what outsiders may send, the worked cases. */
const tests = ['test/knowledge/rules', 'test/knowledge/assess', 'test/knowledge/scenarios'];

const { status } = spawnSync(
  process.execPath,
  [
    join(project, 'node_modules/vitest/vitest.mjs'),
    'run',
    '--project=pure',
    '--coverage.enabled',
    '--coverage.provider=v8',
    '--coverage.reporter=text',
    '--coverage.thresholds.branches=100',
    ...decides.map((files) => `--coverage.include=${files}`),
    ...(process.argv.length > 2 ? process.argv.slice(2) : tests),
  ],
  { cwd: project, stdio: 'inherit' },
);
process.exitCode = status ?? 1;
