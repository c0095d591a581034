/** Conversations of the embedded home as pieces: read as they lie on the disk, without the repairs that serving them would make. */
import { join } from 'node:path';
import { z } from 'zod';
import { type ConversationRecord, conversationRecord } from '../conversation.ts';
import { type Departed, departed, departedFor } from '../departed.ts';
import { hashOf } from '../hash.ts';
import { activityId, type Found, type Known, type Send, type Talk, talkOf } from '../pieces.ts';
import { type TranscriptLine, transcriptLine } from '../transcript.ts';
import { type Disk, namedPath, parsedLine, readText, replaceFile } from './files.ts';
import { type Accepted, accepted, committed, owing } from './inbox.ts';
import { appendLines, readLines, wholeLines } from './jsonLines.ts';
import { markLine } from './transcripts.ts';

export interface TalkPieces {
  read(name: string): Promise<Found | undefined>;
  put(name: string, talk: Talk): Promise<void>;
  /** Names of those of which something waits. */
  waiting(): Iterable<string>;
  /** Hashes of the ids of what a conversation left behind whose deletion was cut off; known once it was read. */
  gone: ReadonlySet<string>;
  /** Lines of the inbox that cannot be understood. */
  damaged: boolean;
}

const header = z.object({ conversation: z.string(), channel: z.string() });

interface Transcript {
  header?: z.infer<typeof header>;
  lines: TranscriptLine[];
  /** Why a send came to nothing, by the number of its line. */
  reasons: Map<number, string>;
  damaged: boolean;
}

/** `target`: it is added to, so that a torn end of the inbox is cut off. */
export async function talkPieces(
  folder: string,
  { disk, now, as }: { disk: Disk; now: Date; as: 'source' | 'target' },
): Promise<TalkPieces> {
  const rooms = {
    documents: join(folder, 'conversations'),
    transcripts: join(folder, 'transcripts'),
    departed: join(folder, 'departed'),
  };
  const inboxPath = join(folder, 'inbox.jsonl');
  const inboxLines = () => (as === 'target' ? wholeLines : readLines)(disk, inboxPath);
  const inbox = inboxOf(await inboxLines());
  const gone = new Set<string>();

  async function read(name: string): Promise<Found | undefined> {
    const inFile = await documentOf(name);
    const document = inFile !== 'damaged' && inFile?.deleting ? inFile : (inbox.commits.get(name) ?? inFile);
    const transcript = transcriptOf(await readLines(disk, namedPath(rooms.transcripts, name, 'jsonl')));
    const left = await departedOf(name);
    const damaged = document === 'damaged' || transcript.damaged || left === 'damaged';
    const nothing = damaged ? ({ kind: 'talk', name, damaged } as const) : undefined;
    const record = document === 'damaged' ? undefined : document;
    const departure = left === 'damaged' ? undefined : left;
    // Deleting it was cut off: a start brings it to its end.
    const leaving = record?.deleting === true;
    if (leaving) for (const id of [...record.checklists, ...record.exports]) gone.add(hashOf(id));
    const known = knownOf(name, {
      ...(record && !leaving && { record }),
      transcript: leaving ? { lines: [], reasons: new Map(), damaged: false } : transcript,
      departed: leaving ? stillKnown(record.departed) : departure,
      accepted: inbox.byName.get(name) ?? [],
      begun: inbox.owes.get(name)?.begun,
    });
    if (!known) return nothing;
    if (known.id !== undefined && hashOf(known.id) !== name) return { kind: 'talk', name, damaged: true };
    return { kind: 'talk', name, piece: { kind: 'talk', name, value: talkOf(known) }, damaged };
  }

  async function documentOf(name: string): Promise<ConversationRecord | 'damaged' | undefined> {
    const text = await readText(disk, namedPath(rooms.documents, name, 'json'));
    return text === undefined ? undefined : (conversationRecord.safeParse(parsedLine(text)).data ?? 'damaged');
  }

  async function departedOf(name: string): Promise<Departed | 'damaged' | undefined> {
    const text = await readText(disk, namedPath(rooms.departed, name, 'json'));
    if (text === undefined) return undefined;
    const left = departed.safeParse(parsedLine(text)).data;
    return left ? stillKnown(left) : 'damaged';
  }

  const stillKnown = (left: Departed | undefined): Departed | undefined =>
    left && Date.parse(left.expiresAt) > now.getTime() ? left : undefined;

  /** The document last: where it is missing the rest is known to be a part. */
  async function put(name: string, talk: Talk): Promise<void> {
    const { id, channel, lastSeq, record, address, lines, waiting, sends, taken } = talk;
    // It would count more than the document.
    if (inbox.commits.delete(name)) await dropCommits(name);
    const waits = new Set(waiting);
    const written = lines.filter(({ seq }) => !waits.has(seq));
    if (written.length > 0) {
      const texts = [{ conversation: id, channel }, ...written.flatMap((line) => [line, ...markOf(line, sends)])];
      const text = texts.map((each) => `${JSON.stringify(each)}\n`).join('');
      await replaceFile(disk, namedPath(rooms.transcripts, name, 'jsonl'), text);
    }
    if (talk.departed || taken.length > 0 || lastSeq > (lines.at(-1)?.seq ?? 0)) {
      const { expiresAt, told } = talk.departed ?? { expiresAt: inADay(now), told: [] };
      const left: Departed = { schema: 1, expiresAt, lastSeq, told, taken };
      await replaceFile(disk, namedPath(rooms.departed, name, 'json'), JSON.stringify(left));
    }
    const unsent = sends.flatMap(({ seq, state, activity }) => (state === 'pending' && !activity ? [seq] : []));
    if (id !== undefined)
      await putInbox(id, talk, unsent.length > 0 && { begun: sends.find(({ begun }) => begun)?.seq });
    if (!record) return;
    const document = { ...record, outbox: unsent, ...(address && { address }) };
    await replaceFile(disk, namedPath(rooms.documents, name, 'json'), JSON.stringify(document));
  }

  async function dropCommits(name: string): Promise<void> {
    const idIn = (text: string): string => committed.safeParse(parsedLine(text)).data?.commit.id ?? '';
    const left = (await inboxLines()).filter((text) => hashOf(idIn(text)) !== name);
    await replaceFile(disk, inboxPath, left.map((text) => `${text}\n`).join(''));
  }

  async function putInbox(id: string, { channel, address, lines, waiting }: Talk, owes: false | Debt): Promise<void> {
    const name = hashOf(id);
    const there = new Set((inbox.byName.get(name) ?? []).flatMap((each) => each.lines.map(({ seq }) => seq)));
    const entries = lines
      .filter(({ seq }) => waiting.includes(seq) && !there.has(seq))
      .map((line) => ({
        conversation: id,
        channel,
        id: activityId(line),
        ...(address && { address }),
        lines: [line],
      }));
    const known = inbox.owes.get(name);
    const debts = owes && !(known && known.begun === owes.begun) ? [{ owes: id, ...owes }] : [];
    const text = [...debts, ...entries].map((each) => `${JSON.stringify(each)}\n`).join('');
    if (text === '') return;
    await appendLines(disk, inboxPath, text);
    inbox.byName.set(name, [...(inbox.byName.get(name) ?? []), ...entries]);
    if (owes) inbox.owes.set(name, owes);
  }

  const waiting = (): Set<string> => new Set([...inbox.byName.keys(), ...inbox.commits.keys()]);
  return { read, put, waiting, gone, damaged: inbox.damaged };
}

interface OnDisk {
  record?: ConversationRecord;
  transcript: Transcript;
  departed: Departed | undefined;
  accepted: readonly Accepted[];
  /** The line whose send had begun. */
  begun: number | undefined;
}

/** What a start would know of it; undefined where that is nothing. */
function knownOf(
  name: string,
  { record, transcript, departed: left, accepted: all, begun }: OnDisk,
): Known | undefined {
  const written = new Set(transcript.lines.map(({ seq }) => seq));
  const committed = (record?.pending ?? []).flatMap((each) => transcriptLine.safeParse(each).data ?? []);
  const said = [...transcript.lines, ...committed.filter(({ seq }) => !written.has(seq))];
  const answered = new Set([...(record?.seen ?? []), ...said.map(activityId)]);
  const taken = new Set(left?.taken);
  const entries = all.filter(({ id }) => !answered.has(id) && !taken.has(hashOf(id)));
  const lines = [...said, ...entries.flatMap((each) => each.lines)];
  const known = [...taken, ...(record?.seen ?? []).map(hashOf), ...entries.map(({ id }) => hashOf(id))];
  const lastSeq = lines.reduce((last, { seq }) => Math.max(last, seq), left?.lastSeq ?? 0);
  if (!record && lines.length === 0) {
    if (!left) return undefined;
    const { expiresAt, told } = left;
    return { channel: '', lastSeq, lines, waiting: [], sends: [], known, departed: { expiresAt, told } };
  }
  const [first] = entries;
  const id = record?.id ?? transcript.header?.conversation ?? first?.conversation ?? name;
  const address = entries.findLast((each) => each.address)?.address ?? record?.address;
  return {
    id,
    channel: record?.channel || transcript.header?.channel || (first?.channel ?? ''),
    lastSeq,
    ...(record && { record }),
    ...(address && { address }),
    lines,
    waiting: entries.flatMap((each) => each.lines.at(-1)?.seq ?? []),
    sends: address ? sendsOf(said, { owed: new Set(record?.outbox), begun, reasons: transcript.reasons }) : [],
    known,
  };
}

interface KnownOfSends {
  owed: ReadonlySet<number>;
  begun: number | undefined;
  reasons: ReadonlyMap<number, string>;
}

function sendsOf(lines: readonly TranscriptLine[], { owed, begun, reasons }: KnownOfSends): Known['sends'] {
  return lines.flatMap(({ seq, delivery, activity }): Known['sends'] => {
    const reason = reasons.get(seq);
    if (delivery === 'pending')
      return owed.has(seq) ? [{ seq, state: delivery, activity, ...(seq === begun && { begun: true }) }] : [];
    if (delivery !== 'failed' && delivery !== 'ambiguous') return [];
    return [{ seq, state: delivery, activity, ...(reason !== undefined && { reason }) }];
  });
}

function markOf({ seq, at }: TranscriptLine, sends: readonly Send[]): object[] {
  const dead = sends.find((each) => each.seq === seq && each.state !== 'pending' && each.reason !== undefined);
  return dead ? [{ mark: seq, delivery: dead.state, at, reason: dead.reason }] : [];
}

/** A doubled number is the same line. */
function transcriptOf(texts: readonly string[]): Transcript {
  const bySeq = new Map<number, TranscriptLine>();
  const transcript: Transcript = { lines: [], reasons: new Map(), damaged: false };
  for (const text of texts) {
    const value = parsedLine(text);
    const line = transcriptLine.safeParse(value).data;
    const mark = line ? undefined : markLine.safeParse(value).data;
    const named = line || mark ? undefined : header.safeParse(value).data;
    const marked = mark && bySeq.get(mark.mark);
    if (line && Number.isNaN(Date.parse(line.at))) transcript.damaged = true;
    else if (line) bySeq.set(line.seq, bySeq.get(line.seq) ?? line);
    else if (mark && marked) {
      bySeq.set(marked.seq, { ...marked, delivery: mark.delivery });
      if (mark.reason !== undefined) transcript.reasons.set(marked.seq, mark.reason);
    } else if (named) transcript.header ??= named;
    else if (!mark) transcript.damaged = true;
  }
  transcript.lines = [...bySeq.values()];
  return transcript;
}

/** The line whose send is under way, if any. */
type Debt = Pick<z.infer<typeof owing>, 'begun'>;

interface Inbox {
  byName: Map<string, Accepted[]>;
  /** Documents that may not be in their files. */
  commits: Map<string, ConversationRecord>;
  /** By the names of those that stand in it as having something to be sent. */
  owes: Map<string, Debt>;
  damaged: boolean;
}

function inboxOf(texts: readonly string[]): Inbox {
  const inbox: Inbox = { byName: new Map(), commits: new Map(), owes: new Map(), damaged: false };
  for (const text of texts) {
    const value = parsedLine(text);
    const entry = accepted.safeParse(value).data;
    const done = entry ? undefined : committed.safeParse(value).data?.commit;
    const debt = entry || done ? undefined : owing.safeParse(value).data;
    if (entry) {
      const name = hashOf(entry.conversation);
      inbox.byName.set(name, [...(inbox.byName.get(name) ?? []), entry]);
    } else if (done) inbox.commits.set(hashOf(done.id), done);
    else if (debt) inbox.owes.set(hashOf(debt.owes), { begun: debt.begun });
    else inbox.damaged = true;
  }
  return inbox;
}

const inADay = (now: Date): string => new Date(now.getTime() + departedFor).toISOString();
