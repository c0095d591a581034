/**
 * `npm run bench [-- turns growth … --full --keep --json]`: figures of this machine, with botbuilder's echo bot in the same run as the yardstick.
 * Without names all sections in small sizes; a section that is named, and all with `--full`, in the sizes that the goals name. `--keep` writes
 * what was measured into `docs/performance.md`.
 */
import { existsSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, release, totalmem, type } from 'node:os';
import { parseArgs } from 'node:util';
import { type Kept, readKept, writeKept } from './page/kept.ts';
import { writePage } from './page/page.ts';
import { type SectionName, sectionNames, sections } from './sections.ts';
import { sizes } from './sizes.ts';
import { openStage } from './stage/stage.ts';
import { printed } from './told.ts';

const { values, positionals } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    full: { type: 'boolean', default: false },
    keep: { type: 'boolean', default: false },
  },
  allowPositionals: true,
});
const unknown = positionals.filter((name) => !sectionNames.includes(name as SectionName)); // that is what is found out
if (unknown.length > 0) {
  process.stderr.write(`没有这一节：${unknown.join('、')}。有：${sectionNames.join('、')}。\n`);
  process.exit(1);
}
const named = sectionNames.filter((name) => positionals.includes(name));
const stage = openStage(values.full || named.length > 0 ? sizes.full : sizes.usual);
const load = (): number => Math.round((loadavg()[0] ?? 0) * 100) / 100;
const machine = {
  node: process.version,
  processor: cpus()[0]?.model.trim() ?? '',
  processors: availableParallelism(),
  memoryGb: Math.round(totalmem() / 1e9),
  system: `${type()} ${release().split('-')[0]}`,
};
const reports: Record<string, object> = {};
const kept: Kept = existsSync(new URL('../../docs/performance.json', import.meta.url)) ? readKept() : {};
try {
  for (const name of named.length > 0 ? named : sectionNames) {
    const before = load();
    const { title, measure } = sections[name];
    const { report, rows, charts = [] } = await measure(stage);
    reports[name] = report;
    kept[name] = {
      title,
      day: new Date().toISOString().slice(0, 10),
      machine: { ...machine, load: [before, load()] },
      rows,
      charts,
    };
    if (!values.json) process.stdout.write(`## ${title}\n${printed({ rows }).join('\n')}\n\n`);
    if (!values.keep) continue;
    writeKept(kept);
    writePage(kept);
  }
} finally {
  await stage.close();
}
if (values.json) process.stdout.write(`${JSON.stringify({ ...machine, ...reports }, undefined, 2)}\n`);
process.exit();
