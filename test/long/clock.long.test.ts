/** The machine's clock is set forwards and backwards while people talk, and midnight comes in the middle of a talk. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { seeded } from '../crash/chance.ts';
import { lineOf } from '../crash/line.ts';
import { scriptsIn } from '../crash/script.ts';
import { type Talk, talk } from '../crash/talk.ts';
import { tornIn } from '../crash/torn.ts';
import { interviewed, type Message, personaOf } from '../support/applicant.ts';
import { dataFolder, said } from '../support/hallTalk.ts';
import { postJson } from '../support/realService.ts';
import { type Clocked, clocked, hour, somebody } from './clocked.ts';
import { canBeTaken } from './disturbed.ts';

const persona = personaOf('ex-02');
const words = (replies: readonly Message[]): string => said(replies).replaceAll(' ', '');

/** Somebody whom the bot has just asked about this topic. */
async function askedAbout(service: Clocked, topic: string) {
  const { line, say } = await somebody(service);
  await interviewed(persona, say, '开始自查', topic);
  return { line, say };
}

test('talks go on over a clock that jumps an hour either way, and nothing is lost, doubled, deleted or out of order', async () => {
  const folder = await dataFolder();
  const data = join(folder, 'data');
  const scripts = await scriptsIn(join(folder, 'script'));
  const service = await clocked(data, 0, { RETENTION_DAYS: '1' });
  await service.start();
  const owner = async () => String(JSON.parse(await readFile(join(data, 'owner.json'), 'utf8')).id);
  const first = await owner();
  const chance = seeded(5);
  let ended = false;
  const talks: Talk[] = [];
  const person = async (number: number): Promise<void> => {
    for (let round = 0; !ended; round += 1) {
      const script = scripts[(number + round) % scripts.length] ?? [];
      // Its token ends with the jump: what becomes of that is another test.
      talks.push(await talk(script, { at: () => service.url, chance, patience: 30_000, tokenless: true }));
    }
  };
  const everybody = Promise.all([0, 1, 2, 3].map(person));
  for (const jump of [hour, -hour, hour, 0, -hour, 0]) {
    await after(1500);
    await service.shift(jump);
    expect(await owner()).toBe(first);
    if (jump !== 0) expect(await canBeTaken(data)).toBe(false);
  }
  ended = true;
  await everybody;
  expect(talks.flatMap(({ faults }) => faults)).toEqual([]);
  expect(talks.length).toBeGreaterThan(3);
  expect(await service.stop()).toBe(0);
  // Whatever the clock says when it starts, what was said today is kept; what is older than a day is not.
  const counts = async (shift: number) => {
    const again = await clocked(data, shift, { RETENTION_DAYS: '1' });
    await again.start();
    await after(1000);
    const read = talks.map(({ conversation }) => lineOf(() => again.url, conversation).read());
    const mine = (await Promise.all(read)).map((all) => all.filter(({ from }) => from.role === 'user').length);
    expect(await again.stop()).toBe(0);
    return mine;
  };
  const acknowledged = talks.map((each) => each.acknowledged);
  expect(await counts(hour)).toEqual(acknowledged);
  expect(await counts(-hour)).toEqual(acknowledged);
  expect((await tornIn(data)).torn).toEqual([]);
  expect(await counts(49 * hour)).toEqual(acknowledged.map(() => 0));
}, 300_000);

test('at midnight in Shanghai, in the middle of a talk, a day that had not come has come', async () => {
  const service = await clocked(join(await dataFolder(), 'data'));
  await service.start();
  await service.set('2026-05-08T23:59:30+08:00');
  const early = await askedAbout(service, 'unit.registration');
  const late = await askedAbout(service, 'unit.registration');
  expect(words(await early.say('2026-05-09'))).toContain('2026年5月9日还没到');
  await service.set('2026-05-09T00:00:05+08:00');
  expect(words(await late.say('2026-05-09'))).not.toContain('还没到');
  expect(words(await early.say('2026-05-10'))).toContain('2026年5月10日还没到');
  expect(words(await early.say('我的数据'))).toContain('2026年5月8日');
  // And back: the clock had been set too early.
  await service.set('2026-05-08T23:59:30+08:00');
  const third = await askedAbout(service, 'unit.registration');
  expect(words(await third.say('2026-05-09'))).toContain('2026年5月9日还没到');
  const shown = await early.line.read();
  expect(shown.map(({ id }) => id)).toEqual(shown.map(({ id }) => id).toSorted());
  expect(await service.stop()).toBe(0);
}, 120_000);

test('at New Year, in the middle of a talk, everybody is a year older', async () => {
  const service = await clocked(join(await dataFolder(), 'data'));
  await service.start();
  await service.set('2026-12-31T23:59:30+08:00');
  const early = await askedAbout(service, 'lead.birthDate');
  const late = await askedAbout(service, 'lead.birthDate');
  expect(words(await early.say('今年四十五岁'))).toContain('1980或1981');
  await service.set('2027-01-01T00:00:05+08:00');
  expect(words(await late.say('今年四十五岁'))).toContain('1981或1982');
  expect(await service.stop()).toBe(0);
}, 120_000);

test('tokens and links end by the clock, and the way back into a talk outlives it', async () => {
  const service = await clocked(join(await dataFolder(), 'data'));
  await service.start();
  const page = async (resume?: string) => (await postJson(`${service.url}/chat/token`, { resume })).body;
  const { conversationId, token, resume } = await page();
  const line = lineOf(() => service.url, String(conversationId), String(token));
  await line.say('a1', '开始自查');
  await service.shift(hour);
  await expect(line.say('a2', '负责人本人')).rejects.toThrow('令牌已过期');
  const renewed = await page(String(resume));
  expect(renewed.conversationId).toBe(conversationId);
  const again = lineOf(() => service.url, String(conversationId), String(renewed.token));
  await again.say('a2', '负责人本人');
  expect((await again.read()).filter(({ from }) => from.role === 'user').map(({ text }) => text)).toEqual([
    '开始自查',
    '负责人本人',
  ]);
  // A clock that is set back makes nothing end.
  await service.shift(-hour);
  await line.say('a3', '企业');
  await again.say('a4', '导出我的数据');
  const link = () => /http:\/\/127\.0\.0\.1:\d+\/exports\/[\w-]+\.json/;
  await expect.poll(async () => JSON.stringify(await again.read()), { timeout: 10_000 }).toMatch(link());
  const url = link().exec(JSON.stringify(await again.read()))?.[0] ?? '';
  const status = async () => (await fetch(url)).status;
  expect(await status()).toBe(200);
  for (const [ahead, answer] of [
    [-2 * hour, 200],
    [hour, 200],
    [22 * hour, 200],
    [25 * hour, 404],
  ] as const) {
    await service.shift(ahead);
    expect(await status()).toBe(answer);
  }
  expect(await service.stop()).toBe(0);
}, 120_000);
