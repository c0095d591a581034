/** `npm run retention`: deletes the conversations that are older than RETENTION_DAYS; with `-- --dry-run` only lists them. */
import { existsSync } from 'node:fs';
import { embeddedStore } from '../../state/lowdb/index.ts';
import { OwnedError, type Ownership, ownFolder } from '../../state/lowdb/owner.ts';
import { terminalFolder } from '../channels/console/folder.ts';
import { readEnv } from '../env.ts';
import { retainedSince, retireOld, wouldRetire } from './retention.ts';

if (existsSync('.env')) process.loadEnvFile('.env');
const dryRun = process.argv.includes('--dry-run');
const done = dryRun ? '将删除' : '已删除';
const unknown = process.argv.slice(2).filter((each) => each !== '--dry-run');
const read = readEnv(process.env);
const faults = 'faults' in read ? read.faults : unknown.map((each) => `没有这个选项：${each}。只有 --dry-run。`);

if ('faults' in read || faults.length > 0) {
  process.stderr.write(`${faults.join('\n')}\n`);
  process.exitCode = 1;
} else {
  process.exitCode = await run(read.ok.DATA_DIR, read.ok.RETENTION_DAYS);
}

async function run(folder: string, days: number): Promise<number> {
  let owned: Ownership | undefined;
  try {
    // A service that runs deletes by itself; beside it nobody may write.
    if (!dryRun) owned = await ownFolder(folder);
    const before = retainedSince(new Date(), days);
    let count = 0;
    for (const store of [embeddedStore(folder), embeddedStore(terminalFolder(folder))]) {
      const { gone, damaged } = await (dryRun ? wouldRetire : retireOld)(store.shelf, before);
      await store.close();
      for (const { name, lastAt } of gone) say(`${done}  ${name}  ${lastAt ?? '本人已删除'}`);
      for (const { name } of damaged) say(`读不出来，留着  ${name}`);
      count += gone.length;
    }
    say(`${done} ${count} 段对话（最后一句早于 ${before.toISOString()}，保留 ${days} 天）。`);
    return 0;
  } catch (error) {
    if (!(error instanceof OwnedError)) throw error;
    process.stderr.write(`${error.message}\n正在运行的服务每天自己删除；只想看看会删哪些，请加 --dry-run。\n`);
    return 1;
  } finally {
    await owned?.release();
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
