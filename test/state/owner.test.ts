import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { OwnedError, type Ownership, ownFolder } from '../../state/lowdb/owner.ts';

const quick = { beat: 40, still: 400 };
const held: Ownership[] = [];
afterEach(async () => {
  for (const each of held.splice(0)) await each.release();
});

const folder = (): string => mkdtempSync(join(tmpdir(), 'owner-'));

async function own(path: string): Promise<Ownership> {
  const ownership = await ownFolder(path, quick);
  held.push(ownership);
  return ownership;
}

/** What a process on another machine wrote. */
const elsewhere = (beat: number) => JSON.stringify({ id: 'other', place: 'server-b 77 net:[1]', pid: 7, beat });

/** A process of its own that takes the folder and says so. */
async function process2(path: string) {
  const module = new URL('../../state/lowdb/owner.ts', import.meta.url).href;
  const code = `const { ownFolder } = await import(${JSON.stringify(module)});
    try { await ownFolder(${JSON.stringify(path)}); console.log('taken'); setInterval(() => {}, 1000); }
    catch (error) { console.log(error.name + ' ' + error.message); }`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [said] = await once(child.stdout, 'data');
  return { child, said: String(said).trim() };
}

describe('one process serves a data folder', () => {
  test('a second one is refused within a second, with a sentence that says what to do', async () => {
    const path = folder();
    await own(path);
    const begun = performance.now();
    await expect(ownFolder(path, quick)).rejects.toThrow(OwnedError);
    await expect(ownFolder(path, quick)).rejects.toThrow(/正由这台机器上的另一个进程使用.*请先停掉.*DATA_DIR/);
    expect(performance.now() - begun).toBeLessThan(1000);
    const { said } = await process2(path);
    expect(said).toMatch(/^OwnedError 数据文件夹/);
  });

  test('two folders are two homes', async () => {
    await own(folder());
    await own(folder());
  });

  test('when it is given back, the next one takes it', async () => {
    const path = folder();
    await (await ownFolder(path, quick)).release();
    await own(path);
  });

  test('when its process is killed, the next one takes it at once', async () => {
    const path = folder();
    const { child, said } = await process2(path);
    expect(said).toBe('taken');
    child.kill('SIGKILL');
    await once(child, 'exit');
    const begun = performance.now();
    await own(path);
    expect(performance.now() - begun).toBeLessThan(2000);
  });

  test('a process on another machine that lives is noticed by its beat', async () => {
    const path = folder();
    const file = join(path, 'owner.json');
    let beat = 0;
    const beats = setInterval(() => writeFileSync(file, elsewhere(++beat)), 20);
    writeFileSync(file, elsewhere(0));
    await expect(ownFolder(path, quick)).rejects.toThrow(/另一台机器（server-b）/);
    clearInterval(beats);
  });

  test('one that left its file behind counts as gone when the file has been still; no clock is asked', async () => {
    const path = folder();
    writeFileSync(join(path, 'owner.json'), elsewhere(9));
    const begun = performance.now();
    await own(path);
    expect(performance.now() - begun).toBeGreaterThanOrEqual(quick.still);
  });

  test('an owner whose folder was taken from elsewhere is told', async () => {
    const path = folder();
    const { lost } = await own(path);
    writeFileSync(join(path, 'owner.json'), elsewhere(1));
    await lost;
    await after(quick.beat * 2);
    expect(readFileSync(join(path, 'owner.json'), 'utf8')).toBe(elsewhere(1));
  });

  test('a torn or foreign file in its place does not keep anybody out', async () => {
    const path = folder();
    writeFileSync(join(path, 'owner.json'), '{"id":');
    await own(path);
  });
});
