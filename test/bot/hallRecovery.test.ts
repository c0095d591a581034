/** What a hall makes of what another one left behind, and of a disk that refuses. */
import { readFile, writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { presentActivity } from '../../bot/channels/present.ts';
import type { Incoming } from '../../bot/conversations.ts';
import { createLog } from '../../bot/log.ts';
import { embeddedStore } from '../../state/lowdb/index.ts';
import { choicesOf, openQuestion } from '../support/applicant.ts';
import { commits, faultyDisk, full } from '../support/faultyDisk.ts';
import {
  begun,
  caseOf,
  dataFolder,
  filesOf,
  incoming,
  linesOf,
  openHall,
  repliesTo,
  said,
  talker,
} from '../support/hallTalk.ts';

const here = 'dl-1';

/** Accepts messages and never answers them: the process ends in between. */
async function cutOff(folder: string, ...messages: readonly Incoming[]): Promise<void> {
  const { disk, refuse } = faultyDisk();
  const hall = openHall(folder, { store: embeddedStore(folder, { disk }) });
  await hall.read(here, 0);
  refuse(commits);
  for (const message of messages) expect(await hall.accept(message)).toBe('accepted');
  await hall.idle();
}

test('what was taken in and not answered when the process ended is answered by the next one, unasked', async () => {
  const folder = await dataFolder();
  const first = incoming(here, '开始自查', 'a1');
  await cutOff(folder, first);
  const after = openHall(folder);
  await after.resume();
  await after.idle();
  const lines = await after.read(here, 0);
  expect(lines.map(({ from }) => from)).toEqual(['bot', 'person', 'bot']);
  expect(repliesTo('a1', lines).map((reply) => openQuestion([reply])?.id)).toEqual(['behalf']);
  expect(await after.accept(first)).toBe('repeated');
});

test('a turn that was cut off in mid-interview is made up for, before what comes next', async () => {
  const folder = await dataFolder();
  await begun(folder, here);
  await cutOff(folder, incoming(here, '高校', 'a3'), incoming(here, '日本香川大学，在高松市', 'a4'));
  const after = openHall(folder);
  const replies = await talker(after, here)('内地人士', 'a5');
  expect((await caseOf(folder, here))?.facts).toMatchObject({ 'unit.kind': 'university', 'lead.origin': 'mainland' });
  const lines = await after.read(here, 0);
  expect(['a3', 'a4', 'a5'].map((id) => repliesTo(id, lines).length)).toEqual([1, 1, 1]);
  expect(openQuestion(repliesTo('a3', lines))?.id).toBe('partner.who');
  expect(openQuestion(replies)?.id).toBe('lead.birthDate');
});

test('a card button whose turn was cut off is made up for too', async () => {
  const folder = await dataFolder();
  await begun(folder, here);
  const { text: _text, ...button } = incoming(here, '', 'a3');
  await cutOff(folder, { ...button, value: { text: '高校' } });
  const after = openHall(folder);
  await after.resume();
  await after.idle();
  expect((await caseOf(folder, here))?.facts).toMatchObject({ 'unit.kind': 'university' });
});

test.each([
  ['wholly', (_line: string) => ''],
  ['but for its beginning', (line: string) => line.slice(0, 60)],
])('a committed answer that is missing %s in the transcript is written, once', async (_how, rest) => {
  const folder = await dataFolder();
  const { hall, close } = await begun(folder, here);
  const before = await hall.read(here, 0);
  await close();
  const { transcript } = filesOf(folder, here);
  const written = (await readFile(transcript, 'utf8')).trimEnd().split('\n');
  const last = written.pop() ?? '';
  await writeFile(transcript, `${written.join('\n')}\n${rest(last)}`);

  for (const again of [openHall(folder), openHall(folder)]) {
    await again.read(here, 0);
    await again.idle();
    expect(await again.read(here, 0)).toEqual(before);
  }
  expect(repliesTo('a2', await linesOf(folder, here))).toHaveLength(1);
});

test('a turn that fails is told calmly with a number, keeps the answers, and the next turn works', async () => {
  const folder = await dataFolder();
  await begun(folder, here);
  const lines: string[] = [];
  let fails = 1;
  const hall = openHall(folder, {
    log: createLog('info', { write: (each: string) => void lines.push(each) }),
    present(reply) {
      if (reply.question && fails-- > 0) throw new Error('ENOENT /srv/secret');
      return presentActivity(reply);
    },
  });
  const say = talker(hall, here);
  const calm = said(await say('高校'));
  const reference = /[2-9A-Z]{8}/.exec(calm)?.[0];
  expect(calm).not.toContain('ENOENT');
  expect(lines.join('')).toContain(`"reference":"${reference}"`);
  expect(lines.join('')).not.toContain('高校');
  expect(openQuestion(await say('高校'))?.id).toBe('partner.who');
  expect((await caseOf(folder, here))?.facts).toEqual({ 'unit.kind': 'university' });
});

test('a stored case of a guide that is not there is told calmly each time, and goes on when the guide is back', async () => {
  const folder = await dataFolder();
  const { say, close } = await begun(folder, here);
  await say('高校');
  await close();
  const { document } = filesOf(folder, here);
  const whole = await readFile(document, 'utf8');
  await writeFile(document, whole.replaceAll('jx-intl-2023', 'jx-intl-1999'));
  const store = embeddedStore(folder);
  const lost = talker(openHall(folder, { store }), here);
  for (const text of ['韩国庆熙大学', '韩国庆熙大学', '重来'])
    expect(said(await lost(text))).toMatch(/编号 [2-9A-Z]{8}/);
  expect((await caseOf(folder, here))?.facts).toEqual({ 'unit.kind': 'university' });
  await store.close();
  await writeFile(document, (await readFile(document, 'utf8')).replaceAll('jx-intl-1999', 'jx-intl-2023'));
  expect(openQuestion(await talker(openHall(folder), here)('韩国庆熙大学，在首尔'))?.id).toBe('lead.origin');
});

test('a damaged document is set aside and told in the log; the talk begins anew instead of ending', async () => {
  const folder = await dataFolder();
  const { close } = await begun(folder, here);
  await close();
  await writeFile(filesOf(folder, here).document, '{"schema":1,"name":张三}');
  const lines: string[] = [];
  const log = createLog('info', { write: (each: string) => void lines.push(each) });
  const onDamaged = (error: Error): void => log.error({ err: error }, 'set aside');
  const hall = openHall(folder, { log, store: embeddedStore(folder, { onDamaged }) });
  expect((await talker(hall, here)('嗯')).flatMap(choicesOf)).toContain('开始自查');
  expect(lines.join('')).toContain('DamagedError');
  expect(lines.join('')).not.toContain('张三');
  expect(repliesTo('a2', await hall.read(here, 0))).toHaveLength(1);
});

test('while the disk refuses to commit, nothing is lost: what was taken in is answered by itself once it works again', async () => {
  const folder = await dataFolder();
  await begun(folder, here);
  const { disk, refuse, works } = faultyDisk();
  const hall = openHall(folder, { store: embeddedStore(folder, { disk }) });
  refuse(commits);
  await hall.accept(incoming(here, '高校', 'a3'));
  await hall.idle();
  expect(repliesTo('a3', await hall.read(here, 0))).toEqual([]);
  works();
  await expect.poll(async () => openQuestion(repliesTo('a3', await hall.read(here, 0)))?.id).toBe('partner.who');
  expect(openQuestion(await talker(hall, here)('韩国庆熙大学，在首尔', 'a4'))?.id).toBe('lead.origin');
});

test('an answer that was committed while the transcript could not be written is not overwritten by the next', async () => {
  const folder = await dataFolder();
  await begun(folder, here);
  const { disk, refuse, works } = faultyDisk();
  const hall = openHall(folder, { store: embeddedStore(folder, { disk }) });
  await hall.read(here, 0);
  refuse((call) => full(call) && call.path.includes('transcripts'), { half: true });
  await hall.accept(incoming(here, '高校', 'a3'));
  await hall.idle();
  expect(openQuestion(repliesTo('a3', await hall.read(here, 0)))?.id).toBe('partner.who');
  works();
  expect(openQuestion(await talker(hall, here)('韩国庆熙大学，在首尔', 'a4'))?.id).toBe('lead.origin');
  const lines = await linesOf(folder, here);
  expect(lines.map(({ seq }) => seq)).toEqual(lines.map((_, at) => at + 1));
  expect(openQuestion(repliesTo('a3', lines))?.id).toBe('partner.who');
});
