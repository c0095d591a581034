/** Conversations of the PostgreSQL home as pieces: each is read and put in one transaction. */
import type { ConversationRecord } from '../conversation.ts';
import { departedFor } from '../departed.ts';
import { hashOf } from '../hash.ts';
import { activityId, type Found, isHeard, type Known, type Talk, talkOf } from '../pieces.ts';
import { isDeed, type TranscriptLine } from '../transcript.ts';
import { adding, clean, type LineRow, lineOf } from './lineRows.ts';
import { type Bound, type Connections, prepared } from './pool.ts';
import { readRecord } from './records.ts';
import { lockTalk } from './talkRows.ts';

interface TalkRow {
  last_seq: number;
  address: Record<string, unknown> | null;
  departed_at: Date | null;
  /** Null where nothing is kept of it. */
  id: string | null;
  channel: string | null;
  record: unknown;
  aside: boolean;
}

interface SendRow {
  seq: number;
  state: 'pending' | 'failed' | 'ambiguous';
  begun: boolean;
  reason: string | null;
  conversation: string;
  channel: string;
  activity: Record<string, unknown>;
  address: Record<string, unknown>;
}

const names = prepared<{ name: string }>(
  'copy-names',
  'SELECT name FROM talks WHERE name > $1 ORDER BY name LIMIT 1000',
);
const keptNames = prepared<{ name: string }>(
  'copy-kept-names',
  'SELECT name FROM talks JOIN conversations USING (key) WHERE name > $1 ORDER BY name LIMIT 1000',
);
const ofName = '(SELECT key FROM talks WHERE name = $1)';
const talkRow = prepared<TalkRow>(
  'copy-talk',
  `SELECT last_seq, address, departed_at, id, channel, record,
     EXISTS (SELECT FROM damaged WHERE damaged.name = talks.name) AS aside
   FROM talks LEFT JOIN conversations USING (key) WHERE name = $1`,
);
const lineRows = prepared<LineRow & { told: boolean }>(
  'copy-lines',
  `SELECT line, delivery, told FROM lines WHERE key = ${ofName} ORDER BY seq`,
);
const idRows = prepared<{ id: string; seq: number; answered: boolean }>(
  'copy-ids',
  `SELECT encode(id, 'hex') AS id, seq, answered FROM inbox WHERE key = ${ofName}`,
);
const sendRows = prepared<SendRow>(
  'copy-sends',
  `SELECT seq, state, begun, reason, conversation, channel, activity, address FROM outbox WHERE key = ${ofName} ORDER BY seq`,
);

export async function* talkNames(connections: Connections, which: 'all' | 'kept'): AsyncGenerator<string> {
  const some = which === 'all' ? names : keptNames;
  for (let last = ''; ; ) {
    const rows = await connections.query(some(last));
    for (const { name } of rows) yield name;
    const final = rows.at(-1);
    if (!final) return;
    last = final.name;
  }
}

export async function readTalk(connections: Connections, name: string, now: Date): Promise<Found | undefined> {
  const [[talk], rows, ids, sends] = await connections.transaction((transaction) =>
    transaction.commit(talkRow(name), lineRows(name), idRows(name), sendRows(name)),
  );
  if (!talk) return undefined;
  const lines = rows.flatMap(({ told, ...row }) => {
    const line = lineOf(row);
    return line ? [{ told, line }] : [];
  });
  const record = readRecord(talk.record);
  const damaged = talk.aside || record instanceof Error || lines.length < rows.length;
  const said = lines.flatMap(({ told, line }) => (told ? [] : [line]));
  const numbers = new Set(said.map(({ seq }) => seq));
  const waits = ids.filter(({ seq, answered }) => !answered && numbers.has(seq));
  const known: Pick<Known, 'lastSeq' | 'sends' | 'known'> = {
    lastSeq: talk.last_seq,
    sends: sends.map(({ seq, state, begun, reason, activity }) => ({
      seq,
      state,
      activity,
      ...(begun && { begun }),
      ...(reason !== null && { reason }),
    })),
    known: ids.map(({ id }) => id),
  };
  const [send] = sends;
  const address = talk.address ?? send?.address;
  const found = (value: Known): Found => ({
    kind: 'talk',
    name,
    piece: { kind: 'talk', name, value: talkOf(value) },
    damaged,
  });
  if (talk.id === null) {
    const ends = talk.departed_at && talk.departed_at.getTime() + departedFor;
    if (ends === null || ends <= now.getTime()) return undefined;
    const told = lines.map(({ line }) => line);
    const whither = send && { id: send.conversation, ...(address && { address }) };
    const departed = { expiresAt: new Date(ends).toISOString(), told };
    return found({ ...known, ...whither, channel: send?.channel ?? '', lines: [], waiting: [], departed });
  }
  const whole = record instanceof Error ? undefined : record;
  // A text cannot hold every character of an id, a document can.
  const id = [whole?.id, talk.id].find((each) => each !== undefined && hashOf(each) === name);
  if (id === undefined) return { kind: 'talk', name, damaged: true };
  return found({
    ...known,
    id,
    channel: whole?.channel || (talk.channel ?? ''),
    ...(whole && { record: whole }),
    ...(address && { address }),
    lines: said,
    waiting: waits.map(({ seq }) => seq),
  });
}

const makeTalk = prepared<never>('copy-make-talk', 'INSERT INTO talks (name) VALUES ($1) ON CONFLICT DO NOTHING');
const clear = ['outbox', 'lines', 'searched', 'summaries', 'inbox', 'conversations'].map((table) =>
  prepared<never>(`copy-clear-${table}`, `DELETE FROM ${table} WHERE key = $1`),
);
const putTalkRow = prepared<never>(
  'copy-put-talk',
  `UPDATE talks SET last_seq = $2, begun_at = $3, last_at = $4, address = $5, departed_at = $6,
     changed_at = clock_timestamp() WHERE key = $1`,
);
const putConversation = prepared<never>(
  'copy-put-conversation',
  'INSERT INTO conversations (key, id, channel, record) VALUES ($1, $2, $3, $4)',
);
/** From now on known for as long as ids that came in now; those of a deleted one as long as it. */
const putIds = prepared<never>(
  'copy-put-ids',
  `INSERT INTO inbox (key, id, seq, answered, accepted_at)
   SELECT $1::bigint, decode(id, 'hex'), seq, answered, coalesce($2::timestamptz, now())
   FROM unnest($3::text[], $4::integer[], $5::boolean[]) AS new (id, seq, answered) ON CONFLICT DO NOTHING`,
);
const putSends = prepared<never>(
  'copy-put-sends',
  `INSERT INTO outbox (key, conversation, channel, address, seq, state, begun, reason, activity)
   SELECT $1::bigint, $2::text, $3::text, $4::json, seq, state, begun, reason, activity::json
   FROM unnest($5::integer[], $6::text[], $7::boolean[], $8::text[], $9::text[]) AS new (seq, state, begun, reason, activity)
   ORDER BY seq`,
);

/** Lines of one statement: it must not take long. */
const atOnce = 500;

export async function putTalk(connections: Connections, name: string, talk: Talk): Promise<void> {
  const { id = '', channel, lastSeq, record, address, lines, departed } = talk;
  const ends = departed && new Date(Date.parse(departed.expiresAt) - departedFor);
  const times = lines.flatMap((line) => (isDeed(line) ? [] : [Date.parse(line.at)]));
  await connections.transaction(async (transaction) => {
    const [, [row]] = await transaction.send(makeTalk(name), lockTalk(name));
    if (!row) throw new Error('the row that counts its lines is gone');
    const { key } = row;
    // Without an address: what is to be sent is known.
    const place = { key, conversation: id, channel, address: null };
    await transaction.commit(
      ...clear.map((of) => of(key)),
      ...(departed ? [] : [putConversation(key, clean(id), clean(channel), recordText(record))]),
      ...inParts(lines).flatMap((some) => adding(place, some)),
      ...adding(place, departed?.told ?? [], true),
      ...idsOf(key, talk, ends),
      ...sendsOf(key, talk),
      putTalkRow(
        key,
        lastSeq,
        times.length > 0 ? new Date(Math.min(...times)) : null,
        times.length > 0 ? new Date(Math.max(...times)) : null,
        departed || !address ? null : JSON.stringify(address),
        ends ?? null,
      ),
    );
  });
}

const recordText = (record: ConversationRecord | undefined): string | null => (record ? JSON.stringify(record) : null);

function inParts(lines: readonly TranscriptLine[]): TranscriptLine[][] {
  return Array.from({ length: Math.ceil(lines.length / atOnce) }, (_, part) =>
    lines.slice(part * atOnce, (part + 1) * atOnce),
  );
}

function idsOf(key: string, { lines, waiting, taken }: Talk, ends: Date | undefined): Bound<never>[] {
  const waits = new Set(waiting);
  const heard = lines.filter((line) => waits.has(line.seq) || (isHeard(line) && line.activity.id !== undefined));
  const ids = [
    // First: of two with one id that counts which waits.
    ...heard.filter(({ seq }) => waits.has(seq)).map((line) => ({ line, answered: false })),
    ...heard.filter(({ seq }) => !waits.has(seq)).map((line) => ({ line, answered: true })),
  ].map(({ line, answered }) => ({ id: hashOf(activityId(line)), seq: line.seq, answered }));
  const all = [...ids, ...taken.map((id) => ({ id, seq: 0, answered: true }))];
  if (all.length === 0) return [];
  const columns = [all.map((each) => each.id), all.map(({ seq }) => seq), all.map(({ answered }) => answered)];
  return [putIds(key, ends ?? null, ...columns)];
}

function sendsOf(key: string, { id, channel, address, lines, sends }: Talk): Bound<never>[] {
  if (sends.length === 0 || !address || id === undefined) return [];
  const bySeq = new Map(lines.map(({ seq, activity }) => [seq, activity]));
  return [
    putSends(
      key,
      clean(id),
      clean(channel),
      JSON.stringify(address),
      sends.map(({ seq }) => seq),
      sends.map(({ state }) => state),
      sends.map(({ begun = false }) => begun),
      sends.map(({ reason }) => (reason === undefined ? null : clean(reason))),
      sends.map(({ seq, activity }) => JSON.stringify(activity ?? bySeq.get(seq))),
    ),
  ];
}
