/** Conversations as they lie in a home after months: real finished talks under other ids, at other times, with other people's words. */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readQuestionSet, turnsOf } from '../../../bot/ask/questionSet.ts';
import type { Checklist } from '../../../state/checklists.ts';
import type { ConversationRecord } from '../../../state/conversation.ts';
import type { TranscriptLine } from '../../../state/transcript.ts';
import { finishedTalks } from './finished.ts';

export const channel = 'directline';

export interface StoredTalk {
  record: ConversationRecord;
  lines: TranscriptLine[];
  checklists: { id: string; checklist: Checklist }[];
}

/** Said once in a thousand conversations. */
export const seldom = '鄱阳湖江豚监测能不能报';
/** One conversation in so many keeps a checklist. */
const withChecklist = 10;
/** Days over which they are spread: none is old enough to be deleted. */
const days = 160;
const day = 24 * 60 * 60 * 1000;

/** Words of many people, so that searching has something to tell apart. */
function manyWords(): string[] {
  const folder = fileURLToPath(new URL('../../eval', import.meta.url));
  return ['qa-dev', 'qa-generated', 'qa-decline-dev'].flatMap((name) =>
    readQuestionSet(join(folder, `${name}.json`)).flatMap(turnsOf),
  );
}

/** Gives the maker of the conversation of a number; each has so many lines of a whole talk. */
export async function storedTalks(lines: number): Promise<(number: number) => StoredTalk> {
  const finished = await finishedTalks();
  const words = manyWords();
  const now = Date.now();
  return (number) => {
    const [first] = finished;
    const talk = finished[number % finished.length] ?? first;
    if (!talk) throw new Error('no talk was finished');
    const begun = now - (((number * 7919) % (days * 1440)) / 1440 + 1) * day;
    // Every part of the talk comes as often: a verdict is a long line, and one in many.
    const parts = Math.max(1, Math.floor(talk.lines.length / lines));
    const end = talk.lines.length - (Math.floor(number / finished.length) % parts) * lines;
    const part = talk.lines.slice(Math.max(0, end - lines), end);
    const skipped = Math.max(0, end - lines);
    const own = part.map((line, at): TranscriptLine => {
      const text = number % 1000 === 3 && at < 2 ? seldom : words[(number * 31 + at) % words.length];
      return {
        ...line,
        seq: line.seq - skipped,
        at: new Date(begun + at * 20_000).toISOString(),
        activity: line.from === 'person' ? { ...line.activity, text } : line.activity,
      };
    });
    const checklist = number % withChecklist === 0 ? talk.checklist : undefined;
    const checklists = checklist ? [{ id: randomBytes(24).toString('base64url'), checklist }] : [];
    const heard = own.findLastIndex(({ from }) => from === 'person');
    return {
      record: {
        ...talk.record,
        id: `dl-bench-${number}`,
        heardAt: own.at(-1)?.at,
        pending: own.slice(Math.max(0, heard)).map((line) => ({ ...line })),
        checklists: checklists.map(({ id }) => id),
      },
      lines: own,
      checklists,
    };
  };
}
