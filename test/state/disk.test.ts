/** What the embedded home asks of the disk, in its order, and what is left when the disk refuses. */
import { appendFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { embeddedStore } from '../../state/lowdb/index.ts';
import type { Store } from '../../state/store.ts';
import { openQuestion } from '../support/applicant.ts';
import { type Call, faultyDisk, full, writes } from '../support/faultyDisk.ts';
import {
  begun,
  dataFolder,
  filesOf,
  incoming,
  linesOf,
  openHall,
  pathsIn,
  repliesTo,
  talker,
} from '../support/hallTalk.ts';
import { answering, arrival, leaving, line } from '../support/saying.ts';

const here = 'dl-1';

/** The calls, without the random part of their paths. */
const told = (folder: string, calls: readonly Call[]): string[] =>
  calls
    .filter(({ call }) => !['readFile', 'readdir'].includes(call))
    .map(({ call, path }) => {
      const short = path.slice(folder.length + 1).replace(/[0-9a-f]{64}/, 'x');
      return `${call} ${short.replace(/\/[0-9a-f]{2}(?=$|\/)/, '/ab').replace(/\.[0-9a-f]{8}-\d+\.tmp$/, '.tmp')}`;
    });

test('a message is flushed before it is acknowledged, and what its turn did before it is seen; files are replaced between two flushes', async () => {
  const folder = await dataFolder();
  await (await begun(folder, here)).close();
  const { disk, calls } = faultyDisk();
  const store = embeddedStore(folder, { disk });
  const hall = openHall(folder, { store });
  await hall.read(here, 0);
  const before = calls.length;
  await hall.accept(incoming(here, '高校', 'a3'));
  expect(told(folder, calls.slice(before))).toEqual([
    'open inbox.jsonl',
    'appendFile inbox.jsonl',
    'datasync inbox.jsonl',
    'open ',
    'sync ',
  ]);
  const accepted = calls.length;
  await hall.idle();
  expect(told(folder, calls.slice(accepted))).toEqual(['appendFile inbox.jsonl', 'datasync inbox.jsonl']);
  const answered = calls.length;
  await store.close();
  expect(told(folder, calls.slice(answered))).toEqual([
    'open transcripts/ab/x.jsonl',
    'appendFile transcripts/ab/x.jsonl',
    'datasync transcripts/ab/x.jsonl',
    'open conversations/ab/x.json.tmp',
    'writeFile conversations/ab/x.json.tmp',
    'sync conversations/ab/x.json.tmp',
    'rename conversations/ab/x.json.tmp',
    'open conversations/ab',
    'sync conversations/ab',
    'rm inbox.jsonl',
    'open ',
    'sync ',
  ]);
});

/** A reply to somebody in each of these conversations, to be sent. */
async function owing(
  { talks }: Store,
  conversations: readonly string[],
  from: 'bot' | 'staff' = 'staff',
): Promise<void> {
  for (const each of conversations) {
    await talks.accept(arrival(each, 'a', { address: { to: each } }));
    await talks.turn(each, answering({}, 'pending', from));
  }
}

test('a send costs the disk nothing before it goes out; of what staff say where a repeat would show, one flush for all that begin together', async () => {
  const folder = await dataFolder();
  const { disk, calls } = faultyDisk();
  const store = embeddedStore(folder, { disk });
  await owing(store, ['a', 'b', 'c']);
  const takes = async (minute: number, once?: readonly string[]): Promise<string[]> => {
    const before = calls.length;
    expect(await store.outbox.take(new Date(minute * 60_000), 9, 60_000, once)).toHaveLength(3);
    return told(folder, calls.slice(before));
  };
  expect(await takes(1)).toEqual([]);
  expect(await takes(2, ['wecom'])).toEqual([]);
  expect(await takes(3, ['msteams'])).toEqual(['appendFile inbox.jsonl', 'datasync inbox.jsonl']);
  // It is known by now.
  expect(await takes(4, ['msteams'])).toEqual([]);
  await store.close();
  const own = embeddedStore(await dataFolder(), { disk });
  await owing(own, ['a', 'b'], 'bot');
  const before = calls.length;
  expect(await own.outbox.take(new Date(), 9, 60_000, ['msteams'])).toHaveLength(2);
  expect(told(folder, calls.slice(before))).toEqual([]);
  await own.close();
});

test('a send whose beginning cannot be kept does not begin: it stays due', async () => {
  const { disk, refuse, works } = faultyDisk();
  const store = embeddedStore(await dataFolder(), { disk });
  await owing(store, ['a']);
  const at = new Date();
  refuse(full);
  await expect(store.outbox.take(at, 9, 60_000, ['msteams'])).rejects.toThrow('ENOSPC');
  works();
  const [taken] = await store.outbox.take(at, 9, 60_000, ['msteams']);
  expect(taken).toMatchObject({ conversation: 'a' });
  expect(taken).not.toHaveProperty('begun');
  await store.close();
});

test('of the telling of a deletion nothing is kept when its send begins', async () => {
  const folder = await dataFolder();
  const store = embeddedStore(folder);
  await owing(store, ['teams:19:zhang.san']);
  await store.talks.accept(arrival('teams:19:zhang.san', 'b', { address: { to: 'me' } }));
  await store.talks.turn('teams:19:zhang.san', async () => ({
    ...(await leaving()),
    lines: (seq) => [line(seq, 'bot', '已删除', { delivery: 'pending' })],
  }));
  const taken = await store.outbox.take(new Date(), 9, 60_000, ['msteams']);
  expect(taken.map(({ activity }) => activity.text)).toEqual(['已删除']);
  for (const path of await pathsIn(folder)) expect(await readFile(join(folder, path), 'utf8')).not.toContain('zhang');
  await store.close();
});

test('without durability nothing is flushed, and all else is the same', async () => {
  const folder = await dataFolder();
  const { disk, calls } = faultyDisk(false);
  const store = embeddedStore(folder, { disk });
  expect(openQuestion(await talker(openHall(folder, { store }), here)('开始自查'))?.id).toBe('behalf');
  await store.close();
  expect(calls.filter(({ call }) => call.includes('sync'))).toEqual([]);
  expect((await linesOf(folder, here)).map(({ from }) => from)).toEqual(['bot', 'person', 'bot']);
});

test('messages that come at the same time are flushed together', async () => {
  const folder = await dataFolder();
  const { disk, calls } = faultyDisk();
  const hall = openHall(folder, { store: embeddedStore(folder, { disk }) });
  const people = Array.from({ length: 40 }, (_, number) => `dl-${number}`);
  for (const person of people) await hall.read(person, 0);
  const before = calls.length;
  await Promise.all(people.map((person) => hall.accept(incoming(person, '你好'))));
  const flushes = calls.slice(before).filter(({ call, path }) => call === 'datasync' && path.endsWith('inbox.jsonl'));
  expect(flushes.length).toBeLessThanOrEqual(5);
  await hall.idle();
});

/** Everything under the folder can be read, and no two lines are glued. */
async function wholeIn(folder: string): Promise<void> {
  for (const path of await pathsIn(folder)) {
    const text = await readFile(join(folder, path), 'utf8');
    expect(path).not.toMatch(/damaged|\.tmp$/);
    for (const piece of path.endsWith('.jsonl') ? text.split('\n').slice(0, -1) : [text])
      expect(() => JSON.parse(piece), `${path}: ${piece}`).not.toThrow();
  }
}

describe.each([
  ['full', full, { code: 'ENOSPC' }],
  ['full in the middle of a line', full, { code: 'ENOSPC', half: true }],
  ['read-only', writes, { code: 'EROFS' }],
  ['broken when it flushes', ({ call }: Call) => call === 'datasync' || call === 'sync', { code: 'EIO' }],
])('while the disk is %s', (_what, refused, how) => {
  async function refusing(): Promise<{ folder: string; store: Store } & ReturnType<typeof faultyDisk>> {
    const folder = await dataFolder();
    await begun(folder, here);
    const faulty = faultyDisk();
    const store = embeddedStore(folder, { disk: faulty.disk });
    return { ...faulty, folder, store };
  }

  test('a message is refused, what was said before is there, and the same message is taken once it works again', async () => {
    const { folder, store, refuse, works } = await refusing();
    const hall = openHall(folder, { store });
    const before = await hall.read(here, 0);
    refuse(refused, how);
    await expect(hall.accept(incoming(here, '高校', 'a3'))).rejects.toThrow(how.code);
    await expect(store.check()).rejects.toThrow(how.code);
    expect(await hall.read(here, 0)).toEqual(before);
    works();
    await store.check();
    expect(openQuestion(await talker(hall, here)('高校', 'a3'))?.id).toBe('partner.who');
    await store.close();
    await wholeIn(folder);
    expect((await linesOf(folder, here)).map(({ seq }) => seq)).toEqual(
      [...before, 'a3', 'its answer'].map((_, at) => at + 1),
    );
  });

  test('a message that was accepted just before is answered once, by itself, when it works again', async () => {
    const { folder, store, refuse, works } = await refusing();
    const hall = openHall(folder, { store });
    await hall.accept(incoming(here, '高校', 'a3'));
    refuse(refused, how);
    await hall.idle();
    works();
    await expect.poll(async () => repliesTo('a3', await hall.read(here, 0)).length).toBe(1);
    await hall.idle();
    await store.close();
    await wholeIn(folder);
    expect(repliesTo('a3', await linesOf(folder, here))).toHaveLength(1);
  });

  test('another process that starts on what was left finds everything that was acknowledged', async () => {
    const { folder, store, refuse } = await refusing();
    const hall = openHall(folder, { store });
    await hall.accept(incoming(here, '高校', 'a3'));
    refuse(refused, how);
    await hall.accept(incoming(here, '不会收到', 'a4')).catch(() => {});
    await hall.idle();
    const after = openHall(folder);
    await after.resume();
    await after.idle();
    const lines = await after.read(here, 0);
    expect(openQuestion(repliesTo('a3', lines))?.id).toBe('partner.who');
    // After a flush that failed nobody knows what is kept: it may be there, and then it is answered too.
    if (how.code !== 'EIO') expect(lines.some(({ activity }) => activity.id === 'a4')).toBe(false);
  });
});

test('lines of the inbox that nobody can read are set aside and told; the others are answered', async () => {
  const folder = await dataFolder();
  const activity = { id: 'a1', type: 'message', text: '开始自查' };
  await embeddedStore(folder).talks.accept({
    conversation: here,
    channel: 'directline',
    id: 'a1',
    lines: (seq) => [{ ...line(seq, 'person', '开始自查'), activity }],
  });
  await appendFile(join(folder, 'inbox.jsonl'), '{"conversation":7}\n{"torn":');
  const errors: Error[] = [];
  const after = openHall(folder, { store: embeddedStore(folder, { onDamaged: (error) => errors.push(error) }) });
  await after.resume();
  await after.idle();
  expect(openQuestion(repliesTo('a1', await after.read(here, 0)))?.id).toBe('behalf');
  expect(errors.map(({ name }) => name)).toEqual(['DamagedError']);
  expect((await pathsIn(folder)).filter((path) => path.includes('damaged'))).toHaveLength(1);
});

test('the inbox does not grow for ever, and holds nothing of answered messages for long', async () => {
  const folder = await dataFolder();
  const store = embeddedStore(folder);
  const say = talker(openHall(folder, { store }), here);
  const size = async (): Promise<number> =>
    (await readFile(join(folder, 'inbox.jsonl'), 'utf8').catch(() => '')).length;
  for (let number = 0; number < 60; number += 1) await say(`${'问'.repeat(2000)}${number}`);
  expect(await size()).toBeLessThan(1_000_000);
  await store.close();
  expect(await size()).toBeLessThan(64_000);
  expect((await readFile(filesOf(folder, here).transcript, 'utf8')).length).toBeGreaterThan(120_000);
});
