/** The disk is full or read-only while people talk, and then it is not: each message is kept and answered, or refused. */
import { statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { serviceProcess } from '../crash/process.ts';
import { tornIn } from '../crash/torn.ts';
import { dataFolder, said } from '../support/hallTalk.ts';
import { somebody } from './clocked.ts';
import { canBeTaken, disturbed, isCalm } from './disturbed.ts';
import { empty, fill } from './full.ts';
import { noMounts, type SmallDisk, smallDisk } from './mounts.ts';

const why = noMounts('tmpfs');
const skipped = why === undefined ? '' : ` (skipped: ${why})`;
const unharmed = { faults: [], torn: [], trouble: [], stolen: false, alive: true, exitCode: 0 };

/** Another file cannot be made, while those that are there can grow. */
async function noMoreFiles(small: SmallDisk): Promise<void> {
  const { files, ffree } = await statfs(small.folder);
  // One that was made just now is one too many: the kernel refuses, and is asked again.
  await small.remount(`nr_inodes=${files - ffree}`).catch(() => {});
}
const moreFiles = (small: SmallDisk): Promise<void> => small.remount('nr_inodes=10000');

describe.skipIf(why !== undefined)(`a disk that is taken away${skipped}`, () => {
  async function disk() {
    const folder = await dataFolder();
    const small = await smallDisk(folder, 32);
    onTestFinished(() => small.remove());
    return { small, folder, data: join(small.folder, 'data') };
  }

  async function talksWhile(
    take: (small: SmallDisk) => Promise<unknown>,
    giveBack: (small: SmallDisk) => Promise<void>,
    more: { people?: number; silent?: true } = {},
  ) {
    const { folder, data, small } = await disk();
    return disturbed({
      rounds: 6,
      people: 6,
      seed: 3,
      folder,
      data,
      take: async () => void (await take(small)),
      giveBack: () => giveBack(small),
      ...more,
    });
  }

  test('full to the last byte: what cannot be kept is refused, all else ends as if nothing had been', async () => {
    const report = await talksWhile(
      ({ folder }) => fill(folder),
      ({ folder }) => empty(folder),
      // More than what fits on the last page of a file.
      { people: 20 },
    );
    expect(report).toMatchObject(unharmed);
    expect(report.refused).toBeGreaterThan(0);
  }, 300_000);

  test('without room for another file: what was kept is answered later', async () => {
    const report = await talksWhile(noMoreFiles, moreFiles);
    expect(report).toMatchObject(unharmed);
  }, 300_000);

  test('read-only: each message is refused, all else ends as if nothing had been', async () => {
    const report = await talksWhile(
      // While a file is open the kernel refuses; it is asked again.
      (small) => small.remount('ro').catch(() => {}),
      (small) => small.remount('rw'),
      { silent: true },
    );
    expect(report).toMatchObject(unharmed);
    expect(report.refused).toBeGreaterThan(0);
  }, 300_000);

  test('where no file can be made any more a message is answered all the same, and the files follow when there is room', async () => {
    const { small, data } = await disk();
    const service = await serviceProcess(data);
    onTestFinished(() => service.kill());
    await service.start();
    const { line, say } = await somebody(service);
    await say('开始自查');
    const before = await line.read();
    // The owner's beat makes a file now and then, which may be counted once too often.
    for (let time = 0; time < 20; time += 1) {
      await noMoreFiles(small);
      await after(50);
    }
    const id = await line.say('kept', '负责人本人');
    const answers = async () => (await line.read()).filter(({ replyToId }) => replyToId === id);
    await expect.poll(answers, { timeout: 20_000 }).toHaveLength(1);
    await service.kill();
    await moreFiles(small);
    await service.start();
    expect((await line.read()).slice(0, before.length)).toEqual(before);
    expect(await line.say('kept', '负责人本人')).toBe(id);
    expect(await answers()).toHaveLength(1);
    expect(await service.stop()).toBe(0);
  }, 60_000);

  test('on a full and on a read-only disk a message is refused in so many words, and what was said before is there', async () => {
    const { small, data } = await disk();
    const service = await serviceProcess(data);
    onTestFinished(() => service.kill());
    await service.start();
    const { line, say } = await somebody(service);
    await say('开始自查');
    const before = await line.read();
    const refused = async (id: string) => {
      // What is kept already leaves a little room on its last page.
      const long = '我们单位想和境外的大学一起做一个项目，不知道要准备哪些材料。'.repeat(40);
      const refusal = await line.say(id, long).then(String, (error: unknown) => error);
      expect(refusal).toMatchObject({ status: 503, body: expect.stringContaining('这条消息暂时没能保存') });
      expect(refusal).toSatisfy(isCalm);
      expect(await line.read()).toEqual(before);
    };
    await fill(small.folder);
    await refused('full-1');
    await refused('full-2');
    await empty(small.folder);
    const readOnly = () =>
      small.remount('ro').then(
        () => true,
        () => false,
      );
    await expect.poll(readOnly, { timeout: 10_000 }).toBe(true);
    await refused('full-1');
    expect(await canBeTaken(data)).toBe(false);
    await small.remount('rw');
    expect(said(await say('负责人本人'))).not.toBe('');
    const mine = (await line.read()).filter(({ from }) => from.role === 'user');
    expect(mine.map(({ text }) => text)).toEqual(['开始自查', '负责人本人']);
    expect((await tornIn(data)).torn).toEqual([]);
    expect(await service.stop()).toBe(0);
  }, 60_000);
});
