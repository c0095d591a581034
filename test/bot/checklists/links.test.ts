import { readdir } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { presentText } from '../../../bot/channels/presentText.ts';
import { checklistKeeper } from '../../../bot/checklists/keeper.ts';
import type { HallOptions } from '../../../bot/hall.ts';
import { createLog } from '../../../bot/log.ts';
import { maxChecklists } from '../../../state/conversation.ts';
import { embeddedStore } from '../../../state/lowdb/index.ts';
import type { Store } from '../../../state/store.ts';
import type { Message } from '../../support/applicant.ts';
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
  const log = createLog('silent');
  const checklists = checklistKeeper({ store: store.checklists, address: () => base, now: () => today, log });
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
  const store = embeddedStore(folder);
  let crashed = false;
  let pending: unknown[] = [];
  const broken: Store = {
    ...store,
    conversations: {
      ...store.conversations,
      async save(record) {
        await store.conversations.save(record);
        pending = record.pending;
      },
    },
    transcripts: {
      ...store.transcripts,
      append: (id, lines) =>
        crashed && lines.some(({ from }) => from === 'bot')
          ? Promise.reject(new Error('gone'))
          : store.transcripts.append(id, lines),
    },
  };
  const say = talker(hallOn(folder, broken), here);
  for (const text of ['开始自查', '负责人本人', '高校']) await say(text);
  crashed = true;
  expect(await say('结论', 'v1').catch(() => [])).toEqual([]);
  const restarted = hallOn(folder);
  const urls = urlsOf(repliesTo('v1', await restarted.read(here, 0)));
  expect(JSON.stringify(pending)).toContain(idOf(urls[0] ?? ''));
  expect(await opens(folder, urls[0])).toBe(true);
  expect(await kept(folder)).toBe(1);
});

test('after a crash before the commit the turn is taken again, and its link opens', async () => {
  const folder = await dataFolder();
  const store = embeddedStore(folder);
  let full = false;
  const refused = () => Promise.reject(new Error('ENOSPC'));
  const broken: Store = {
    ...store,
    conversations: { ...store.conversations, save: (record) => (full ? refused() : store.conversations.save(record)) },
  };
  const say = talker(hallOn(folder, broken), here);
  for (const text of ['开始自查', '负责人本人', '高校']) await say(text);
  full = true;
  await say('结论', 'v1');
  const restarted = hallOn(folder);
  await restarted.read(here, 0);
  await restarted.idle();
  const urls = urlsOf(repliesTo('v1', await restarted.read(here, 0)));
  expect(urls).toHaveLength(2);
  expect(await opens(folder, urls[0])).toBe(true);
});

test('when a checklist cannot be kept its link is never shown; the verdict comes once the disk works', async () => {
  const folder = await dataFolder();
  const store = embeddedStore(folder);
  const broken: Store = {
    ...store,
    checklists: { ...store.checklists, save: () => Promise.reject(new Error('ENOSPC')) },
  };
  const say = talker(hallOn(folder, broken), here);
  expect(urlsOf(await verdictIn(say, 'v1'))).toEqual([]);
  const restarted = hallOn(folder);
  await restarted.read(here, 0);
  await restarted.idle();
  expect(await opens(folder, urlsOf(repliesTo('v1', await restarted.read(here, 0)))[0])).toBe(true);
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
