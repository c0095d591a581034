/** One turn as it is measured: from taking the message up to the commit, and the commit alone. */
import type { TranscriptLine } from '../../state/transcript.ts';
import type { Metrics } from './metrics.ts';
import { countAnswer, countVerdict } from './told.ts';

export interface TimedTurn {
  /** The message is in our hands; what was waited for before is no part of the turn. */
  taken(channel: string): void;
  /** The dialogs have answered; what follows is the commit. */
  answered(): void;
  /** It could not be committed. */
  failed(): void;
  /** @returns what the log says of it: the channel, milliseconds, how many replies */
  committed(lines: readonly TranscriptLine[]): { channel: string; ms: number; replies: number };
}

export function timedTurn(metrics: Metrics | undefined): TimedTurn {
  let channel = '';
  let taken = 0;
  let answered = 0;
  return {
    taken(name) {
      channel = name;
      taken = performance.now();
    },
    answered() {
      answered = performance.now();
    },
    failed: () => metrics?.failures.inc({ part: 'commit' }),
    committed(lines) {
      const now = performance.now();
      const replies = lines.filter(({ from }) => from !== 'person');
      if (metrics) {
        const labels = { channel: metrics.channel(channel) };
        metrics.turns.observe(labels, (now - taken) / 1000);
        metrics.commits.observe(labels, (now - answered) / 1000);
        for (const { verdict, answerStatus } of replies) {
          if (verdict !== undefined) countVerdict(metrics, verdict, 'chat');
          if (answerStatus !== undefined) countAnswer(metrics, answerStatus, 'chat');
        }
      }
      return { channel, ms: Math.round((now - taken) * 10) / 10, replies: replies.length };
    },
  };
}
