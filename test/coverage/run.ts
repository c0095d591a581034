/** How much of deciding the pure tests walk through: every branch of the rules and of the assessment, or it ends with a fault. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const project = join(import.meta.dirname, '../..');
/** What decides; other tests than the pure ones may not be what saves it. */
const decides = ['knowledge/rules/**', 'knowledge/assess*.ts'];
const tests = ['test/knowledge', 'test/oracle'];

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
