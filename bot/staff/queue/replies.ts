/**
 * An answer as it is sent: what was asked for is kept before anything is done, and gone on with from there after a crash. Every act has an id
 * that comes from the form, so that whatever is done twice has one effect.
 */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type Document, type Documents, StaleError } from '../../../state/documents.ts';
import { daily } from '../../daily.ts';
import type { Log } from '../../log.ts';
import { addProposal } from '../knowledge/proposals.ts';
import { type Acting, act, type Effect } from './acts.ts';

const kind = 'deskReply';

/** What a member asked for with one form. Words are kept until it is done; then they stand in the transcript alone. */
const keptReply = z.object({
  item: z.string(),
  conversation: z.string(),
  question: z.string(),
  by: z.object({ id: z.string(), name: z.string() }),
  at: z.string(),
  text: z.string(),
  clause: z.string().optional(),
  quote: z.string().optional(),
  close: z.boolean(),
  /** Items that get the same answer. */
  others: z.array(z.string()),
  propose: z.boolean(),
  /** Tells whether a form that comes again says the same. */
  digest: z.string(),
  /** What became of the answer; absent while it is not settled. */
  effect: z.enum(['done', 'held', 'gone']).optional(),
  proposed: z.boolean().optional(),
  /** Everything that follows from it is done too. */
  done: z.boolean(),
});
export type KeptReply = z.infer<typeof keptReply>;
export type AskedReply = Omit<KeptReply, 'at' | 'digest' | 'effect' | 'proposed' | 'done'>;

export interface Replying extends Acting {
  documents: Documents;
  /** The conversation of an item. */
  conversationOf(item: string): Promise<string | undefined>;
  now: () => Date;
  keptDays: number;
  log: Log;
}

export interface Replies {
  /** Sends it once, however often this form comes. */
  send(form: string, asked: AskedReply): Promise<Effect | Repeated>;
  /** What a form asked for; one that was left unfinished is gone on with. */
  read(form: string): Promise<KeptReply | undefined>;
  stop(): Promise<void>;
}

/** The form came before. */
export interface Repeated {
  state: 'repeated';
  /** It said the same. */
  same: boolean;
  effect: KeptReply['effect'];
}

/** The id of the act by which another item gets the answer of a form. */
export const actFor = (form: string, item: string): string => `${form}.${item}`;

/** Milliseconds after which somebody else goes on with what was not finished. */
const abandoned = 60_000;

const digestOf = ({ item, by, text, clause }: AskedReply): string =>
  createHash('sha256')
    .update(JSON.stringify([item, by.id, text, clause]))
    .digest('base64url');

export function openReplies(replying: Replying): Replies {
  const { documents, now, keptDays, log } = replying;

  async function settle(form: string, reply: KeptReply, etag: string): Promise<Effect> {
    const { item, conversation, by, text, clause, close } = reply;
    const said = { do: 'reply' as const, text, ...(clause !== undefined && { clause }) };
    const effect: Effect = await act(replying, { id: form, conversation, by, deed: { ...said, item, close } });
    if (effect.state === 'waiting') return effect;
    let last = etag;
    if (effect.state === 'done') {
      for (const other of reply.others) await sendTo(other, form, reply, said);
      if (reply.propose && !reply.proposed) last = await propose(form, reply, etag);
    }
    const kept = { ...reply, conversation: '', text: '', question: '', quote: undefined };
    await documents.write(kind, form, { ...kept, effect: effect.state, proposed: reply.propose, done: true }, last);
    return effect;
  }

  async function sendTo(
    item: string,
    form: string,
    { by }: KeptReply,
    said: { do: 'reply'; text: string },
  ): Promise<void> {
    const conversation = await replying.conversationOf(item);
    if (conversation === undefined) return;
    const deed = { ...said, item, close: true };
    await replying.conversations.staff({ id: actFor(form, item), conversation, by, deed });
  }

  /** Two proposals of the same would be worse than one that a crash of that moment loses: whoever changes the document proposes. */
  async function propose(form: string, reply: KeptReply, etag: string): Promise<string> {
    const { question, text, clause, quote, by } = reply;
    const claimed = await documents.write(kind, form, { ...reply, proposed: true }, etag);
    const unit = {
      questions: [question],
      answer: text,
      ...(clause !== undefined && { clause }),
      ...(quote && { quote }),
    };
    await addProposal(documents, { kind: 'unit', ...unit }, by, now()).catch((error: unknown) =>
      log.error({ err: error }, 'answer of the help desk not proposed'),
    );
    return claimed;
  }

  /** The same form at the same time: the other one finishes it. */
  const finish = (form: string, reply: KeptReply, etag: string): Promise<Effect> =>
    settle(form, reply, etag).catch((error: unknown) => {
      if (error instanceof StaleError) return { state: 'waiting' } as const;
      throw error;
    });

  /** Goes on with what a crash left unfinished, and forgets what is old. */
  async function sweep(signal: AbortSignal): Promise<void> {
    for await (const document of documents.list(kind)) {
      if (signal.aborted) return;
      const reply = readReply(document);
      const age = reply ? now().getTime() - Date.parse(reply.at) : Number.POSITIVE_INFINITY;
      if (!reply || age > keptDays * 24 * 60 * 60 * 1000) await documents.remove(kind, document.id);
      else if (!reply.done) await finish(document.id, reply, document.etag);
    }
  }

  const stop = daily(sweep, log, 'answers of the help desk not looked through');

  return {
    async send(form, asked) {
      const reply: KeptReply = { ...asked, at: now().toISOString(), digest: digestOf(asked), done: false };
      try {
        return await finish(form, reply, await documents.write(kind, form, reply, 'new'));
      } catch (error) {
        if (!(error instanceof StaleError)) throw error;
      }
      const document = await documents.read(kind, form);
      const kept = readReply(document);
      if (!document || !kept) throw new Error('a form of the help desk was kept and cannot be read');
      const effect = kept.done ? kept.effect : settled(await finish(form, kept, document.etag));
      return { state: 'repeated', same: kept.digest === reply.digest, effect };
    },
    async read(form) {
      const document = await documents.read(kind, form);
      const reply = readReply(document);
      if (document && reply && !reply.done && now().getTime() - Date.parse(reply.at) > abandoned)
        await finish(form, reply, document.etag);
      return reply;
    },
    stop,
  };
}

const settled = ({ state }: Effect): KeptReply['effect'] => (state === 'waiting' ? undefined : state);

const readReply = (document: Document | undefined): KeptReply | undefined => keptReply.safeParse(document?.value).data;
