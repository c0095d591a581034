/**
 * The hall: every channel's way in. An activity is kept before it is acknowledged; turns of one conversation run in order, and what a
 * turn did is committed at once by the home of the state. What could not be committed is tried again until it is.
 */
import { randomUUID } from 'node:crypto';
import { hasTalk } from '../dialogs/handover.ts';
import { languageOf } from '../dialogs/heard.ts';
import { greeting as greetingReply } from '../dialogs/main.ts';
import { spokenIn } from '../knowledge/languages/spokenIn.ts';
import { queues } from '../state/queue.ts';
import type { Commit, Turn } from '../state/talks.ts';
import { type TranscriptLine, transcriptLine } from '../state/transcript.ts';
import type { Conversations } from './conversations.ts';
import { aboutMessage, apart, brought } from './logging/belonging.ts';
import { timedTurn } from './metrics/timedTurn.ts';
import { newReference } from './problem.ts';
import { progress, type Waiting } from './progress.ts';
import { retrying } from './retrying.ts';
import { type HallOptions, language, turns } from './turn.ts';
import { basisOf, masked, plain, restored } from './turnActivity.ts';

export type { HallOptions } from './turn.ts';

export interface Hall extends Conversations {
  /** Answers what was accepted and not answered: before a restart, or by another process that is gone. */
  resume(): Promise<void>;
  /** Messages that wait for an answer, and since when. */
  waiting(): Waiting;
}

type Desked = Parameters<NonNullable<HallOptions['desked']>>[0] | undefined;

/** What waits for somebody at the help desk since this turn. */
function newItem({ record: before }: Turn, commit: Commit): Desked {
  if (!('record' in commit)) return undefined;
  const { desk: item, id: conversation, channel } = commit.record;
  return item?.state === 'pending' && before.desk?.id !== item.id ? { conversation, channel, item } : undefined;
}

/** Activities that wait for an answer at the same time; when there are more, people are asked to come again. */
const mostWaiting = 5000;

export function hall(options: HallOptions): Hall {
  const { store, log, guideId, now, present, checklists, exports, retentionDays, metrics } = options;
  const { talks } = store;
  const run = turns(options);
  const inOrder = queues();
  const again = retrying((conversation) => answerLater(conversation));
  const listeners = new Map<string, Set<(lines: TranscriptLine[]) => void>>();
  const lastTold = new Map<string, number>();
  const waits = progress();

  const line = (seq: number, from: TranscriptLine['from'], activity: object, more: Partial<TranscriptLine> = {}) => {
    const published = options.overlay?.(more.guide ?? guideId) ?? null;
    const overlay = published?.guide === (more.guide ?? guideId) ? published.version : null;
    return transcriptLine.parse({ guide: guideId, overlay, ...more, seq, at: now().toISOString(), from, activity });
  };

  function tell(conversation: string, lines: readonly TranscriptLine[]): void {
    const own = listeners.get(conversation);
    const last = lines.at(-1)?.seq;
    if (!own || last === undefined) return;
    lastTold.set(conversation, last);
    for (const listener of own) listener([...lines]);
  }

  talks.onForeign((conversation) => {
    if (!listeners.has(conversation)) return;
    talks.read(conversation, lastTold.get(conversation) ?? 0).then(
      (lines) => tell(conversation, lines),
      (error: unknown) => log.error({ err: error }, 'foreign lines not read'),
    );
  });

  function greetingLines(channel: string, seq = 1): TranscriptLine[] {
    const shape = options.channel?.(channel) ?? { present };
    const activity = {
      ...shape.present(greetingReply(guideId, retentionDays, language, options.guides)),
      id: 'greeting',
    };
    return [line(seq, 'bot', activity, { delivery: 'visible' })];
  }

  /** Answers what waits in the conversation, whoever accepted it: everything, or until the activity of this id is answered. */
  async function answerAll(conversation: string, until?: string): Promise<void> {
    for (let answered: unknown; until === undefined || answered !== until; ) {
      let desked: Desked;
      const timed = timedTurn(metrics);
      const lines = await talks
        .turn(conversation, async (turn) => {
          answered = turn.heard.activity.id;
          timed.taken(turn.record.channel);
          const commit = await aboutMessage(conversation, answered, () => answer(turn));
          timed.answered();
          desked = newItem(turn, commit);
          return commit;
        })
        .catch((error: unknown) => {
          timed.failed();
          const reference = newReference();
          aboutMessage(conversation, answered ?? until, () =>
            log.error({ err: error, reference }, 'turn not committed'),
          );
          throw error;
        });
      if (!lines) return;
      waits.went(conversation);
      const figures = timed.committed(lines);
      aboutMessage(conversation, answered, () => log.info(figures, 'turn'));
      tell(conversation, lines);
      if (lines.some(({ delivery }) => delivery === 'pending')) options.committed?.();
      if (desked) options.desked?.(desked);
    }
  }

  function answerLater(conversation: string, until?: string): void {
    waits.begin(conversation);
    apart(() => inOrder.run(conversation, () => answerAll(conversation, until))).then(
      () => {
        again.done(conversation);
        waits.end(conversation);
      },
      () => {
        again.later(conversation);
        waits.stuck(conversation);
      },
    );
  }

  async function answer(turn: Turn): Promise<Commit> {
    const { heard } = turn;
    const replyToId = String(heard.activity.id);
    const { id: conversation, channel } = turn.record;
    const incoming = { ...restored(heard.activity), id: replyToId, channel, conversation };
    const { record, sent, made, data } = await run(incoming, turn);
    if (!data) metrics?.failures.inc({ part: 'dialogs' });
    // Who fetches the replies sees them with the commit; to the others they are sent.
    const delivery = turn.address ? 'pending' : 'visible';
    const lines = (seq: number): TranscriptLine[] =>
      sent.map((activity, at) =>
        line(
          seq + at,
          basisOf(activity)?.from ?? 'bot',
          // What the adapter collects has an empty one.
          { ...plain(activity), id: activity.id || randomUUID(), replyToId },
          { ...basisOf(activity), delivery },
        ),
      );
    if (data?.deleting) return { departs: true, lines, greeting: (seq) => greetingLines(channel, seq) };
    const tooMany = checklists?.name(record, made) ?? [];
    const tooManyLinks = exports?.name(record, data?.made ?? []) ?? [];
    return {
      record,
      lines,
      checklists: made,
      exports: data?.made ?? [],
      drop: { checklists: tooMany, exports: tooManyLinks },
    };
  }

  return {
    greeting: async (channel) => greetingLines(channel),
    async accept(incoming) {
      if (incoming.type !== 'message') return 'accepted';
      if (waits.running() >= mostWaiting) throw new Error('too many activities wait for an answer');
      const { conversation, channel, address, ...activity } = masked(incoming);
      brought(conversation, incoming.id);
      const end = metrics?.accepts.startTimer({ channel: metrics.channel(channel) });
      const lines = await talks.accept({
        conversation,
        channel,
        id: incoming.id,
        ...(address && { address }),
        lines: (seq, blank) => {
          // Where replies are sent, the turn sends the greeting too.
          const shown = !address || incoming.greeted || incoming.group;
          const first = blank && shown ? greetingLines(channel, seq) : [];
          return [...first, line(seq + first.length, 'person', { ...activity, timestamp: now().toISOString() })];
        },
      });
      end?.();
      aboutMessage(conversation, incoming.id, () => log.debug({ channel, repeated: lines === 'repeated' }, 'kept'));
      if (lines === 'repeated') {
        // Whoever accepted it the first time may be gone.
        answerLater(conversation);
        return 'repeated';
      }
      tell(conversation, lines);
      // What comes later is looked for by its own: a look that finds nothing would cost a question to the database.
      answerLater(conversation, incoming.id);
      return 'accepted';
    },
    async staff({ id, conversation, by, deed }) {
      const record = await talks.load(conversation);
      if (!record) return 'unknown';
      brought(conversation, id);
      const lines = await talks.accept({
        conversation,
        channel: record.channel,
        id,
        address: 'latest',
        lines: (seq, blank) => {
          // Deleted meanwhile.
          if (blank) throw new Error('nothing is kept of the conversation');
          const activity = { id, type: 'event', name: 'staff', value: deed };
          return [line(seq, 'staff', activity, { staff: by })];
        },
      });
      answerLater(conversation, lines === 'repeated' ? undefined : id);
      return lines === 'repeated' ? 'repeated' : 'accepted';
    },
    async silent(conversation) {
      const record = await talks.load(conversation);
      return record !== undefined && hasTalk(record.desk);
    },
    async language(conversation, text = '') {
      const record = await talks.load(conversation).catch(() => undefined);
      return spokenIn(text, record ? languageOf(record) : language);
    },
    read: (conversation, afterSeq) => talks.read(conversation, afterSeq),
    exists: (conversation) => talks.exists(conversation),
    subscribe(conversation, listener) {
      const own = listeners.get(conversation) ?? new Set();
      listeners.set(conversation, own.add(listener));
      return () => {
        own.delete(listener);
        if (own.size > 0) return;
        listeners.delete(conversation);
        lastTold.delete(conversation);
      };
    },
    idle: (conversation) => inOrder.idle(conversation),
    waiting: waits.waiting,
    async resume() {
      for await (const conversation of talks.unanswered()) answerLater(conversation);
    },
  };
}
