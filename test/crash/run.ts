/** `npm run test:crash [-- --kills 200 --people 50 --seed 1]`: prints what was found; exits with 1 when anything is not as it should be. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { crash } from './crash.ts';

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '200' },
    people: { type: 'string', default: '50' },
    seed: { type: 'string', default: '1' },
  },
});
const folder = await mkdtemp(join(tmpdir(), 'guohe-crash-'));
const report = await crash({
  kills: Number(values.kills),
  people: Number(values.people),
  seed: Number(values.seed),
  folder,
});
await rm(folder, { recursive: true, force: true });
process.stdout.write(`${JSON.stringify(report, undefined, 2)}\n`);
process.exitCode = report.faults.length + report.torn.length > 0 || report.exitCode !== 0 ? 1 : 0;
