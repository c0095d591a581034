/**
 * What a channel is to the rest of the service: it takes messages in (verify, decode, then `Conversations.accept`), makes its own
 * messages of replies, and sends those that clients do not fetch. One folder a channel, one line in `index.ts`.
 */
import type { IncomingMessage } from 'node:http';
import type { Activity } from 'botbuilder';
import type { Server } from 'restify';
import type { Reply } from '../../dialogs/reply.ts';
import type { Guide } from '../../knowledge/guide.ts';
import type { Store } from '../../state/store.ts';
import type { ChecklistLinks } from '../checklists/links.ts';
import type { Conversations } from '../conversations.ts';
import type { Env } from '../env.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics/metrics.ts';
import type { Sends } from '../sending.ts';

/** A message as the transcript keeps it and as the channel sends it: plain JSON. */
export type Message = Partial<Activity>;

/** How a channel's messages look; all that a turn needs to know of it. */
export interface Presenting {
  /**
   * Makes the channel's message of a reply.
   *
   * @param checklist where the verdict's checklist can be opened, when it can
   */
  present(reply: Reply, checklist?: ChecklistLinks): Message;
  /** A message that is too long for the channel, as several; each becomes a line of the transcript and a send of its own. */
  split?(message: Message): Message[];
  /** How many messages may be said after one of the person's; what is more waits for 更多. */
  mostAtOnce?: number;
  /** Whoever wants a person gets one of the channel's own: no item of the help desk is made. */
  seat?: boolean;
}

export interface Window {
  until?: string;
  messages?: number;
  closed?: true;
}

export interface Channel extends Presenting, Sends {
  /** As in `Incoming.channel`, in stored conversations and in the outbox. */
  readonly name: string;
  /**
   * What may still be sent into the conversation: until when (ISO), how many messages; `closed`: nothing before the person writes again.
   * Absent where there is no limit.
   */
  window?(conversation: string): Promise<Window>;
  /** Takes nothing more in. Called before what was accepted is answered and sent. */
  stop?(): Promise<void> | void;
}

/** What a channel may use. */
export interface ChannelSurroundings {
  server: Server;
  env: Env;
  guide: Guide;
  conversations: Conversations;
  /** Settings, tokens, cursors: `store.documents`. */
  store: Store;
  /** Whether routes without keys may be open to this machine. */
  loopbackOpen: boolean;
  /** Whether this caller may open one more stream; everybody may where it is absent. */
  mayConnect?: (req: IncomingMessage) => Promise<boolean>;
  now: () => Date;
  log: Log;
  /** Counts tokens that could not be had. */
  metrics?: Pick<Metrics, 'tokenErrors'>;
}

/** Opens the channel: registers its routes; undefined when the environment does not ask for it. */
export type OpenChannel = (surroundings: ChannelSurroundings) => Channel | undefined | Promise<Channel | undefined>;
