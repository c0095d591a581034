/** What each Direct Line request does: pure of routing, answers a value or throws a `Problem`. */
import type { IncomingMessage } from 'node:http';
import { z } from 'zod';
import type { Conversations } from '../../conversations.ts';
import { TooMany } from '../../limits/tooMany.ts';
import { Problem } from '../../problem.ts';
import type { Access } from './access.ts';
import { decode } from './decode.ts';
import { linesAfter, readWatermark, watermarkAfter } from './lines.ts';
import type { ActivitySet, Presenter } from './present.ts';
import { refuse } from './refuse.ts';
import { looksLikeConversation, type Tokens, tokenSeconds } from './tokens.ts';

/** One request: the conversation its path names ('' where none), its query, its parsed body. */
export interface Call {
  req: IncomingMessage;
  id: string;
  query: URLSearchParams;
  body: unknown;
}

export interface Parts {
  conversations: Conversations;
  tokens: Tokens;
  access: Access;
  presenter: Presenter;
  /** Where streams are reached from outside, e.g. `wss://bot.example.cn`. */
  streamBase: (req: IncomingMessage) => string;
  onError: (error: unknown) => void;
}

export interface Issued {
  conversationId: string;
  token: string;
  expires_in: number;
}

type Begun = Issued & { streamUrl: string };

export const root = '/v3/directline';
/** What the page may bring back to go on with its conversation. */
export const renewal = z.object({ resume: z.string().max(1000) });

export function makeHandlers({ conversations, tokens, access, presenter, streamBase, onError }: Parts) {
  /** The conversation that a path names, once the caller may enter it and it is one of this channel. */
  async function enter(req: IncomingMessage, id: string, token?: string): Promise<string> {
    access.toConversation(req, id, token);
    const known = looksLikeConversation(id) && (tokens.issuedConversation(id) || (await conversations.exists(id)));
    if (!known) throw refuse.noConversation();
    return id;
  }

  const issue = (conversationId: string): Issued => ({
    conversationId,
    token: tokens.issue('token', conversationId),
    expires_in: tokenSeconds,
  });

  function open(req: IncomingMessage, conversationId: string, seen: number): Begun {
    const issued = issue(conversationId);
    const query = new URLSearchParams({ watermark: seen > 0 ? String(seen) : '-', t: issued.token });
    return { ...issued, streamUrl: `${streamBase(req)}${root}/conversations/${conversationId}/stream?${query}` };
  }

  async function take(conversation: string, body: unknown): Promise<string> {
    const incoming = decode(body, conversation);
    // Nobody needs to know later that somebody was typing.
    if (incoming.type === 'typing') return incoming.id;
    // Listening while it is taken in spares reading the whole talk to learn the line's number.
    const stop = conversations.subscribe(conversation, (lines) => presenter.note(conversation, lines));
    try {
      await conversations.accept(incoming);
    } catch (error) {
      if (error instanceof TooMany) throw refuse.tooMany(error.taken, error.detail);
      onError(error);
      throw refuse.notNow();
    } finally {
      stop();
    }
    // From here on it is kept: no failure may make the client send it again.
    const shown = await presenter.shownId(conversation, incoming.id).catch(onError);
    return shown ?? incoming.id;
  }

  return {
    enter,
    generate: async ({ req }: Call): Promise<Issued> => issue(access.toBegin(req) ?? tokens.newConversation()),
    refresh: async ({ req }: Call): Promise<Issued> => issue(access.ofToken(req)),
    begin: async ({ req }: Call): Promise<Begun> => open(req, access.toBegin(req) ?? tokens.newConversation(), 0),
    reconnect: async ({ req, id, query }: Call): Promise<Begun> =>
      open(req, await enter(req, id), readWatermark(query.get('watermark'))),
    say: async ({ req, id, body }: Call): Promise<{ id: string }> => ({ id: await take(await enter(req, id), body) }),

    async read({ req, id, query }: Call): Promise<ActivitySet> {
      const seen = readWatermark(query.get('watermark'));
      try {
        const conversation = await enter(req, id);
        const lines = await linesAfter(conversations, conversation, seen);
        const activities = await presenter.present(conversation, lines);
        return { activities, watermark: String(watermarkAfter(lines, seen)) };
      } catch (error) {
        if (error instanceof Problem) throw error;
        // A polling client would stop for good on an error: nothing new now, and it asks again.
        onError(error);
        return { activities: [], watermark: String(seen) };
      }
    },

    async upload({ req, id }: Call): Promise<never> {
      await enter(req, id);
      throw refuse.noFiles();
    },

    /** The page's token; `resume`, from an earlier answer, leads back into that conversation after its token expired. */
    async pageToken({ req, body }: Call): Promise<Issued & { resume: string }> {
      access.toPage(req);
      const asked = renewal.safeParse(body);
      const renewed = asked.success ? tokens.check('resume', asked.data.resume) : undefined;
      const conversation = renewed?.is === 'valid' ? renewed.conversation : tokens.newConversation();
      return { ...issue(conversation), resume: tokens.issue('resume', conversation) };
    },
  };
}
