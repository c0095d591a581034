/** Rows behind the summaries: which conversations changed, their lines, and what was made of them before. */
import { form, type Summed, summarise, summedOf } from '../summarise.ts';
import { type LineRow, lineOf } from './lineRows.ts';
import { type Bound, prepared } from './pool.ts';

/** A conversation as it was when it was asked for. */
export interface TalkState {
  key: string;
  /** When it last changed: microseconds as text. */
  stamp: string;
  /** The first number of its lines; null where nothing is kept of it. */
  first: number | null;
  id: string | null;
  channel: string | null;
}

export interface KeptRow extends TalkState {
  /** Null where nothing was made, or of another form or life of the conversation. */
  summed: unknown;
  /** It is of the conversation as it stands. */
  fresh: boolean;
}

/** A conversation with what was made of it, as far as that can be understood. */
export interface Made extends TalkState {
  summed: Summed | undefined;
  fresh: boolean;
}

export function madeIn({ summed: stored, fresh, ...talk }: KeptRow): Made {
  const summed = stored === null ? undefined : summedOf(stored);
  // What was not asked for of a fresh one is there.
  return { ...talk, summed, fresh: fresh && (stored === null || summed !== undefined) };
}

/** What is known of a conversation. */
export interface Known {
  stamp: string;
  first: number;
  summed: Summed;
}

const stamp = 'extract(epoch FROM talks.changed_at)::text';
const state = `talks.key, ${stamp} AS stamp, id, channel,
  (SELECT seq FROM lines WHERE lines.key = talks.key AND NOT told ORDER BY seq LIMIT 1) AS first`;

/** All conversations of which something is kept, with what was made of them, by key upwards. */
export const someKept = prepared<KeptRow>(
  'some-summaries',
  `SELECT key, stamp, id, channel, first,
     CASE WHEN form = ${form} AND first_seq = first THEN summed END AS summed,
     coalesce(form = ${form} AND first_seq = first AND made_at = changed_at, false) AS fresh
   FROM (SELECT ${state}, talks.changed_at FROM talks JOIN conversations USING (key)
     WHERE last_at IS NOT NULL AND talks.key > $1 ORDER BY talks.key LIMIT $2) AS page
   LEFT JOIN (SELECT key, changed_at AS made_at, first_seq, form, summed FROM summaries) AS made USING (key)
   ORDER BY key`,
);

/** A page of those that changed since a time (microseconds), by key; what was made only of those that are not fresh. */
export const someChanged = prepared<KeptRow>(
  'changed-summaries',
  `SELECT key, stamp, id, channel, first, fresh, CASE WHEN NOT fresh AND form = ${form} AND first_seq = first THEN summed END AS summed
   FROM (SELECT page.*, form, first_seq, summed,
       coalesce(form = ${form} AND first_seq = first AND made_at = changed_at, false) AS fresh
     FROM (SELECT ${state}, talks.changed_at FROM talks JOIN conversations USING (key)
       WHERE last_at IS NOT NULL AND talks.key > $1 AND talks.changed_at >= to_timestamp($2::numeric)
       ORDER BY talks.key LIMIT $3) AS page
     LEFT JOIN (SELECT key, changed_at AS made_at, first_seq, form, summed FROM summaries) AS made USING (key)) AS all_of_them
   ORDER BY key`,
);

/** Those that changed since a time (microseconds), the deleted ones too. */
export const changedSince = prepared<TalkState>(
  'changed-talks',
  `SELECT ${state} FROM talks LEFT JOIN conversations USING (key) WHERE talks.changed_at >= to_timestamp($1::numeric)`,
);

export const timeNow = prepared<{ now: string }>(
  'summaries-now',
  'SELECT extract(epoch FROM clock_timestamp())::text AS now',
);

const someLines = prepared<LineRow & { key: string; seq: number }>(
  'summary-lines',
  `SELECT key, seq, line, delivery FROM unnest($1::bigint[], $2::integer[]) AS wanted (key, after) JOIN lines USING (key)
   WHERE seq > after AND NOT told AND (key, seq) > ($3::bigint, $4::integer) ORDER BY key, seq LIMIT $5`,
);

/** Lines that are read, and made something of, at once. */
const atOnce = 300;

/** Sends one statement. */
export type Ask = <Row>(statement: Bound<Row>) => Promise<Row[]>;

/**
 * Goes on with what is known of some conversations, by the lines that came since.
 *
 * @param talks those of which something is kept, each once
 */
export async function goneOn(
  ask: Ask,
  talks: readonly (TalkState & { first: number; known: Summed | undefined })[],
): Promise<Map<string, Known>> {
  const made = new Map(talks.map(({ key, known }) => [key, known]));
  const places = new Map(talks.map((talk) => [talk.key, talk]));
  const [keys, after] = [talks.map(({ key }) => key), talks.map(({ known }) => known?.last ?? 0)];
  let [key, seq] = ['0', 0];
  for (;;) {
    const rows = await ask(someLines(keys, after, key, seq, atOnce));
    const whole = rows.length < atOnce ? rows : wholeTurns(rows);
    for (const [own, some] of Map.groupBy(whole, (row) => row.key)) {
      const talk = places.get(own);
      const lines = some.flatMap((row) => lineOf(row) ?? []);
      if (talk) made.set(own, summarise(made.get(own), talk.id ?? '', talk.channel ?? '', lines));
    }
    const end = whole.at(-1);
    if (rows.length < atOnce || !end) break;
    [key, seq] = [end.key, end.seq];
  }
  return new Map(
    talks.flatMap((talk) => {
      const summed = made.get(talk.key);
      return summed ? [[talk.key, { stamp: talk.stamp, first: talk.first, summed }] as const] : [];
    }),
  );
}

/** Without the last turn, which may be cut off: its lines must come together. */
function wholeTurns<Row extends LineRow & { key: string }>(rows: readonly Row[]): readonly Row[] {
  const turnOf = (row: Row | undefined): unknown => row && [row.key, lineOf(row)?.activity.replyToId];
  const last = JSON.stringify(turnOf(rows.at(-1)));
  const end = rows.findLastIndex((row) => JSON.stringify(turnOf(row)) !== last);
  return end < 0 ? rows : rows.slice(0, end + 1);
}

/**
 * Keeps what was made of conversations that stand as they did. Their rows are held for that moment, as whoever deletes one holds it:
 * no words come back behind a deletion. One that somebody holds is left for the next time.
 */
export function keeping(made: ReadonlyMap<string, Known>): Bound<never> {
  const all = [...made];
  return keep(
    all.map(([key]) => key),
    all.map(([, each]) => each.stamp),
    all.map(([, { first }]) => first),
    all.map(([, { summed }]) => JSON.stringify(summed)),
  );
}

const keep = prepared<never>(
  'keep-summaries',
  `WITH held AS (
     SELECT talks.key, talks.changed_at, first_seq, summed
     FROM unnest($1::bigint[], $2::text[], $3::integer[], $4::text[]) AS new (key, stamp, first_seq, summed)
       JOIN talks USING (key)
     WHERE ${stamp} = stamp ORDER BY talks.key FOR NO KEY UPDATE OF talks SKIP LOCKED)
   INSERT INTO summaries (key, changed_at, first_seq, form, summed)
   SELECT key, changed_at, first_seq, ${form}, summed::json FROM held
   ON CONFLICT (key) DO UPDATE SET changed_at = excluded.changed_at, first_seq = excluded.first_seq, form = excluded.form,
     summed = excluded.summed`,
);
