/** Past talks replayed with what the assistant knows now and with what it would know, compared turn by turn: plain data, bounded. */
import { type Difference, differences } from './compare.ts';
import type { PastTalk } from './pastTalk.ts';
import { type Knowledge, player } from './player.ts';

/** One message to which the assistant would reply otherwise. */
export interface Change {
  conversation: string;
  channel: string;
  /** The number of the person's line, when it was written, and its first words. */
  seq: number;
  at: string;
  asked: string;
  differences: Difference[];
}

/** What became of some talks. */
export interface Replayed {
  turns: number;
  /** Turns that failed in either way. */
  failed: number;
  /** Turns in which only a question of the interview or a remark is another one. */
  said: number;
  changes: Change[];
}

/** Characters of what the person wrote. */
const longestAsked = 400;

export interface Sides {
  now: Knowledge;
  trial: Knowledge;
  timeZone: string;
  /** ISO time: what was written before is said again and not looked at. */
  since?: string;
}

/** @returns the way to replay one talk */
export function replaying({ now, trial, timeZone, since = '' }: Sides): (talk: PastTalk) => Promise<Replayed> {
  const playNow = player(now, timeZone);
  const playTrial = player(trial, timeZone);
  return async function replay(talk) {
    const [before, after] = [await playNow(talk), await playTrial(talk)];
    const found: Replayed = { turns: 0, failed: 0, said: 0, changes: [] };
    talk.turns.forEach(({ seq, at, text }, index) => {
      if (at < since) return;
      found.turns += 1;
      const [one, other] = [before[index], after[index]];
      if (!one || !other) found.failed += 1;
      const { found: different, said } = differences(one, other);
      if (said) found.said += 1;
      if (different.length === 0) return;
      const asked = text.length > longestAsked ? `${text.slice(0, longestAsked)}……` : text;
      const { conversation, channel } = talk;
      found.changes.push({ conversation, channel, seq, at, asked, differences: different });
    });
    return found;
  };
}
