/** `npm run audit`: asks the registry what is known against the packages of the lock file. Further arguments go to `npm audit`, e.g. `--omit=dev`. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { allowances, judged } from './judge.ts';

const project = join(import.meta.dirname, '../..');
const allowed = allowances.parse(JSON.parse(readFileSync(join(import.meta.dirname, 'allowed.json'), 'utf8')));
const { npm_execpath: npm } = process.env;
const args = ['audit', '--json', '--fetch-retries=0', ...process.argv.slice(2)];
const asked = { cwd: project, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 } as const;
// Started by npm, its own program is known; a script of that name needs a shell on some systems.
const { stdout } = npm?.endsWith('.js')
  ? spawnSync(process.execPath, [npm, ...args], asked)
  : spawnSync('npm', args, { ...asked, shell: process.platform === 'win32' });
const { code, lines } = judged(stdout ?? '', allowed, new Date().toISOString().slice(0, 10));
process.stdout.write(`${lines.join('\n')}\n`);
process.exitCode = code;
