/** A folder in which there is one of everything that a home of the state keeps. */
import { randomUUID } from 'node:crypto';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checklistKeeper } from '../../bot/checklists/keeper.ts';
import { exportKeeper } from '../../bot/ownData/exports.ts';
import { embeddedStore } from '../../state/lowdb/index.ts';
import type { Store } from '../../state/store.ts';
import { commits, faultyDisk } from './faultyDisk.ts';
import { incoming, openHall, talker } from './hallTalk.ts';
import { all, line } from './saying.ts';

/** Words that only people said. */
export const planted = '赣江源头';

export interface FilledHome {
  /** As it lies there when the process is gone. Not to be changed by one of several tests. */
  folder: string;
  remove(): Promise<void>;
  /** Ids of the checklist and of the export link of the conversation `verdict`. */
  checklist: string;
  link: string;
}

const address = { serviceUrl: 'https://channel.example', bot: { id: '机器人' } };

/**
 * Conversations: `verdict` (ready for a change), `gone` (deleted just now), `anew` (deleted and begun again), `waiting` (its last
 * message, `w3`, has no answer), `teams` (one reply was sent, one was not, one is to be sent), `logged` (a transcript alone).
 */
export async function filledHome(): Promise<FilledHome> {
  const parent = await mkdtemp(join(tmpdir(), 'guohe-filled-'));
  const [folder, frozen] = [join(parent, 'used'), join(parent, 'frozen')];
  const now = (): Date => new Date();
  const { disk, refuse } = faultyDisk(false);
  const store = embeddedStore(folder, { disk });
  const own = { address: () => 'http://127.0.0.1:1', now };
  const hall = openHall(folder, { store, now, checklists: checklistKeeper(own), exports: exportKeeper(own) });
  const talk = ['开始自查', '帮别人问', planted, '高校', `${planted}大学`, '结论', '导出我的数据'];
  for (const id of ['verdict', 'gone', 'anew']) {
    const say = talker(hall, id);
    for (const text of talk) await say(text, `${id} ${text}`);
    // Into its own files; of the others some stands in the inbox.
    if (id === 'verdict') await store.transcripts.append(id, 'directline', []);
    if (id === 'verdict') continue;
    for (const text of ['删除我的数据', '确定删除']) await say(text, `${id} ${text}`);
  }
  await talker(hall, 'anew')('开始自查');
  await teamsTalk(store);
  await store.transcripts.append('logged', 'webchat', [plainLine('你好'), plainLine('再见')]);
  for (const id of ['a/甲', 'b']) await store.documents.write('settings', id, { text: id, list: [1, null] });
  await store.documents.write('notes', 'a/甲', '一\0二');
  await store.signingKey();
  const say = talker(hall, 'waiting');
  await say('开始自查', 'w1');
  await say('负责人本人', 'w2');
  refuse(commits);
  await hall.accept(incoming('waiting', '高校', 'w3'));
  await hall.idle();
  const record = await store.talks.load('verdict');
  // What it goes on writing is not seen.
  await cp(folder, frozen, { recursive: true });
  await store.close();
  const [checklist = '', link = ''] = [record?.checklists[0], record?.exports[0]];
  return { folder: frozen, checklist, link, remove: () => rm(parent, { recursive: true, force: true }) };
}

async function teamsTalk({ talks, outbox }: Store): Promise<void> {
  await talks.accept({
    conversation: 'teams',
    channel: 'msteams',
    id: 't1',
    address,
    lines: (seq) => [{ ...line(seq, 'person', planted), activity: { id: 't1', type: 'message', text: planted } }],
  });
  await talks.turn('teams', async ({ record, heard }) => ({
    record: { ...record, heardAt: heard.at },
    lines: (seq) =>
      (['bot', 'bot', 'staff'] as const).map((from, at) =>
        line(seq + at, from, ['一', '二', '三'][at] ?? '', { delivery: 'pending' }),
      ),
  }));
  for (const settlement of [{ state: 'sent' }, { state: 'failed', reason: '对方答 403' }] as const) {
    const [sending] = await outbox.take(new Date(), 1, 1000);
    if (!sending) throw new Error('nothing was to be sent');
    await outbox.settle(sending, settlement);
  }
  // The third one, which staff say, is on its way.
  await outbox.take(new Date(), 1, 1000, ['msteams']);
}

function plainLine(text: string) {
  const { seq: _seq, ...rest } = line(1, 'person', text);
  return { ...rest, activity: { id: randomUUID(), type: 'message', text } };
}

/** What a home would give back in answer to all that can be asked of it. */
export async function seenIn(
  { talks, shelf, checklists, exports, outbox, documents, ...store }: Store,
  filled: FilledHome,
) {
  const names = ['verdict', 'gone', 'anew', 'waiting', 'teams', 'logged'];
  const now = new Date();
  const kept = await all(shelf.list());
  return {
    lines: await Promise.all(names.map((id) => talks.read(id, 0))),
    records: await Promise.all(names.map((id) => talks.load(id))).then((all) => all.map(shared)),
    exist: await Promise.all(names.map((id) => talks.exists(id))),
    unanswered: await all(talks.unanswered()),
    kept: kept.map(({ name, checklists: lists, exports: links }) => ({ name, lists, links })).sort(byName),
    checklist: await checklists.load(filled.checklist, now),
    link: await exports.load(filled.link, now),
    pending: (await outbox.counts()).pending,
    documents: (await Promise.all(['settings', 'notes'].map((kind) => all(documents.list(kind)))))
      .flat()
      .map(({ kind, id, value }) => ({ name: `${kind} ${id}`, value }))
      .sort(byName),
    key: await store.signingKey(),
    found: (await store.transcripts.search({ text: planted }, { most: 100 })).items.map(({ line: each }) => each.seq),
  };
}

const byName = (one: { name: string }, other: { name: string }): number => (one.name < other.name ? -1 : 1);

/** Without what the embedded home adds. */
const shared = (record: object | undefined): object | undefined =>
  record && { ...record, seen: [], pending: [], outbox: [], address: undefined };
