/**
 * What a home of the state holds, piece by piece, in a form that every home can give and take: so one is copied into another. Nothing
 * derived is a piece, nor what only one home knows (eTags, how often a send was tried).
 */
import type { AuditEntry } from './audit.ts';
import { type Checklist, checklist } from './checklists.ts';
import type { ConversationRecord } from './conversation.ts';
import type { Departed } from './departed.ts';
import { type ExportLink, exportLink } from './exports.ts';
import { hashOf } from './hash.ts';
import { isDeed, type TranscriptLine } from './transcript.ts';

/** In the order in which they are listed. The key is first: the tokens of a home that was copied in part are those of its source. */
const kinds = ['key', 'talk', 'checklist', 'export', 'document', 'audit'] as const;
export type Kind = (typeof kinds)[number];

/** A reply that is not sent. */
export interface Send {
  seq: number;
  state: 'pending' | 'failed' | 'ambiguous';
  /** Of one that is pending: its send had begun, and may have arrived. */
  begun?: true;
  reason?: string;
  /** Of one that stands in no transcript: it tells of a deletion. */
  activity?: Record<string, unknown>;
}

/** Everything of one conversation. */
export interface Talk {
  /** Absent where only the hash is known. */
  id?: string;
  channel: string;
  /** The last number that a line of it has or had. */
  lastSeq: number;
  /** Without what a home adds to it: `seen`, `pending`, `outbox`, `address`. */
  record?: ConversationRecord;
  /** Where replies are sent. */
  address?: Record<string, unknown>;
  /** What was said, in order, with what is known of its delivery. */
  lines: TranscriptLine[];
  /** Numbers of the lines that wait for an answer. */
  waiting: number[];
  sends: Send[];
  /** Hashes of ids that have no second effect, besides those of the person's lines. */
  taken: string[];
  /** It was deleted, and nothing else is kept of it. */
  departed?: Pick<Departed, 'expiresAt' | 'told'>;
}

export type Piece =
  | { kind: 'key'; name: 'signing'; value: string }
  | { kind: 'talk'; name: string; value: Talk }
  | { kind: 'checklist'; name: string; value: Checklist }
  | { kind: 'export'; name: string; value: ExportLink }
  | { kind: 'document'; name: string; value: { kind: string; id: string; value: unknown } }
  /** A month (`2026-11`), by time and then as it was added. */
  | { kind: 'audit'; name: string; value: AuditEntry[] };

/** What stands in a home. */
export interface Found {
  kind: Kind;
  /** A hash, the hashes of a document's kind and id, or a month. */
  name: string;
  /** Absent where nothing can be understood. */
  piece?: Piece;
  /** Something of it cannot be understood. */
  damaged: boolean;
}

export interface Pieces {
  /** Everything that has not ended, in the order of `byPlace`, one piece at a time; changes nothing. */
  list(): AsyncIterable<Found>;
  /** Names of the conversations of which something is kept, upwards. */
  talks(): AsyncIterable<string>;
  /** Puts it in the place of what is there under this name. When it resolves, it survives a crash. What is cut off is found as a part of it. */
  put(piece: Piece): Promise<void>;
  close(): Promise<void>;
}

/** It can be copied from or to there only when something else was done before; the message says what. */
export class CannotCopyError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'CannotCopyError';
  }
}

export const documentName = (kind: string, id: string): string => `${hashOf(kind).slice(0, 16)}/${hashOf(id)}`;

/** What is stored under this name, as a piece; undefined where it cannot be understood. */
export function endingOf(
  kind: 'checklist' | 'export',
  name: string,
  stored: unknown,
): Extract<Piece, { kind: 'checklist' | 'export' }> | undefined {
  if (kind === 'checklist') {
    const value = checklist.safeParse(stored).data;
    return value && { kind, name, value };
  }
  const value = exportLink.safeParse(stored).data;
  return value && { kind, name, value };
}

export function byPlace(one: Pick<Found, 'kind' | 'name'>, other: Pick<Found, 'kind' | 'name'>): number {
  if (one.kind !== other.kind) return kinds.indexOf(one.kind) - kinds.indexOf(other.kind);
  return one.name < other.name ? -1 : Number(one.name > other.name);
}

/** What a home knows of a conversation. */
export interface Known extends Omit<Talk, 'taken' | 'sends'> {
  /** Hashes of all ids that have no second effect. */
  known: Iterable<string>;
  sends: readonly (Omit<Send, 'activity'> & { activity: Record<string, unknown> })[];
}

/** The conversation in the form that is the same in every home. */
export function talkOf({ known, sends, record, ...rest }: Known): Talk {
  const lines = rest.lines.toSorted((one, other) => one.seq - other.seq);
  const own = new Set(lines.flatMap((line) => (isHeard(line) ? hashOf(activityId(line)) : [])));
  const said = new Set(lines.map(({ seq }) => seq));
  return {
    ...rest,
    ...(record && { record: plain(record) }),
    lines,
    waiting: rest.waiting.toSorted((one, other) => one - other),
    sends: sends
      // One that never arrives and is part of no transcript is of no use to anybody.
      .filter(({ seq, state }) => state === 'pending' || said.has(seq))
      .map(({ seq, state, begun, reason, activity }) => ({
        seq,
        state,
        ...(state === 'pending' && begun && { begun }),
        ...(state !== 'pending' && reason !== undefined && { reason }),
        ...(!said.has(seq) && { activity }),
      }))
      .sort((one, other) => one.seq - other.seq),
    taken: [...new Set(known)].filter((hash) => !own.has(hash)).sort(),
  };
}

/** It came in, and its id has no second effect. */
export const isHeard = (line: TranscriptLine): boolean => line.from === 'person' || isDeed(line);

/** The id by which an activity is known. */
export const activityId = ({ activity }: TranscriptLine): string => String(activity.id ?? '');

function plain({ address: _address, deleting: _deleting, departed: _departed, ...record }: ConversationRecord) {
  return { ...record, seen: [], pending: [], outbox: [] };
}

/** What is counted and compared. */
export const rows = [
  'talks',
  'lines',
  'waiting',
  'pending',
  'dead',
  'taken',
  'departed',
  'checklists',
  'exports',
  'documents',
  'audit',
  'key',
] as const;
export type Row = (typeof rows)[number];

export interface Part {
  row: Row;
  count: number;
  /** Everything of it. */
  text: string;
}

/** The piece taken apart; together the parts are all of it. Homes keep the order of keys, so that equal parts have equal texts. */
export function partsOf(piece: Piece): Part[] {
  const one = (row: Row, content: unknown): Part => ({ row, count: 1, text: JSON.stringify(content) });
  if (piece.kind === 'key') return [one('key', piece.value)];
  if (piece.kind === 'checklist') return [one('checklists', piece.value)];
  if (piece.kind === 'export') return [one('exports', piece.value)];
  if (piece.kind === 'document') return [one('documents', [piece.value.kind, piece.value.id, piece.value.value])];
  if (piece.kind === 'audit') return [{ row: 'audit', count: piece.value.length, text: JSON.stringify(piece.value) }];
  const { id, channel, lastSeq, record, address, lines, waiting, sends, taken, departed } = piece.value;
  const some = (row: Row, things: readonly unknown[]): Part[] =>
    things.length === 0 ? [] : [{ row, count: things.length, text: JSON.stringify(things) }];
  return [
    one(departed ? 'departed' : 'talks', [id, channel, lastSeq, record, address, departed?.expiresAt, departed?.told]),
    ...some('lines', lines),
    ...some('waiting', waiting),
    ...some(
      'pending',
      sends.filter(({ state }) => state === 'pending'),
    ),
    ...some(
      'dead',
      sends.filter(({ state }) => state !== 'pending'),
    ),
    ...some('taken', taken),
  ];
}

/** Whether what was found holds nothing that the wanted piece does not: putting that one in its place loses nothing. */
export function isPartOf(found: Piece, wanted: Piece): boolean {
  if (found.kind === 'audit' && wanted.kind === 'audit') return among(found.value, wanted.value);
  if (found.kind !== 'talk' || wanted.kind !== 'talk') return false;
  const [own, all] = [found.value, wanted.value];
  const absentOrSame = (one: unknown, other: unknown): boolean => one === undefined || same(one, other);
  return (
    absentOrSame(own.id, all.id) &&
    (own.channel === '' || own.channel === all.channel) &&
    own.lastSeq <= all.lastSeq &&
    absentOrSame(own.record, all.record) &&
    absentOrSame(own.address, all.address) &&
    among(own.lines, all.lines) &&
    among(own.waiting, all.waiting) &&
    among(own.sends, all.sends) &&
    among(own.taken, all.taken) &&
    among(own.departed?.told ?? [], all.departed?.told ?? [])
  );
}

function among(some: readonly unknown[], more: readonly unknown[]): boolean {
  const texts = new Set(more.map((each) => JSON.stringify(each)));
  return some.every((each) => texts.has(JSON.stringify(each)));
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
