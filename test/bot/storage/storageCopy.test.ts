/** The command that copies a home of the state into another. */
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { storageCopy } from '../../../bot/storage/storageCopy.ts';
import { hashOf } from '../../../state/hash.ts';
import { safeDisk } from '../../../state/lowdb/files.ts';
import { embeddedStore } from '../../../state/lowdb/index.ts';
import { ownFolder } from '../../../state/lowdb/owner.ts';
import { dataFolder, filesOf, pathsIn } from '../../support/hallTalk.ts';
import { hasPostgres } from '../../support/postgres.ts';
import { answering, arrival } from '../../support/saying.ts';
import { dropDatabase, newDatabase, sharedServer } from '../../support/sharedPostgres.ts';
import { project } from '../../tooling/plant.ts';

const script = join(project, 'bot/storage/run.ts');

interface Ended {
  code: number;
  stdout: string;
  stderr: string;
}

/** In a process of its own. */
const command = (...args: string[]): Promise<Ended> =>
  new Promise((resolve) => {
    execFile(process.execPath, [script, ...args], (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code) : 0, stdout, stderr }),
    );
  });

/** The same in this one. */
async function here(...args: string[]): Promise<Ended> {
  const printed: string[] = [];
  const said: string[] = [];
  const code = await storageCopy(args, {
    now: new Date(),
    print: (text) => void printed.push(text),
    say: (line) => void said.push(line),
    exit: () => {},
  });
  return { code, stdout: printed.join('\n'), stderr: said.join('\n') };
}

/** A folder in which so many people said something and were answered. */
async function talks(count: number, prefix = 'talk'): Promise<string> {
  const folder = await dataFolder();
  const store = embeddedStore(folder, { disk: { ...safeDisk, durable: false } });
  for (let number = 0; number < count; number += 1) {
    const id = `${prefix} ${number}`;
    await store.talks.accept(arrival(id, 'a'));
    await store.talks.turn(id, answering());
  }
  await store.signingKey();
  await store.close();
  return folder;
}

const documentsIn = async (folder: string): Promise<number> =>
  (await pathsIn(folder)).filter((path) => /^conversations.*json$/.test(path)).length;

test('killed in the middle and run again, it goes on where it was; the comparison finds a planted difference', async () => {
  const count = 120;
  const [from, to] = [await talks(count), await dataFolder()];
  const first = spawn(process.execPath, [script, '--from', from, '--to', to], { stdio: 'ignore' });
  onTestFinished(() => void first.kill('SIGKILL'));
  await expect.poll(() => documentsIn(to), { interval: 5, timeout: 30_000 }).toBeGreaterThan(10);
  first.kill('SIGKILL');
  await once(first, 'exit');
  const there = await documentsIn(to);
  expect(there).toBeLessThan(count);

  const { code, stdout, stderr } = await command('--from', from, '--to', to);
  expect([code, stdout.trim().split('\n').at(-1)]).toEqual([0, '核对一致。']);
  expect(stdout).toMatch(new RegExp(`^对话 +${count} +${count} +([0-9a-f]{16}) +\\1 +一致$`, 'm'));
  const [, put, kept] = /复制完.*写入 (\d+) 份，已在目标里 (\d+) 份/.exec(stderr) ?? [];
  // The key is a piece, too.
  expect(Number(put) + Number(kept)).toBe(count + 1);
  expect(Number(kept)).toBeGreaterThanOrEqual(there);

  const { transcript } = filesOf(to, 'talk 7');
  await writeFile(transcript, (await readFile(transcript, 'utf8')).replace('说a', '说机密'));
  const verified = await here('--from', from, '--to', to, '--verify');
  expect(verified.code).toBe(1);
  expect(verified.stdout).toContain(`内容不同，没有动目标里的  对话  ${hashOf('talk 7')}\n核对不一致。`);
  expect(verified.stdout + verified.stderr).not.toMatch(/机密|talk 7/);
});

test('what must not be copied is refused, and nothing is written', async () => {
  const [from, other, served] = [await talks(3), await talks(2, 'other'), await talks(1)];
  const owned = await ownFolder(served);
  onTestFinished(() => owned.release());
  const before = await pathsIn(other);
  const refused: [string[], string][] = [
    [['--from', from, '--to', other], '目标里有 2 段来源没有的对话'],
    [['--from', from, '--to', from], '来源和目标是同一个地方'],
    [['--from', served, '--to', other], '正由这台机器上的另一个进程使用'],
    [['--from', from, '--to', served], '正由这台机器上的另一个进程使用'],
    [['--from', join(from, 'nowhere'), '--to', other], '没有文件夹'],
    [['--from', await dataFolder(), '--to', other], '没有国合申报助手的数据'],
    [['--from', from], '用法'],
  ];
  for (const [args, why] of refused) {
    const { code, stdout, stderr } = await here(...args);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain(why);
  }
  expect(await pathsIn(other)).toEqual(before);

  const { code, stdout } = await here('--from', from, '--to', other, '--into-existing');
  expect(stdout).toContain(`内容不同，没有动目标里的  签名密钥  signing\n目标里另有 2 份来源没有的内容。`);
  expect([code, await documentsIn(other)]).toEqual([1, 5]);
});

describe.skipIf(!hasPostgres)('with a database', () => {
  test('it copies both ways, and tells no password, also when it cannot connect', async () => {
    const server = await sharedServer();
    const url = await newDatabase(server);
    onTestFinished(() => dropDatabase(server, url));
    const [from, to] = [await talks(20), await dataFolder()];
    const all = [
      await here('--from', from, '--to', url),
      await here('--from', url, '--to', to),
      await here('--from', from, '--to', to, '--verify'),
    ];
    expect(all.map(({ code }) => code)).toEqual([0, 0, 0]);
    const wrong = [
      new URL(url).href.replace(/:\d+\//, ':1/'),
      url.replace(/:[^:@]+@/, ':falsch-falsch@'),
      url.replace(/\/[^/]+$/, '/nowhere'),
      'postgres:geheim-geheim',
    ];
    const failed: Ended[] = [];
    for (const each of wrong) failed.push(await here('--from', each, '--to', to));
    expect(failed.map(({ code }) => code)).toEqual([1, 1, 1, 1]);
    const told = [...all, ...failed].map(({ stdout, stderr }) => stdout + stderr).join('');
    expect(told).not.toMatch(/geheim|falsch| {2}at |talk \d/);
  });
});
