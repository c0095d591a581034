/**
 * Who has a session (document/path/94669): 0 nobody yet, 1 the bot, 2 waits for a seat, 3 a seat, 4 ended. We may write in 0 and 1
 * only. That a seat has one is kept, so that the bot stays silent after a restart too.
 */
import { z } from 'zod';
import type { Documents } from '../../../state/documents.ts';
import type { Log } from '../../log.ts';
import type { WecomApi } from '../../wecom/api.ts';
import type { Trouble } from '../../wecom/trouble.ts';
import { type Address, conversationOf, partiesOf } from './address.ts';

/** `line`: the reply with which it was asked for a person; `moved`: the session went over. */
const held = z.object({ at: z.string(), line: z.string().optional(), moved: z.boolean() });
export type Held = z.output<typeof held>;

const state = z.object({ service_state: z.number() });
const kind = 'wecom-kf-seat';
/** Milliseconds for which a session is taken for the bot's without asking, and sessions that are so known. */
const known = { for: 10 * 60_000, most: 20_000 };
const states = { nobody: 0, bot: 1, queue: 2, seat: 3 };

export interface Sessions {
  /** What is kept of a seat having it, or being asked to. */
  held(conversation: string): Promise<Held | undefined>;
  /** Whether a person in the WeCom client has the session now. Throws when it cannot be known. */
  withSeat(to: Address): Promise<boolean>;
  /** Makes sure that we may write; `seat` and `ended` when we may not. */
  ours(to: Address): Promise<'ours' | 'seat' | 'ended' | Trouble>;
  /** A call or an event said that it may be somebody else's: looks who has it. */
  look(to: Address): Promise<'ours' | 'seat' | 'ended' | Trouble>;
  /** Gives the session to the seats; undefined when it worked. Begun again after a crash, it goes on. */
  handOver(to: Address, line: string): Promise<Trouble | undefined>;
}

interface SessionsOptions {
  api: WecomApi;
  documents: Documents;
  now: () => Date;
  log: Log;
}

export function kfSessions({ api, documents, now, log }: SessionsOptions): Sessions {
  const botUntil = new Map<string, number>();

  const keep = (to: Address, value: Omit<Held, 'at'>): Promise<string> =>
    documents.write(kind, conversationOf(to), { ...value, at: now().toISOString() });

  async function stateOf(to: Address): Promise<number | Trouble> {
    const called = await api.call('kf/service_state/get', partiesOf(to));
    if (called.state !== 'ok') return called;
    return state.safeParse(called.answer).data?.service_state ?? { state: 'retry', reason: 'no service_state' };
  }

  const isThere = (current: number | Trouble): boolean => current === states.queue || current === states.seat;

  const move = (to: Address, service_state: number) =>
    api.call('kf/service_state/trans', { ...partiesOf(to), service_state });

  async function heldBy(conversation: string): Promise<Held | undefined> {
    return held.safeParse((await documents.read(kind, conversation))?.value).data;
  }

  async function look(to: Address): Promise<'ours' | 'seat' | 'ended' | Trouble> {
    const conversation = conversationOf(to);
    botUntil.delete(conversation);
    const current = await stateOf(to);
    if (typeof current !== 'number') return current;
    const before = await heldBy(conversation);
    if (isThere(current)) {
      if (!before?.moved) await keep(to, { ...before, moved: true });
      return 'seat';
    }
    // One that is asked for a seat is on its way there, and is not called back.
    if (before?.moved) await documents.remove(kind, conversation);
    if (current !== states.nobody && current !== states.bot) return 'ended';
    // Otherwise WeCom would hand it out by itself. Where that is not allowed, we may still write.
    const taken = current === states.nobody && before?.moved !== false ? await move(to, states.bot) : undefined;
    if (taken && taken.state !== 'ok') log.warn({ conversation, ...taken }, 'session not taken');
    if (botUntil.size >= known.most) botUntil.clear();
    botUntil.set(conversation, now().getTime() + known.for);
    return 'ours';
  }

  async function toSeats(to: Address): Promise<Trouble | undefined> {
    // It may have gone over before a crash.
    if (isThere(await stateOf(to))) return undefined;
    const moved = await move(to, states.queue);
    if (moved.state === 'ok' || (moved.state === 'ambiguous' && isThere(await stateOf(to)))) return undefined;
    return moved;
  }

  return {
    held: heldBy,
    look,
    async withSeat(to) {
      // On its way counts too: WeCom may have moved it while we were away.
      if (!(await heldBy(conversationOf(to)))) return false;
      const found = await look(to);
      if (typeof found === 'string') return found === 'seat';
      // What WeCom refuses for good says nothing of the seat; what may work later is asked again.
      if (found.state === 'failed') return true;
      throw new Error(`session state not known: ${found.reason}`);
    },
    async ours(to) {
      const until = botUntil.get(conversationOf(to)) ?? 0;
      return until > now().getTime() ? 'ours' : look(to);
    },
    async handOver(to, line) {
      const conversation = conversationOf(to);
      botUntil.delete(conversation);
      await keep(to, { line, moved: false });
      const trouble = await toSeats(to);
      if (trouble) await documents.remove(kind, conversation);
      else await keep(to, { line, moved: true });
      return trouble;
    },
  };
}
