/** The whole service with 微信客服 on the stand-in, encrypted callbacks, and a clock that tests move on. */
import { randomUUID } from 'node:crypto';
import { expect, onTestFinished } from 'vitest';
import type { OpenChannel, Window } from '../../../bot/channels/channel.ts';
import { channels } from '../../../bot/channels/index.ts';
import { conversationOf } from '../../../bot/channels/wecomKf/address.ts';
import { kfWindow } from '../../../bot/channels/wecomKf/budget.ts';
import type { Conversations } from '../../../bot/conversations.ts';
import { readEnv } from '../../../bot/env.ts';
import { createLog } from '../../../bot/log.ts';
import { openService } from '../../../bot/service.ts';
import { embeddedStore } from '../../../state/lowdb/index.ts';
import { staffAct } from '../../../state/staffAct.ts';
import type { Store } from '../../../state/store.ts';
import type { TranscriptLine } from '../../../state/transcript.ts';
import { dataFolder, today } from '../hallTalk.ts';
import { type Acknowledged, postCallback, sample, sealed, xmlOf } from './callbacks.ts';
import { account, type KfSide, kfSide, type Seen } from './kf.ts';
import { wecomStandIn } from './standIn.ts';

export const kfEnv = (base: string, more: Record<string, string> = {}): Record<string, string> => ({
  WECOM_CORP_ID: sample.receiveId,
  WECOM_KF_SECRET: 'the secret of the customer service',
  WECOM_KF_TOKEN: sample.token,
  WECOM_KF_ENCODING_AES_KEY: sample.encodingAesKey,
  WECOM_KF_OPEN_KFIDS: account,
  WECOM_API_BASE: base,
  ...more,
});

/** A clock that goes on by a millisecond each time that it is looked at, and otherwise when it is moved on. */
export function clock() {
  let at = today.getTime();
  const go = (ms: number): Date => {
    at += ms;
    return new Date(at);
  };
  return { now: () => go(1), pass: (seconds: number): void => void go(seconds * 1000) };
}
export type Clock = ReturnType<typeof clock>;

/** The stand-in with its half for 微信客服, and what services have in common. */
export async function kfWorld(time: Clock = clock()) {
  const standIn = await wecomStandIn();
  return { standIn, kf: kfSide(standIn, time.now), time, folder: await dataFolder() };
}
export type World = Awaited<ReturnType<typeof kfWorld>>;

export interface KfService {
  url: string;
  store: Store;
  /** Somebody at the help desk acts on the item that is open. */
  staff(touser: string, by: { id: string; name: string }, deed: Record<string, unknown>): Promise<void>;
  /** What may still be sent to the customer. */
  window(touser: string): Promise<Window>;
  log(): string;
  close(): Promise<void>;
  /** Tells that something has come, as WeCom does. */
  callback(more?: Record<string, string | number>): Promise<Acknowledged>;
  /** The transcript of a customer. */
  lines(touser: string): Promise<TranscriptLine[]>;
  /** The customer writes, WeCom calls; what they then see, once everything is sent or given up. */
  say(touser: string, text: string, more?: Record<string, unknown>): Promise<Seen[]>;
  /** The same of an item that is there. */
  answered(touser: string, msgid: string): Promise<TranscriptLine[]>;
}

export const event = (now: Date, more: Record<string, string | number> = {}): string =>
  xmlOf({
    ToUserName: sample.receiveId,
    CreateTime: Math.floor(now.getTime() / 1000),
    MsgType: 'event',
    Event: 'kf_msg_or_event',
    Token: 'ENCApHxnGDNAVNY4AaSJKj4Tb5mwsEMzxhFmHVGcra996NR',
    OpenKfId: account,
    ...more,
  });

export async function kfService(
  { standIn, kf, time, folder }: World,
  more: Record<string, string> = {},
  store: Store = embeddedStore(folder),
): Promise<KfService> {
  const read = readEnv({ PORT: '0', DATA_DIR: folder, ...kfEnv(standIn.url, more) });
  if ('faults' in read) throw new Error(read.faults.join('\n'));
  const written: string[] = [];
  const log = createLog('info', { write: (line: string) => void written.push(line) });
  let hall: Conversations | undefined;
  const noted: OpenChannel = ({ conversations }) => {
    hall = conversations;
    return undefined;
  };
  const service = await openService({ env: read.ok, log, store, now: time.now, channels: [...channels, noted] });
  const url = await service.listen();
  let closed: Promise<void> | undefined;
  const close = (): Promise<void> => {
    closed ??= service.close();
    return closed;
  };
  onTestFinished(close);
  const conversation = (touser: string): string => conversationOf({ open_kfid: account, touser });
  const own: KfService = {
    url,
    store,
    async staff(touser, by, deed) {
      const desk = (await store.talks.load(conversation(touser)))?.desk;
      const act = { id: randomUUID(), conversation: conversation(touser), by, deed: { item: desk?.id, ...deed } };
      await hall?.staff(staffAct.parse(act));
      await hall?.idle(conversation(touser));
    },
    window: async (touser) => kfWindow(store.talks, conversation(touser), time.now()),
    log: () => written.join(''),
    close,
    callback: (fields = {}) => postCallback(`${url}/wecom-kf/callback`, sealed(event(time.now(), fields))),
    lines: (touser) => store.talks.read(conversation(touser), 0),
    async answered(touser, msgid) {
      const replies = async (): Promise<TranscriptLine[]> =>
        (await own.lines(touser)).filter(({ activity }) => activity.replyToId === msgid);
      await expect
        .poll(async () => {
          const lines = await replies();
          return lines.length > 0 && lines.every(({ delivery }) => delivery !== 'pending');
        })
        .toBe(true);
      return replies();
    },
    async say(touser, text, fields = {}) {
      const before = kf.seen.length;
      const msgid = kf.say(touser, text, fields);
      expect((await own.callback()).status).toBe(200);
      await own.answered(touser, msgid);
      return kf.seen.slice(before).filter((each) => each.touser === touser);
    },
  };
  return own;
}

/** Whether the account's place is behind everything that is there. */
export async function caughtUp({ standIn }: World, { store }: KfService, kf: KfSide): Promise<void> {
  await expect
    .poll(async () => (await store.documents.read('wecom-kf-cursor', account))?.value)
    .toMatchObject({ cursor: `c${kf.items.length}` });
  expect(standIn.of('kf/sync_msg').length).toBeGreaterThan(0);
}
