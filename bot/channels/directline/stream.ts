/** The WebSocket of Direct Line: sends ActivitySets as lines appear, resumes from a watermark, is pinged, is bounded. */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocket, WebSocketServer } from 'ws';
import type { TranscriptLine } from '../../../state/transcript.ts';
import type { Conversations } from '../../conversations.ts';
import { linesAfter, watermarkAfter } from './lines.ts';
import { isShown, type Presenter } from './present.ts';

export interface StreamLimits {
  /** Open streams of the whole service; one more is refused. */
  total: number;
  /** Open streams of one conversation; one more closes the oldest. */
  perConversation: number;
  /** Milliseconds between pings; a client that did not answer the last one is dropped. */
  pingEvery: number;
  /** Bytes waiting for a slow client before it is dropped. */
  backlog: number;
}

export const streamLimits: StreamLimits = { total: 2000, perConversation: 8, pingEvery: 25_000, backlog: 4_000_000 };

export interface StreamOptions {
  conversations: Conversations;
  presenter: Presenter;
  limits: StreamLimits;
  onError(error: unknown): void;
}

/** A request that may read this conversation, to be taken over; the client has seen everything up to `seen`. */
export interface Upgrade {
  req: IncomingMessage;
  socket: Duplex;
  head: Buffer;
  conversation: string;
  seen: number;
}

export interface Streams {
  open(upgrade: Upgrade): void;
  /** Ends all streams; clients come back by themselves. */
  close(): void;
}

/** Refuses an upgrade in the only way a client can see: a status and the end. */
export function refuseUpgrade(socket: Duplex, status: number, reason: string): void {
  socket.on('error', () => socket.destroy());
  socket.end(`HTTP/1.1 ${status} ${reason}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

export function makeStreams({ conversations, presenter, limits, onError }: StreamOptions): Streams {
  const server = new WebSocketServer({ noServer: true, maxPayload: 4096, perMessageDeflate: false });
  const byConversation = new Map<string, Set<WebSocket>>();
  const answered = new WeakSet<WebSocket>();

  const pinging = setInterval(() => {
    for (const client of server.clients) {
      if (!answered.delete(client)) client.terminate();
      else client.ping();
    }
  }, limits.pingEvery);
  pinging.unref();

  function admit(client: WebSocket, conversation: string): void {
    const open = byConversation.get(conversation) ?? new Set();
    byConversation.set(conversation, open.add(client));
    if (open.size > limits.perConversation) open.values().next().value?.close(1008, 'too many streams');
    answered.add(client);
    client.on('pong', () => answered.add(client));
    client.on('message', () => answered.add(client));
    client.on('error', () => client.terminate());
    client.on('close', () => {
      open.delete(client);
      if (open.size === 0) byConversation.delete(conversation);
    });
  }

  async function send(client: WebSocket, conversation: string, lines: TranscriptLine[]): Promise<void> {
    if (client.bufferedAmount > limits.backlog) return client.terminate();
    const shown = lines.filter(isShown);
    const activities = await presenter.present(conversation, shown);
    if (client.readyState !== WebSocket.OPEN) return;
    // One a frame: of a frame with several the published client puts the second behind the next frame's first.
    for (const [at, activity] of activities.entries()) {
      client.send(
        JSON.stringify({ activities: [activity], watermark: String(watermarkAfter(shown.slice(0, at + 1), 0)) }),
      );
    }
  }

  /** One run at a time per client: what is new is sent in order, however the batches come. */
  function follow(client: WebSocket, conversation: string, from: number): void {
    let seen = from;
    let running: Promise<void> = Promise.resolve();

    async function deliver(batch: TranscriptLine[] | undefined): Promise<void> {
      if (client.readyState !== WebSocket.OPEN) return;
      let lines = batch?.filter((line) => line.seq > seen);
      // The first run, and a batch after a gap, are read from the transcript.
      if (lines === undefined || (lines[0] && lines[0].seq !== seen + 1)) {
        lines = await linesAfter(conversations, conversation, seen);
      }
      if (lines.length === 0) return;
      seen = watermarkAfter(lines, seen);
      await send(client, conversation, lines);
    }
    const queue = (batch?: TranscriptLine[]) => {
      running = running
        .then(() => deliver(batch))
        .catch((error: unknown) => {
          onError(error);
          // The client reconnects and asks again from its watermark.
          client.close(1011, 'try again');
        });
    };

    const stop = conversations.subscribe(conversation, queue);
    client.on('close', stop);
    queue();
  }

  return {
    open({ req, socket, head, conversation, seen }) {
      if (server.clients.size >= limits.total) return refuseUpgrade(socket, 503, 'Service Unavailable');
      server.handleUpgrade(req, socket, head, (client) => {
        admit(client, conversation);
        follow(client, conversation, seen);
      });
    },
    close() {
      clearInterval(pinging);
      for (const client of server.clients) client.close(1001, 'going away');
      // Whoever does not answer the goodbye must not hold the service up.
      setTimeout(() => {
        for (const client of server.clients) client.terminate();
      }, 1000).unref();
      server.close();
    },
  };
}
