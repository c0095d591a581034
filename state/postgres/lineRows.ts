/** Lines of transcripts as rows, and rows as lines. */
import { createHash } from 'node:crypto';
import { folded, saidIn } from '../said.ts';
import { isDeed, type TranscriptLine, transcriptLine } from '../transcript.ts';
import { type Bound, prepared } from './pool.ts';

/** PostgreSQL's texts cannot hold NUL; its `json` can, as an escape. */
export const clean = (text: string): string => text.replaceAll('\0', '\uFFFD');

export const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest();

/** What is read of a line. The column knows what became of its delivery, the JSON is as it was written. */
export interface LineRow {
  line: unknown;
  delivery: string | null;
}

/** The line, or undefined where it cannot be understood: the row stays as it is. */
export function lineOf({ line, delivery }: LineRow): TranscriptLine | undefined {
  const read = transcriptLine.safeParse(line);
  if (!read.success) return undefined;
  return delivery === null ? read.data : transcriptLine.parse({ ...read.data, delivery });
}

export const linesOf = (rows: readonly LineRow[]): TranscriptLine[] => rows.flatMap((each) => lineOf(each) ?? []);

/** Tells activities of one conversation apart; not for secrets. */
export const activityHash = (id: string): string => createHash('md5').update(id).digest('hex');

const addLines = prepared<never>(
  'add-lines',
  `WITH new AS (
     SELECT * FROM unnest($4::integer[], $5::timestamptz[], $6::boolean[], $7::text[], $8::text[], $9::text[], $10::text[],
       $11::text[], $12::text[], $13::uuid[], $14::text[], $15::text[], $16::boolean[])
       AS new (seq, at, person, said, question_id, answer_status, rule_ids, verdict, guide, activity, delivery, line, staff)),
   written AS (
     INSERT INTO lines (key, seq, told, at, delivery, activity, line)
     SELECT $1::bigint, seq, $3::boolean, at, delivery, activity, line::json FROM new)
   INSERT INTO searched (key, seq, at, person, staff, channel, guide, question_id, answer_status, verdict, rule_ids, said)
   SELECT $1, seq, at, person, staff, $2::text, guide, question_id, answer_status, verdict,
     string_to_array(rule_ids, E'\n'), said
   FROM new WHERE NOT $3 AND said IS NOT NULL`,
);

const addSends = prepared<never>(
  'add-sends',
  `INSERT INTO outbox (key, conversation, channel, seq, activity, address)
   SELECT $1::bigint, $2::text, $3::text, seq, activity::json, $4::json
   FROM unnest($5::integer[], $6::text[]) AS new (seq, activity) ORDER BY seq`,
);

/** A time as the tables hold it, to the millisecond. */
export const isoOf = (at: string): string => new Date(at).toISOString();

export interface Place {
  key: string;
  conversation: string;
  channel: string;
  /** Where replies are sent; null where clients fetch them. */
  address: unknown;
}

const cleaned = (text: string | undefined): string | null => (text === undefined ? null : clean(text));

/** Statements that add lines, and to the outbox those that are to be sent, where it is known whither. `told`: they tell of a deletion. */
export function adding(place: Place, lines: readonly TranscriptLine[], told = false): Bound<never>[] {
  const { key, conversation, channel, address } = place;
  if (lines.length === 0) return [];
  const rows = addLines(
    key,
    clean(channel),
    told,
    lines.map(({ seq }) => seq),
    lines.map(({ at }) => isoOf(at)),
    lines.map(({ from }) => from === 'person'),
    lines.map((each) => (isDeed(each) ? null : clean(folded(saidIn(each.activity))))),
    lines.map(({ questionId }) => cleaned(questionId)),
    lines.map(({ answerStatus }) => cleaned(answerStatus)),
    lines.map(({ ruleIds }) => cleaned(ruleIds?.join('\n'))),
    lines.map(({ verdict }) => cleaned(verdict)),
    lines.map(({ guide }) => clean(guide)),
    lines.map(({ activity }) => (activity.id === undefined ? null : activityHash(String(activity.id)))),
    lines.map(({ delivery }) => delivery ?? null),
    lines.map((line) => JSON.stringify(line)),
    lines.map(({ from }) => from === 'staff'),
  );
  const owed = lines.filter(({ from, delivery }) => from !== 'person' && delivery === 'pending');
  if (owed.length === 0 || address === undefined || address === null) return [rows];
  const sends = addSends(
    key,
    clean(conversation),
    clean(channel),
    JSON.stringify(address),
    owed.map(({ seq }) => seq),
    owed.map(({ activity }) => JSON.stringify(activity)),
  );
  return [rows, sends];
}
