/**
 * The whole service with every channel open, and people who talk to it over each of them: what they type or press goes over the wire as
 * the channel's own servers send it, and what they read is what came over the wire. `channelRows.ts` has a row for each channel.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as after } from 'node:timers/promises';
import { onTestFinished } from 'vitest';
import type { Channel, ChannelSurroundings, OpenChannel } from '../../bot/channels/channel.ts';
import { channels as allChannels } from '../../bot/channels/index.ts';
import type { Conversations, Incoming } from '../../bot/conversations.ts';
import { readEnv } from '../../bot/env.ts';
import { createLog, type LogLevel } from '../../bot/log.ts';
import { withoutSecrets } from '../../bot/logging/secrets.ts';
import { openService } from '../../bot/service.ts';
import type { CaseRecord } from '../../state/conversation.ts';
import { safeDisk } from '../../state/lowdb/files.ts';
import { embeddedStore } from '../../state/lowdb/index.ts';
import { staffAct } from '../../state/staffAct.ts';
import type { Store } from '../../state/store.ts';
import type { TranscriptLine } from '../../state/transcript.ts';
import { dataFolder, today } from './hallTalk.ts';

/** A clock that stands still until it is moved on. */
export interface Clock {
  now(): Date;
  pass(seconds: number): void;
}

export function clock(): Clock {
  let at = today.getTime();
  return {
    now: () => new Date(at),
    pass(seconds) {
      at += seconds * 1000;
    },
  };
}

export interface House {
  url: string;
  store: Store;
  /** The open channels by name. */
  channels: ReadonlyMap<string, Channel>;
  /** Resolves when what was taken in there is answered. */
  idle(conversation: string): Promise<void>;
  /** Somebody at the help desk acts on the item that is open there. */
  staff(conversation: string, deed: Record<string, unknown>): Promise<void>;
  /** What channels handed in, in order. */
  taken: readonly Incoming[];
  time: Clock;
  log(): string;
  close(): Promise<void>;
}

export interface HouseOptions {
  env?: Record<string, string>;
  /** Beside the service's own. */
  more?: readonly OpenChannel[];
  folder?: string;
  time?: Clock;
  /** Another home than the folder. */
  store?: Store;
  /** Of the log; `info` unless it says otherwise. */
  level?: LogLevel;
}

/** The service as `bot/index.ts` opens it, with a clock of its own; nothing is flushed to the disk. */
export async function openHouse(options: HouseOptions = {}): Promise<House> {
  const { env = {}, more = [], folder, time = clock(), store: home, level = 'info' } = options;
  const DATA_DIR = folder ?? (await dataFolder());
  const read = readEnv({ PORT: '0', DATA_DIR, ...env });
  if ('faults' in read) throw new Error(read.faults.join('\n'));
  const lines: string[] = [];
  const taken: Incoming[] = [];
  const channels = new Map<string, Channel>();
  let idle: House['idle'] = async () => {};
  let staff: Conversations['staff'] = async () => 'unknown';
  const store = home ?? embeddedStore(DATA_DIR, { disk: { ...safeDisk, durable: false } });

  /** Opens it as it is, and notes what it takes in. */
  const noted =
    (open: OpenChannel): OpenChannel =>
    async (surroundings: ChannelSurroundings) => {
      const { conversations } = surroundings;
      ({ idle, staff } = conversations);
      const accept = async (incoming: Incoming) => {
        const state = await conversations.accept(incoming);
        if (state === 'accepted') taken.push(incoming);
        return state;
      };
      const channel = await open({ ...surroundings, conversations: { ...conversations, accept } });
      if (channel) channels.set(channel.name, channel);
      return channel;
    };

  const service = await openService({
    env: read.ok,
    log: createLog(level, withoutSecrets(read.ok, { write: (line: string) => void lines.push(line) })),
    store,
    now: time.now,
    channels: [...allChannels, ...more].map(noted),
  });
  const url = await service.listen();
  let closed: Promise<void> | undefined;
  const close = () => {
    closed ??= service.close();
    return closed;
  };
  onTestFinished(close);
  return {
    url,
    store,
    channels,
    idle: (conversation) => idle(conversation),
    async staff(conversation, deed) {
      const item = (await store.talks.load(conversation))?.desk?.id;
      const act = { id: randomUUID(), conversation, by: { id: 'w', name: '王老师' }, deed: { item, ...deed } };
      await staff(staffAct.parse(act));
      await idle(conversation);
    },
    taken,
    time,
    log: () => lines.join(''),
    close,
  };
}

export interface Button {
  label: string;
  press(): Promise<void>;
}

/** A message as the person sees it. */
export interface Seen {
  /** Everything that can be read in it, but for its buttons. */
  text: string;
  buttons: readonly Button[];
  /** Ticks items of a list by their numbers. */
  tick?: (numbers: readonly number[]) => Promise<void>;
}

/** One person's end of the wire. */
export interface Wire {
  post(text: string): Promise<void>;
  /** What came since the last look, in order. */
  came(): Promise<Seen[]> | Seen[];
}

export interface Heard {
  seen: Seen[];
  /** As the transcript keeps the replies. */
  lines: TranscriptLine[];
  /** The question that stands open. */
  question?: string;
}

export interface Talker {
  say(text: string): Promise<Heard>;
  /** Presses what was seen; the whole answer to it. */
  press(button: Button): Promise<Heard>;
  tick(seen: Seen, numbers: readonly number[]): Promise<Heard>;
  /** The open case, as it is kept. */
  open(): Promise<CaseRecord | undefined>;
  conversation(): string;
}

/** Seconds between two messages of a person: every channel may then say what it has to. */
export const pause = 20;

const offersMore = /回复“更多”接着看/;

/** Somebody who says one thing after the other; where the channel keeps the rest until 更多 is said, they say it. */
export function talkerOn(house: House, channel: string, wire: Wire): Talker {
  let conversation = '';
  let seq = 0;

  async function answered(act: () => Promise<void>): Promise<Heard> {
    house.time.pass(pause);
    const before = house.taken.length;
    await act();
    const incoming = await until(() => house.taken.slice(before).find((each) => each.channel === channel), 'taken in');
    conversation = incoming.conversation;
    await house.idle(conversation);
    const lines = await until(async () => {
      const all = await house.store.talks.read(conversation, seq);
      const own = all.filter(({ activity }) => activity.replyToId === incoming.id);
      return own.length > 0 && own.every(({ delivery }) => delivery !== 'pending') ? own : undefined;
    }, 'answered');
    seq = lines.at(-1)?.seq ?? seq;
    const failed = lines.filter(({ delivery }) => delivery !== 'sent' && delivery !== 'visible');
    if (failed.length > 0) throw new Error(`${channel}: a reply was not sent: ${JSON.stringify(failed[0])}`);
    const seen = await wire.came();
    const question = lines.findLast(({ questionId }) => questionId !== undefined)?.questionId;
    return { seen, lines, ...(question !== undefined && { question }) };
  }

  async function whole(act: () => Promise<void>): Promise<Heard> {
    const heard = await answered(act);
    while (heard.seen.some(({ text }) => offersMore.test(text))) {
      const more = await answered(() => wire.post('更多'));
      heard.seen = [...heard.seen.map(withoutOffer), ...more.seen];
      heard.lines.push(...more.lines);
      if (more.question !== undefined) heard.question = more.question;
    }
    return heard;
  }

  return {
    say: (text) => whole(() => wire.post(text)),
    press: (button) => whole(() => button.press()),
    tick: (seen, numbers) => whole(async () => seen.tick?.(numbers)),
    async open() {
      const record = await house.store.talks.load(conversation);
      return record?.cases.find(({ id }) => id === record.openCase);
    },
    conversation: () => conversation,
  };
}

const withoutOffer = (seen: Seen): Seen => ({
  ...seen,
  text: seen.text.replace(/\s*还有 \d+ 条没有发完，回复“更多”接着看。/, ''),
});

/** Looks again and again, for ten seconds. */
async function until<T>(look: () => T | undefined | Promise<T | undefined>, what: string): Promise<T> {
  const end = performance.now() + 10_000;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (performance.now() > end) throw new Error(`not ${what} within ten seconds`);
    await after(3);
  }
}
