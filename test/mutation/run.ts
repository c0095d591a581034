/**
 * `npm run test:mutation [-- rules assess verdict readers data] [--at file:line] [--without kind] [--sample n] [--seed n] [--threads n] [--json]
 * [--report]`: changes the code and the guide's data in one place at a time, and sees whether a test notices. Without names rules and assess.
 *
 * Why no Stryker: 10.1.1 throws under TypeScript 7 (`ts.parseConfigFileTextToJson is not a function`) wherever there is a tsconfig.json, and
 * without one it needed four minutes for 65 mutants here, since each runs in a process of vitest that loads the guide anew. Here each mutant gets
 * new instances of the changed module and of all that import it, inside a thread that keeps everything else (`modules.ts`).
 *
 * What judges are tests of `npm test`, run by a small runner with vitest's own `expect` (`suite.ts`); of random cases fewer are tried, the same seed's
 * first, and tests of more than a quarter of a second are left out. So what is killed here fails `npm test`; what survives may still be noticed there.
 */
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { type GroupName, groupNames, groups } from './groups.ts';
import { judgeGroup } from './judgeGroup.ts';
import { linesOf } from './lines.ts';
import { writeReport } from './report.ts';

const { values, positionals } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    /** Puts what was found into docs/mutation.md. */
    report: { type: 'boolean', default: false },
    sample: { type: 'string' },
    /** Only what begins on these lines: `usual.ts:48`, several times. */
    at: { type: 'string', multiple: true },
    /** Leaves out a kind of change: `pattern`, several times. */
    without: { type: 'string', multiple: true },
    seed: { type: 'string', default: '20230508' },
    threads: { type: 'string', default: String(Math.min(2, availableParallelism())) },
  },
  allowPositionals: true,
});
const isGroup = (name: string): name is GroupName => name in groups;
const unknown = positionals.filter((name) => !isGroup(name));
if (unknown.length > 0) {
  process.stderr.write(`没有这一组：${unknown.join('、')}。有：${groupNames.join('、')}。\n`);
  process.exit(1);
}
const asked = positionals.length > 0 ? positionals.filter(isGroup) : (['rules', 'assess'] as const);
const size = values.sample === undefined ? undefined : Number(values.sample);
const found = [];
for (const name of asked) {
  const result = await judgeGroup(name, {
    at: values.at,
    without: values.without,
    size,
    seed: Number(values.seed),
    threads: Number(values.threads),
  });
  found.push(result);
  if (values.report && !values.at) writeReport(result);
  if (!values.json) process.stdout.write(`${linesOf(result).join('\n')}\n`);
}
if (values.json) process.stdout.write(`${JSON.stringify(found, undefined, 2)}\n`);
process.exit(found.some(({ survivors }) => survivors.some(({ reason }) => reason === undefined)) ? 1 : 0);
