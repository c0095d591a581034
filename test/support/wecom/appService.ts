/** The whole service with 自建应用 on the stand-in, a clock that tests move on, and turns that can be held. */
import { randomInt } from 'node:crypto';
import { expect, onTestFinished } from 'vitest';
import { names } from '../../../bot/channels/wecom/who.ts';
import { readEnv } from '../../../bot/env.ts';
import { createLog } from '../../../bot/log.ts';
import { openService } from '../../../bot/service.ts';
import { embeddedStore } from '../../../state/lowdb/index.ts';
import type { Store } from '../../../state/store.ts';
import type { TranscriptLine } from '../../../state/transcript.ts';
import { type Message, messageOf } from '../applicant.ts';
import { dataFolder, today } from '../hallTalk.ts';
import { type AppSide, appSide } from './app.ts';
import { type Acknowledged, postCallback, sample, sealed, xmlOf } from './callbacks.ts';
import { type StandIn, wecomStandIn } from './standIn.ts';

export const agentId = 218;

export const appEnv = (base: string): Record<string, string> => ({
  WECOM_CORP_ID: sample.receiveId,
  WECOM_AGENT_ID: String(agentId),
  WECOM_SECRET: 'the secret of the app',
  WECOM_TOKEN: sample.token,
  WECOM_ENCODING_AES_KEY: sample.encodingAesKey,
  WECOM_API_BASE: base,
});

export interface AppService {
  url: string;
  standIn: StandIn;
  app: AppSide;
  store: Store;
  folder: string;
  log(): string;
  close(): Promise<void>;
  /** Moves the clock on. */
  pass(seconds: number): void;
  now(): Date;
  /** A callback with this plaintext. */
  callback(plaintext: string): Promise<Acknowledged>;
  /** A member writes; resolves with the acknowledgement. */
  write(userid: string, text: string, more?: Record<string, string | number>): Promise<Acknowledged>;
  /** A member writes; resolves with what they see of it once everything is sent or given up. */
  say(userid: string, text: string): Promise<AppSide['shown']>;
  /** The same as the transcript has it. A while passes, so that no budget is used up. */
  hear(userid: string, text: string): Promise<Message[]>;
  /** What a member sees, in order. */
  seen(userid: string): AppSide['shown'];
  /** When nothing waits for an answer or a send any more. */
  settled(userid: string): Promise<TranscriptLine[]>;
  lines(userid: string): Promise<TranscriptLine[]>;
  /** The id of the member's talk. */
  conversation(userid: string): string;
}

/** A MsgId of 64 bits that was not there before. */
export const newMsgId = (): string => `45612553${String(randomInt(10 ** 11)).padStart(11, '0')}`;

/** The XML of a message, as WeCom writes it. */
export function messageXml(userid: string, createTime: number, fields: Record<string, string | number>): string {
  const own = { ToUserName: sample.receiveId, FromUserName: userid, CreateTime: createTime, ...fields };
  return xmlOf('AgentID' in fields ? own : { ...own, AgentID: agentId });
}

export interface AppOptions {
  env?: Record<string, string>;
  store?: (folder: string) => Store;
  standIn?: StandIn;
  folder?: string;
  /** How many seconds later than usual its clock begins. */
  after?: number;
}

export async function appService(options: AppOptions = {}): Promise<AppService> {
  const folder = options.folder ?? (await dataFolder());
  const standIn = options.standIn ?? (await wecomStandIn());
  const store = options.store?.(folder) ?? embeddedStore(folder);
  const read = readEnv({ PORT: '0', DATA_DIR: folder, ...appEnv(standIn.url), ...options.env });
  if ('faults' in read) throw new Error(read.faults.join('\n'));
  const written: string[] = [];
  const log = createLog('debug', { write: (line: string) => void written.push(line) });
  let at = today.getTime() + (options.after ?? 0) * 1000;
  const now = (): Date => new Date(at);
  const service = await openService({ env: read.ok, log, store, now });
  const url = await service.listen();
  const who = names(await store.signingKey(), agentId);
  let closed: Promise<void> | undefined;
  const close = (): Promise<void> => {
    closed ??= service.close();
    return closed;
  };
  onTestFinished(close);
  const own: AppService = {
    url,
    standIn,
    app: appSide(standIn),
    store,
    folder,
    log: () => written.join(''),
    close,
    pass(seconds) {
      at += seconds * 1000;
    },
    now,
    async callback(plaintext) {
      const userid = /<FromUserName><!\[CDATA\[(.+?)\]\]>/.exec(plaintext)?.[1] ?? '';
      // Members are greeted when they open the app, before they write.
      if (!plaintext.includes('<Event>'))
        await store.documents.write('wecom-welcomed', who.member(userid).id, { at: now().toISOString() });
      return postCallback(`${url}/wecom/callback`, sealed(plaintext));
    },
    write(userid, text, more = {}) {
      const fields = { MsgType: 'text', Content: text, MsgId: newMsgId(), ...more };
      return own.callback(messageXml(userid, Math.floor(at / 1000), fields));
    },
    async say(userid, text) {
      const before = own.seen(userid).length;
      expect((await own.write(userid, text)).status).toBe(200);
      await own.settled(userid);
      return own.seen(userid).slice(before);
    },
    async hear(userid, text) {
      own.pass(10);
      await own.say(userid, text);
      const lines = await own.lines(userid);
      const last = lines.findLast(({ from }) => from === 'person')?.activity.id;
      return lines.flatMap(({ activity }) => (activity.replyToId === last ? [messageOf(activity)] : []));
    },
    seen: (userid) => own.app.shown.filter(({ touser }) => touser === userid.toLowerCase()),
    lines: (userid) => store.talks.read(own.conversation(userid), 0),
    conversation: (userid) => who.member(userid).conversation,
    async settled(userid) {
      await expect.poll(async () => isSettled(await own.lines(userid)), { timeout: 20_000 }).toBe(true);
      return own.lines(userid);
    },
  };
  return own;
}

/** Whether every message of the person has replies and none of them waits. */
function isSettled(lines: readonly TranscriptLine[]): boolean {
  const answered = new Set(lines.map(({ activity }) => activity.replyToId));
  const waits = lines.some(({ delivery }) => delivery === 'pending');
  return lines.length > 0 && !waits && lines.every(({ from, activity }) => from === 'bot' || answered.has(activity.id));
}

type Work = Parameters<Store['talks']['turn']>[1];

/** A home whose turns about this text are done by `work` of what would have done them. */
function storeOf(folder: string, text: string, about: (work: Work) => Work): Store {
  const store = embeddedStore(folder);
  const turn: Store['talks']['turn'] = (conversation, work) =>
    store.talks.turn(conversation, (given) => (given.heard.activity.text === text ? about(work) : work)(given));
  return { ...store, talks: { ...store.talks, turn } };
}

/** A home in which turns about this text wait until they are let go. */
export function heldTurns(text: string) {
  let turns = 0;
  let release = (): void => {};
  const gate = new Promise<void>((resolve) => {
    release = resolve;
  });
  const store = (folder: string): Store =>
    storeOf(folder, text, (work) => async (turn) => {
      turns += 1;
      await gate;
      return work(turn);
    });
  return { store, release: () => release(), turns: () => turns };
}

/** A home in which turns about this text fail: their case is one of a guide that is not there. */
export const failingTurns =
  (text: string) =>
  (folder: string): Store =>
    storeOf(folder, text, (work) => async (turn) => {
      const { cases } = turn.record;
      const lost = cases.map((each) => ({ ...each, guide: 'jx-intl-1999' }));
      const commit = await work({ ...turn, record: { ...turn.record, cases: lost } });
      return 'departs' in commit ? commit : { ...commit, record: { ...commit.record, cases } };
    });
