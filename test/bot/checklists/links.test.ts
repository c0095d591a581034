import { readdir } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { presentText } from '../../../bot/channels/presentText.ts';
import { checklistKeeper } from '../../../bot/checklists/keeper.ts';
import type { HallOptions } from '../../../bot/hall.ts';
import { maxChecklists } from '../../../state/conversation.ts';
import { embeddedStore } from '../../../state/lowdb/index.ts';
import type { Store } from '../../../state/store.ts';
import type { Message } from '../../support/applicant.ts';
import { type Call, commits, faultyDisk, full } from '../../support/faultyDisk.ts';
import { dataFolder, incoming, openHall, pathsIn, repliesTo, said, talker, today } from '../../support/hallTalk.ts';

const here = 'c1';
const base = 'https://helper.example';
const verdictMessage = z.looseObject({
  attachments: z.tuple([
    z.object({
      content: z.looseObject({ actions: z.array(z.looseObject({ title: z.string(), url: z.string().optional() })) }),
    }),
  ]),
});

/** The addresses in the verdict's card. */
function urlsOf(replies: readonly Message[]): string[] {
  return replies.flatMap((reply) => {
    const read = verdictMessage.safeParse(reply);
    return read.success ? read.data.attachments[0].content.actions.flatMap(({ url }) => url ?? []) : [];
  });
}

/** The hall as the service makes it: verdicts have checklists. */
function hallOn(folder: string, store: Store = embeddedStore(folder), more: Partial<HallOptions> = {}) {
  const checklists = checklistKeeper({ address: () => base, now: () => today });
  return openHall(folder, { store, checklists, ...more });
}

/** Answers one question and asks for the verdict. */
async function verdictIn(say: (text: string, id?: string) => Promise<Message[]>, id?: string): Promise<Message[]> {
  for (const text of ['开始自查', '负责人本人', '高校']) await say(text);
  return say('结论', id);
}

const idOf = (url: string): string => url.slice(`${base}/checklists/`.length).replace(/\.docx$/, '');
const kept = async (folder: string): Promise<number> =>
  (await pathsIn(folder)).filter((path) => path.startsWith('checklists/')).length;
const opens = async (folder: string, url = ''): Promise<boolean> =>
  (await embeddedStore(folder).checklists.load(idOf(url), today)) !== undefined;

test('a verdict comes with the links to its checklist, other messages come without', async () => {
  const folder = await dataFolder();
  const hall = hallOn(folder);
  const [page = '', word] = urlsOf(await verdictIn(talker(hall, here)));
  expect(page).toMatch(/^https:\/\/helper\.example\/checklists\/[\w-]{32}$/);
  expect(word).toBe(`${page}.docx`);
  expect(await opens(folder, page)).toBe(true);
  expect(await kept(folder)).toBe(1);
});

test('in plain text the link is a line of the message', async () => {
  const folder = await dataFolder();
  const text = said(await verdictIn(talker(hallOn(folder, undefined, { present: presentText }), here)));
  const url = /^打印或保存清单（7 天内有效）：(\S+)$/m.exec(text)?.[1];
  expect(await opens(folder, url)).toBe(true);
});

test('a repeated delivery and a restart change nothing: the link is that of the committed reply', async () => {
  const folder = await dataFolder();
  const first = hallOn(folder);
  const urls = urlsOf(await verdictIn(talker(first, here), 'v1'));
  expect(await first.accept(incoming(here, '结论', 'v1'))).toBe('repeated');
  await first.idle();
  const again = hallOn(folder);
  expect(await again.accept(incoming(here, '结论', 'v1'))).toBe('repeated');
  await again.idle();
  expect(urlsOf(repliesTo('v1', await again.read(here, 0)))).toEqual(urls);
  expect(await kept(folder)).toBe(1);
  expect(await opens(folder, urls[0])).toBe(true);
});

test('after a crash between commit and transcript the recovered reply has the link that was committed', async () => {
  const folder = await dataFolder();
  const { disk, refuse } = faultyDisk();
  const say = talker(hallOn(folder, embeddedStore(folder, { disk })), here);
  for (const text of ['开始自查', '负责人本人', '高校']) await say(text);
  refuse((call) => full(call) && call.path.includes('transcripts'));
  const told = urlsOf(await say('结论', 'v1'));
  expect(told).toHaveLength(2);
  const restarted = hallOn(folder);
  expect(urlsOf(repliesTo('v1', await restarted.read(here, 0)))).toEqual(told);
  expect(await opens(folder, told[0])).toBe(true);
  expect(await kept(folder)).toBe(1);
});

test.each([
  ['before the commit', commits],
  ['when the checklist cannot be kept', (call: Call) => full(call) && call.path.includes('checklists/')],
])('after a crash %s no link was shown; the turn is taken again, and its link opens', async (_when, refused) => {
  const folder = await dataFolder();
  const { disk, refuse } = faultyDisk();
  const hall = hallOn(folder, embeddedStore(folder, { disk }));
  const say = talker(hall, here);
  for (const text of ['开始自查', '负责人本人', '高校']) await say(text);
  refuse(refused);
  expect(urlsOf(await say('结论', 'v1'))).toEqual([]);
  const restarted = hallOn(folder);
  await restarted.resume();
  await restarted.idle();
  const urls = urlsOf(repliesTo('v1', await restarted.read(here, 0)));
  expect(urls).toHaveLength(2);
  expect(await opens(folder, urls[0])).toBe(true);
});

test('of one conversation the latest few are kept; those of others stay', async () => {
  const folder = await dataFolder();
  const hall = hallOn(folder);
  const [other] = urlsOf(await verdictIn(talker(hall, 'c2')));
  const say = talker(hall, here);
  const pages = [urlsOf(await verdictIn(say))[0]];
  for (let time = 1; time < maxChecklists + 2; time += 1) pages.push(urlsOf(await say('结论'))[0]);
  const open = [];
  for (const page of pages) open.push(await opens(folder, page));
  expect(open).toEqual([false, false, ...Array(maxChecklists).fill(true)]);
  expect(await opens(folder, other)).toBe(true);
  expect(await kept(folder)).toBe(maxChecklists + 1);
});

test('the id tells nothing of the conversation: two halls give the same talk different ids', async () => {
  const ids = [];
  for (let time = 0; time < 2; time += 1) {
    const folder = await dataFolder();
    ids.push(idOf(urlsOf(await verdictIn(talker(hallOn(folder), here), 'v1'))[0] ?? ''));
  }
  expect(ids[0]).not.toBe(ids[1]);
});

test('a document of before there were checklists is taken as one that has none', async () => {
  const folder = await dataFolder();
  const plain = talker(openHall(folder), here);
  expect(urlsOf(await verdictIn(plain))).toEqual([]);
  expect(await readdir(folder)).not.toContain('checklists');
  expect(urlsOf(await talker(hallOn(folder), here)('结论'))).toHaveLength(2);
});
