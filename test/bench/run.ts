/**
 * `npm run bench [-- turns growth … --full --json]`: figures of this machine, with botbuilder's echo bot in the same run as the yardstick.
 * Without names all sections in small sizes; a section that is named, and all with `--full`, in the sizes that the goals name.
 */
import { availableParallelism, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { type SectionName, sectionNames, sections } from './sections.ts';
import { sizes } from './sizes.ts';
import { openStage } from './stage/stage.ts';

const { values, positionals } = parseArgs({
  options: { json: { type: 'boolean', default: false }, full: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const unknown = positionals.filter((name) => !sectionNames.includes(name as SectionName)); // that is what is found out
if (unknown.length > 0) {
  process.stderr.write(`没有这一节：${unknown.join('、')}。有：${sectionNames.join('、')}。\n`);
  process.exit(1);
}
const named = sectionNames.filter((name) => positionals.includes(name));
const stage = openStage(values.full || named.length > 0 ? sizes.full : sizes.usual);
const load = (): number[] => loadavg().map((each) => Math.round(each * 100) / 100);
const machine = { node: process.version, processors: availableParallelism(), loadBefore: load() };
const report: Record<string, object> = {};
try {
  for (const name of named.length > 0 ? named : sectionNames) {
    const told = await sections[name](stage);
    report[name] = told.report;
    if (!values.json) process.stdout.write(`${told.lines.join('\n')}\n`);
  }
} finally {
  await stage.close();
}
if (values.json)
  process.stdout.write(`${JSON.stringify({ ...machine, loadAfter: load(), ...report }, undefined, 2)}\n`);
process.exit();
