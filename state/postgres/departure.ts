/** A conversation leaves: everything of it is removed at once, but what was promised to be kept. */
import type { Departure } from '../talks.ts';
import type { TranscriptLine } from '../transcript.ts';
import type { Heard } from './answer.ts';
import { dropEndings } from './ending.ts';
import { adding, type LineRow, lineOf } from './lineRows.ts';
import { type Bound, prepared, type Transaction } from './pool.ts';
import { answered, lockTalkOf, moving } from './talkRows.ts';

const dropSends = prepared<never>('drop-sends', 'DELETE FROM outbox WHERE key = $1');
const dropLines = prepared<never>(
  'drop-lines',
  `WITH searched AS (DELETE FROM searched WHERE key = $1), summaries AS (DELETE FROM summaries WHERE key = $1)
   DELETE FROM lines WHERE key = $1`,
);
const dropDamaged = prepared<never>(
  'drop-damaged',
  'DELETE FROM damaged WHERE name = (SELECT name FROM talks WHERE key = $1)',
);
const dropConversation = prepared<never>('drop-conversation', 'DELETE FROM conversations WHERE key = $1');
const emptyConversation = prepared<never>(
  'empty-conversation',
  'UPDATE conversations SET record = NULL WHERE key = $1',
);
const emptyTalk = prepared<never>(
  'empty-talk',
  `UPDATE talks SET last_seq = $2, begun_at = NULL, last_at = NULL, address = NULL, departed_at = now(),
     changed_at = clock_timestamp() WHERE key = $1`,
);
const allAnswered = prepared<never>('all-answered', 'UPDATE inbox SET answered = true WHERE key = $1 AND NOT answered');
const renumber = prepared<never>('renumber', "UPDATE inbox SET seq = $3 WHERE key = $1 AND id = decode($2, 'hex')");

const meanwhileOf = prepared<LineRow & { id: string }>(
  'meanwhile',
  `SELECT encode(id, 'hex') AS id, line, delivery FROM inbox JOIN lines USING (key, seq)
   WHERE key = $1 AND NOT answered AND id <> decode($2, 'hex') ORDER BY seq`,
);

type Belongings = { checklists: readonly string[]; exports: readonly string[] };

/** Statements that remove what a conversation is made of. Its numbers and the hashes of its activities' ids stay for a day. */
function removing(key: string, belongings: Belongings, lastSeq: number): Bound<unknown>[] {
  return [
    // The outbox before the lines, as `settle` does.
    dropSends(key),
    dropLines(key),
    ...dropEndings(belongings),
    dropDamaged(key),
    emptyTalk(key, lastSeq),
  ];
}

/** Statements that remove a conversation in which nothing was said meanwhile. */
export const removingAll = (key: string, belongings: Belongings, lastSeq: number): Bound<unknown>[] => [
  ...removing(key, belongings, lastSeq),
  allAnswered(key),
  dropConversation(key),
];

/** Deletes the conversation instead of committing the turn; what was said meanwhile begins it anew, what staff did goes with it. */
export async function depart(
  transaction: Transaction,
  { place, id, before }: Heard,
  departure: Departure,
): Promise<TranscriptLine[]> {
  const { key, conversation } = place;
  const talk = await lockTalkOf(transaction, conversation);
  const [meanwhile] = await transaction.send(meanwhileOf(key, id));
  const told = departure.lines(talk.last_seq + 1);
  const lastTold = told.at(-1)?.seq ?? talk.last_seq;
  const all = meanwhile.flatMap((row) => {
    const line = lineOf(row);
    return line ? [{ id: row.id, line }] : [];
  });
  const said = all.filter(({ line }) => line.from === 'person');
  if (said.length === 0) {
    await transaction.commit(...removingAll(key, before, lastTold), ...adding(place, told, true));
    return told;
  }
  const greeting = departure.greeting(lastTold + 1);
  const first = (greeting.at(-1)?.seq ?? lastTold) + 1;
  const heard = said.map((each, at) => ({ ...each, line: { ...each.line, seq: first + at } }));
  const done = all.filter((each) => !said.includes(each));
  const anew = [...greeting, ...heard.map(({ line }) => line)];
  await transaction.commit(
    ...removing(key, before, lastTold),
    emptyConversation(key),
    ...adding(place, told, true),
    ...adding(place, anew),
    answered(key, id),
    ...done.map((each) => answered(key, each.id)),
    ...heard.map((each) => renumber(key, each.id, each.line.seq)),
    moving(talk, anew, talk.address),
  );
  return [...told, ...anew];
}
