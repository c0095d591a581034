/** Sends one line by `kf/send_msg` (document/path/94677): within the budget, while the session is ours, under an id that makes a repeat harmless. */
import { words } from '../../../dialogs/wording.ts';
import type { Language } from '../../../knowledge/language.ts';
import type { Sending } from '../../../state/outbox.ts';
import type { Talks } from '../../../state/talks.ts';
import type { TranscriptLine } from '../../../state/transcript.ts';
import type { Log } from '../../log.ts';
import type { Send, Sent } from '../../sending.ts';
import type { Called, WecomApi } from '../../wecom/api.ts';
import { type Address, address as addressSchema } from './address.ts';
import { kfBudget, linesAround, tooLate, tooMany } from './budget.ts';
import { contentOf } from './menu.ts';
import { msgidOf } from './msgid.ts';
import type { Sessions } from './sessions.ts';

interface SendOptions {
  api: WecomApi;
  talks: Pick<Talks, 'read'>;
  sessions: Sessions;
  handoff: 'desk' | 'seat';
  now: () => Date;
  log: Log;
}

/** What 微信客服 refuses although the budget allowed it: others may write to the customer too. */
const refusals: Record<number, Sent> = { 95001: tooMany, 95002: tooLate };
const notOurs = 95018;

const someoneElse: Sent = { state: 'failed', reason: 'a seat has the session' };
const ended: Sent = { state: 'failed', reason: 'the session has ended' };

export function kfSend({ api, talks, sessions, handoff, now, log }: SendOptions): Send {
  const budget = kfBudget();

  const write = ({ open_kfid, touser }: Address, msgid: string, content: object): Promise<Called> =>
    api.call('kf/send_msg', { touser, open_kfid, msgid, ...content });

  /** The session, once the reply to a wish for a person has been said: people are told when it did not work. */
  async function connect(to: Address, line: string, { conversation, language }: Spoken): Promise<void> {
    const trouble = await sessions.handOver(to, line);
    if (!trouble) return log.info({ conversation }, 'session given to the seats');
    log.error({ conversation, ...trouble }, 'session not given to the seats');
    const text = { msgtype: 'text', text: { content: words(language).personFails } };
    const told = await write(to, msgidOf(`${line} fails`), text);
    if (told.state !== 'ok') log.error({ conversation, ...told }, 'customer not told that no seat comes');
  }

  /** A repeat of what may have arrived has no second effect. */
  async function outcome(called: Called, to: Address): Promise<Sent> {
    if (called.state === 'ok') return { state: 'sent' };
    const { errcode = 0, state, reason } = called;
    if (state === 'ambiguous') return { state: 'retry', reason };
    if (errcode !== notOurs) return refusals[errcode] ?? { state, reason };
    const found = await sessions.look(to);
    if (found === 'seat') return someoneElse;
    return found === 'ended' ? ended : { state: 'retry', reason };
  }

  return async ({ conversation, seq, activity, address }: Sending): Promise<Sent> => {
    const to = addressSchema.safeParse(address).data;
    if (!to) return { state: 'failed', reason: 'no address' };
    const line = String(activity.id);
    const lines = await linesAround(talks, conversation, seq);
    const held = await sessions.held(conversation);
    if (held?.line === line) {
      // It was said; the process ended, or was slow, while the session went over.
      if (!held.moved) await connect(to, line, { conversation, language: spokenOf(activity) });
      return { state: 'sent' };
    }
    if (held?.moved) return someoneElse;
    const refused = budget.refused(conversation, lines, now());
    if (refused) return refused;
    const session = await sessions.ours(to);
    if (session === 'seat') return someoneElse;
    if (session === 'ended') return ended;
    // Whatever WeCom refuses to say about a session, it may still take the message.
    if (session !== 'ours' && session.state !== 'failed') return { state: 'retry', reason: session.reason };
    const sent = await outcome(await write(to, msgidOf(line), contentOf(activity)), to);
    if (sent.state === 'sent') {
      budget.spent(conversation, lines, seq);
      if (handoff === 'seat' && endsWishForPerson(lines, seq))
        await connect(to, line, { conversation, language: spokenOf(activity) });
    }
    return sent;
  };
}

interface Spoken {
  conversation: string;
  language: Language;
}

/** The language of a message, as `present` noted it. */
const spokenOf = ({ locale }: { locale?: unknown }): Language => (locale === 'en' ? 'en' : 'zh');

/** Whether this is the last line of a turn in which somebody asked for a person. */
function endsWishForPerson(lines: readonly TranscriptLine[], seq: number): boolean {
  const { replyToId } = lines.find((each) => each.seq === seq)?.activity ?? {};
  if (replyToId === undefined) return false;
  const turn = lines.filter(({ from, activity }) => from !== 'person' && activity.replyToId === replyToId);
  return turn.at(-1)?.seq === seq && turn.some(({ answerStatus }) => answerStatus === 'person');
}
