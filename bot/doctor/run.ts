/** `npm run doctor`: what is configured, whether it works, and what to click where it does not; `-- --json` for programs. */
import { existsSync } from 'node:fs';
import { readEnv } from '../env.ts';
import { asJson, isIll, printed } from './check.ts';
import { examine, faulty } from './examine.ts';

if (existsSync('.env')) process.loadEnvFile('.env');
const unknown = process.argv.slice(2).filter((each) => each !== '--json');
if (unknown.length > 0) {
  process.stderr.write(`没有这个选项：${unknown.join(' ')}。只有 --json。\n`);
  process.exit(1);
}
const read = readEnv(process.env);
const areas = 'faults' in read ? faulty(read.faults) : await examine(read.ok, { now: new Date() });
process.stdout.write(`${process.argv.includes('--json') ? asJson(areas) : printed(areas)}\n`);
process.exitCode = isIll(areas) ? 1 : 0;
