/**
 * `npm run test:crash [-- --home postgres --kills 200 --people 50 --processes 2 --deliveries 3 --seed 1]`: prints what was found; exits
 * with 1 when anything is not as it should be.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { newServer, remove, urlOf } from '../support/postgres.ts';
import { crash } from './crash.ts';

const { values } = parseArgs({
  options: {
    home: { type: 'string', default: 'folder' },
    kills: { type: 'string', default: '200' },
    people: { type: 'string', default: '50' },
    processes: { type: 'string', default: '2' },
    deliveries: { type: 'string', default: '1' },
    seed: { type: 'string', default: '1' },
  },
});
if (!['folder', 'postgres'].includes(values.home)) throw new Error('--home is folder or postgres');
const folder = await mkdtemp(join(tmpdir(), 'guohe-crash-'));
const server = values.home === 'postgres' ? await newServer() : undefined;
try {
  const report = await crash({
    kills: Number(values.kills),
    people: Number(values.people),
    seed: Number(values.seed),
    folder,
    deliveries: Number(values.deliveries),
    ...(server && { database: urlOf(server, 'postgres'), processes: Number(values.processes) }),
  });
  process.stdout.write(`${JSON.stringify(report, undefined, 2)}\n`);
  process.exitCode = report.faults.length + report.torn.length > 0 || report.exitCode !== 0 ? 1 : 0;
} finally {
  if (server) await remove(server);
  await rm(folder, { recursive: true, force: true });
}
