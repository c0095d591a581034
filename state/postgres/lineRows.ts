/** Lines of transcripts as rows, and rows as lines. */
import { hash } from 'node:crypto';
import { folded, saidIn } from '../said.ts';
import { isDeed, type TranscriptLine, transcriptLine } from '../transcript.ts';
import { type Bound, prepared } from './pool.ts';

/** PostgreSQL's texts cannot hold NUL nor half a character; its `json` can, as an escape. */
export const clean = (text: string): string => text.replaceAll('\0', '\uFFFD').toWellFormed();

export const sha256 = (text: string): Buffer => hash('sha256', text, 'buffer');

/** What is read of a line. The column knows what became of its delivery, the JSON is as it was written. */
export interface LineRow {
  line: unknown;
  delivery: string | null;
  /** Why it did not arrive, for whoever reads one conversation. */
  reason?: string | null;
}

/** The line, or undefined where it cannot be understood: the row stays as it is. */
export function lineOf({ line, delivery, reason }: LineRow): TranscriptLine | undefined {
  const read = transcriptLine.safeParse(line);
  if (!read.success) return undefined;
  if (delivery === null) return read.data;
  return transcriptLine.parse({ ...read.data, delivery, ...(typeof reason === 'string' && { undelivered: reason }) });
}

export const linesOf = (rows: readonly LineRow[]): TranscriptLine[] => rows.flatMap((each) => lineOf(each) ?? []);

/** Tells activities of one conversation apart; not for secrets. */
export const activityHash = (id: string): string => hash('md5', id);

const insertLines = prepared<never>('insert-lines', 'SELECT insert_lines($1, $2, $3, $4, $5, 0, $6, $7, $8)');

/** A time as the tables hold it, to the millisecond. */
export const isoOf = (at: string): string => (isoTime.test(at) ? at : new Date(at).toISOString());

const isoTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

export interface Place {
  key: string;
  conversation: string;
  channel: string;
  /** Where replies are sent; null where clients fetch them. */
  address: unknown;
}

const cleaned = (text: string | undefined): string | undefined => (text === undefined ? undefined : clean(text));

/** What the columns know of a line. */
function aboutOf(line: TranscriptLine): object {
  const { seq, at, from, activity, questionId, answerStatus, ruleIds, verdict, guide, delivery } = line;
  return {
    seq,
    at: isoOf(at),
    person: from === 'person',
    staff: from === 'staff',
    said: isDeed(line) ? null : clean(folded(saidIn(activity))),
    question_id: cleaned(questionId),
    answer_status: cleaned(answerStatus),
    rule_ids: ruleIds?.map(clean),
    verdict: cleaned(verdict),
    guide: clean(guide),
    activity: activity.id === undefined ? null : activityHash(String(activity.id)),
    delivery,
  };
}

/** The line but for its number, which the database puts before it. */
const textOf = ({ seq: _seq, ...rest }: TranscriptLine): string => JSON.stringify(rest);

/** The whole line, as it stands in the database then. */
export const keptTextOf = (line: TranscriptLine): string => `{"seq":${line.seq},${textOf(line).slice(1)}`;

const isOwed = ({ from, delivery }: TranscriptLine): boolean => from !== 'person' && delivery === 'pending';

/** Lines as the functions of the database take them: `texts`, `about`, `activities`. */
export const asTaken = (lines: readonly TranscriptLine[]): (string | null)[] =>
  lines.length === 0
    ? [null, null, null]
    : [
        lines.map(textOf).join('\n'),
        JSON.stringify(lines.map(aboutOf)),
        lines.some(isOwed) ? lines.map((line) => (isOwed(line) ? JSON.stringify(line.activity) : '')).join('\n') : null,
      ];

/** Lines as they were kept, where others came between: their numbers went on. */
export const movedBy = (by: number, lines: TranscriptLine[]): TranscriptLine[] =>
  by === 0 ? lines : lines.map((line) => ({ ...line, seq: line.seq + by }));

/** A JSON of the tables. */
export const jsonOf = (address: unknown): string | null =>
  address === undefined || address === null ? null : JSON.stringify(address);

/** Statements that add lines, and to the outbox those that are to be sent, where it is known whither. `told`: they tell of a deletion. */
export function adding(
  { key, conversation, channel, address }: Place,
  lines: readonly TranscriptLine[],
  told = false,
): Bound<never>[] {
  if (lines.length === 0) return [];
  return [insertLines(key, clean(conversation), clean(channel), jsonOf(address), told, ...asTaken(lines))];
}
