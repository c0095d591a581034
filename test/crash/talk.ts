/** A person on Direct Line whose service dies now and then: sends again what was not acknowledged, and sometimes what was. */
import { setTimeout as after } from 'node:timers/promises';
import { messageOf } from '../support/applicant.ts';
import { type Line, lineOf, openLine, Refused, type Shown } from './line.ts';
import { gist, type Step } from './script.ts';

export interface Talk {
  conversation: string;
  /** How many messages were acknowledged, and how many were sent once more on purpose. */
  acknowledged: number;
  repeated: number;
  /** What is not as it would be without any kill; empty when all is well. */
  faults: string[];
}

export interface TalkOptions {
  /** The address of the service for the next request. */
  at: () => string;
  /** Gives numbers from 0 to 1. */
  chance: () => number;
  /** Milliseconds after which a reply counts as lost; the talk ends there. */
  patience: number;
  /** What they are measured by; all time counts unless it is given. */
  clock?: () => number;
  /** How often each message is delivered, by itself once; the others come at any time. */
  deliveries?: number;
  /** Goes on without a token, which only this machine may. */
  tokenless?: true;
  /** Told of each request that failed. */
  onTrouble?: (error: unknown) => void;
}

/** Milliseconds between two looks. */
const pause = 25;
/** Of a further copy: half come together, some after what is said next. */
const late = (chance: () => number): number => (chance() < 0.5 ? 0 : chance() * 2000);
/** How many messages come once more than they are to. */
const repeatedAlone = 0.2;

/** Goes through the whole script. */
export async function talk(script: readonly Step[], options: TalkOptions): Promise<Talk> {
  const { at, chance, deliveries = 1 } = options;
  const told: Talk = { conversation: '', acknowledged: 0, repeated: 0, faults: [] };
  const ids: string[] = [];
  try {
    const begun = await untilDone(() => openLine(at), options);
    const line = options.tokenless ? lineOf(at, begun.conversation) : begun;
    told.conversation = line.conversation;
    const again: Promise<void>[] = [];
    for (const [number, { text }] of script.entries()) {
      const name = `m${number}`;
      const say = () => untilDone(() => line.say(name, text), options);
      const copies = chance() < repeatedAlone ? deliveries + 1 : deliveries;
      const all = Array.from({ length: copies }, (_, at) => after(at === 0 ? 0 : late(chance)).then(say));
      const id = await Promise.any(all);
      ids.push(id);
      told.acknowledged += 1;
      told.repeated += copies - 1;
      again.push(
        Promise.all(all).then((others) => {
          if (others.some((other) => other !== id)) told.faults.push(`${name} is ${others.join(' and ')}`);
        }),
      );
      again.at(-1)?.catch(() => {});
      await untilDone(() => answered(line, ids), options);
    }
    await Promise.all(again);
    told.faults.push(...faultsIn(await untilDone(line.read, options), ids, script));
  } catch (error) {
    told.faults.push(error instanceof Error ? error.message.slice(0, 300) : String(error));
  }
  return told;
}

/** What a whole talk shows other than the script; `ids` are those under which its messages were acknowledged. */
export function faultsIn(all: readonly Shown[], ids: readonly string[], script: readonly Step[]): string[] {
  const faults: string[] = [];
  const mine = all.filter(({ from }) => from.role === 'user').map(({ id }) => id);
  if (mine.join() !== ids.join()) faults.push(`heard ${mine.join()}, acknowledged ${ids.join()}`);
  for (const [number, { answered: due }] of script.entries()) {
    const replies = all.filter(({ replyToId }) => replyToId === ids[number]).map((each) => gist(messageOf(each)));
    if (replies.join('\n') !== due.join('\n')) faults.push(`m${number}: ${replies.join(' / ').slice(0, 200)}`);
  }
  const numbers = all.map(({ id }) => Number(id.split('|').at(-1)));
  if (numbers.some((number, at) => number !== at + 1)) faults.push(`numbered ${numbers.join()}`);
  const loose = all.filter(({ from, replyToId }) => from.role === 'bot' && !ids.includes(replyToId ?? ''));
  if (loose.length !== 1) faults.push(`${loose.length} lines answer nothing, the greeting among them`);
  return faults;
}

/** What was acknowledged is not there. */
class Lost extends Error {}

/** What was acknowledged and has no reply yet. */
class Unanswered extends Error {}

/** No patience brings back what is lost, and nobody who was let in is turned away later, unless there are too many just now. */
const isFinal = (error: unknown): boolean =>
  error instanceof Lost || (error instanceof Refused && error.status < 500 && ![408, 429].includes(error.status));

/** Whether the last of the acknowledged messages is answered; throws otherwise. */
async function answered(line: Line, acknowledged: readonly string[]): Promise<void> {
  const all = await line.read();
  const gone = acknowledged.filter((id) => all.every((each) => each.id !== id));
  // Where the service cannot read, it shows nothing at all.
  if (all.length > 0 && gone.length > 0) throw new Lost(`${gone.join()} was acknowledged and is not there`);
  const last = acknowledged.at(-1);
  if (!all.some(({ replyToId }) => replyToId === last)) throw new Unanswered(`${last} is not answered`);
}

/** Tries again until it works: the service may be dead just now. */
export async function untilDone<T>(
  attempt: () => Promise<T>,
  { patience, clock = () => performance.now(), onTrouble }: Pick<TalkOptions, 'patience' | 'clock' | 'onTrouble'>,
): Promise<T> {
  const end = clock() + patience;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof Unanswered)) onTrouble?.(error);
      if (isFinal(error) || clock() > end) throw error;
      await after(pause);
    }
  }
}
