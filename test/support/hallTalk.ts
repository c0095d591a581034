/** A real hall on a temporary folder, and a person talking to it. */
import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { presentActivity } from '../../bot/channels/present.ts';
import type { Conversations, Incoming } from '../../bot/conversations.ts';
import { type Hall, type HallOptions, hall } from '../../bot/hall.ts';
import { createLog } from '../../bot/log.ts';
import type { CaseRecord } from '../../state/conversation.ts';
import { hashedPath } from '../../state/lowdb/files.ts';
import { embeddedStore } from '../../state/lowdb/index.ts';
import type { TranscriptLine } from '../../state/transcript.ts';
import { type Message, messageOf, openQuestion } from './applicant.ts';

/** A day inside the call, so that no test depends on when it runs. */
export const today = new Date('2023-05-08T02:00:00Z');

/** A folder of its own, removed when the test ends. */
export async function dataFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'guohe-'));
  // What was committed may still be on its way into its own files.
  onTestFinished(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}

/** The hall as the service makes it, over the folder; opening another one is what a restart does. */
export function openHall(folder: string, options: Partial<HallOptions> = {}): Hall {
  return hall({
    store: embeddedStore(folder),
    log: createLog('silent'),
    guideId: 'jx-intl-2023',
    now: () => today,
    timeZone: 'Asia/Shanghai',
    retentionDays: 180,
    present: presentActivity,
    ...options,
  });
}

/** What a person's line is, as the channel hands it to the hall. */
export const incoming = (conversation: string, text: string, id: string = randomUUID()): Incoming => ({
  id,
  channel: 'directline',
  conversation,
  from: { id: 'me' },
  type: 'message',
  text,
});

/** Says something and waits for the whole answer to it. */
export function talker(
  conversations: Conversations,
  conversation: string,
): (text: string, id?: string) => Promise<Message[]> {
  return async (text, id = randomUUID()) => {
    await conversations.accept(incoming(conversation, text, id));
    await conversations.idle(conversation);
    return repliesTo(id, await conversations.read(conversation, 0));
  };
}

export const repliesTo = (id: string, lines: readonly TranscriptLine[]): Message[] =>
  lines.filter(({ activity }) => activity.replyToId === id).map(({ activity }) => messageOf(activity));

/** Where the document and the transcript of a conversation lie. */
export const filesOf = (folder: string, conversation: string) => ({
  document: hashedPath(join(folder, 'conversations'), conversation, 'json'),
  transcript: hashedPath(join(folder, 'transcripts'), conversation, 'jsonl'),
});

/** Every path under the folder, relative to it. */
export async function pathsIn(folder: string): Promise<string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  return found.filter((each) => each.isFile()).map((each) => join(each.parentPath, each.name).slice(folder.length + 1));
}

/** The same without the key that the service makes for itself when it starts. */
export async function keptIn(folder: string): Promise<string[]> {
  return (await pathsIn(folder)).filter((path) => path !== 'signing-key.json');
}

/** The case in the document of the conversation, as a start finds it. */
export async function caseOf(folder: string, conversation: string): Promise<CaseRecord | undefined> {
  return (await embeddedStore(folder).talks.load(conversation))?.cases[0];
}

/** The transcript as it lies on the disk. */
export const linesOf = (folder: string, conversation: string): Promise<TranscriptLine[]> =>
  embeddedStore(folder).talks.read(conversation, 0);

export const said = (replies: readonly Message[]): string => replies.map(({ text }) => text).join('\n');

/** A conversation (`a1`, `a2` were said) that stands at the question of the unit's kind; `close`: everything is in its file. */
export async function begun(folder: string, conversation: string) {
  const store = embeddedStore(folder);
  const conversations = openHall(folder, { store });
  const say = talker(conversations, conversation);
  await say('开始自查', 'a1');
  const question = openQuestion(await say('负责人本人', 'a2'));
  if (question?.id !== 'unit.kind') throw new Error(`asked after on whose behalf: ${question?.id}`);
  return { hall: conversations, say, close: () => store.close() };
}
