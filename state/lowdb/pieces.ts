/** The embedded home as pieces: what lies in its folder. Whoever copies owns the folder, and no store is open on it. */
import { join } from 'node:path';
import { z } from 'zod';
import { auditEntry } from '../audit.ts';
import { CannotCopyError, documentName, endingOf, type Found, type Piece, type Pieces } from '../pieces.ts';
import { auditMonths, auditPath } from './audit.ts';
import { documentFiles } from './documents.ts';
import { type Disk, namedPath, namesIn, parsedLine, readText, replaceFile, safeDisk } from './files.ts';
import { readLines } from './jsonLines.ts';
import { clearLeftovers } from './leftovers.ts';
import { type TalkPieces, talkPieces } from './talkPieces.ts';

const keyFile = z.object({ key: z.string().min(32) });
const documentFile = z.object({ kind: z.string(), id: z.string(), value: z.unknown() });

/** Where conversations are kept; the inbox names those that are nowhere else. */
const kept = ['conversations', 'transcripts'];
const entries = [...kept, 'departed', 'checklists', 'exports', 'documents', 'audit', 'inbox.jsonl', 'signing-key.json'];

export interface FolderOptions {
  /** What has ended then is no piece. */
  now: Date;
  as: 'source' | 'target';
  disk?: Disk;
}

/** @throws CannotCopyError for a source in which nothing of ours is. */
export async function folderPieces(folder: string, { now, as, disk = safeDisk }: FolderOptions): Promise<Pieces> {
  const there = await namesIn(disk, folder);
  if (as === 'source' && !entries.some((each) => there.includes(each)))
    throw new CannotCopyError(`文件夹 ${folder} 里没有国合申报助手的数据，请检查路径。`);
  if (as === 'target') await clearLeftovers(folder);
  const talks = await talkPieces(folder, { disk, now, as });
  const documents = documentFiles(folder, disk);
  const parts = { folder, disk, now, talks };
  return {
    async *list() {
      yield* keyOf(parts);
      for await (const { name, aside: damaged } of talksOf(parts, [...kept, 'departed'])) {
        const found = await talks.read(name);
        if (damaged) yield { kind: 'talk', name, ...found, damaged };
        else if (found) yield found;
      }
      const aside = there.some((each) => each.startsWith('inbox.jsonl.damaged-'));
      // Behind all hashes.
      if (aside || talks.damaged) yield { kind: 'talk', name: 'inbox.jsonl', damaged: true };
      yield* endingsOf(parts, 'checklist');
      yield* endingsOf(parts, 'export');
      yield* documentsOf(parts);
      yield* auditOf(parts);
    },
    async *talks() {
      for await (const { name } of talksOf(parts, kept)) yield name;
    },
    async put(piece) {
      if (piece.kind === 'talk') return talks.put(piece.name, piece.value);
      if (piece.kind === 'document')
        return void (await documents.write(piece.value.kind, piece.value.id, piece.value.value));
      if (piece.kind === 'audit') {
        const text = piece.value.map((entry) => `${JSON.stringify(entry)}\n`).join('');
        return replaceFile(disk, auditPath(folder, piece.name), text);
      }
      if (piece.kind === 'key') return replaceFile(disk, keyPath(folder), JSON.stringify({ key: piece.value }));
      return replaceFile(disk, namedPath(roomOf(folder, piece.kind), piece.name, 'json'), JSON.stringify(piece.value));
    },
    close: async () => {},
  };
}

interface Parts {
  folder: string;
  disk: Disk;
  now: Date;
  talks: TalkPieces;
}

const keyPath = (folder: string): string => join(folder, 'signing-key.json');
const roomOf = (folder: string, kind: 'checklist' | 'export'): string => join(folder, `${kind}s`);
/** A file under its hash; `aside`: a copy that could not be understood. */
const hashed = /^([0-9a-f]{64})\.(?:jsonl?)(\.damaged-.*)?$/;

async function* keyOf({ folder, disk }: Parts): AsyncGenerator<Found> {
  const text = await readText(disk, keyPath(folder));
  if (text === undefined) return;
  const known = keyFile.safeParse(parsedLine(text)).data;
  const piece: Piece | undefined = known && { kind: 'key', name: 'signing', value: known.key };
  yield { kind: 'key', name: 'signing', ...(piece && { piece }), damaged: !piece };
}

/** Conversations of these rooms and of the inbox, by name upwards; those of one shard are in memory. */
async function* talksOf(
  { folder, disk, talks }: Parts,
  rooms: readonly string[],
): AsyncGenerator<{ name: string; aside: boolean }> {
  const waiting = new Map<string, string[]>();
  for (const name of talks.waiting()) waiting.set(shardOf(name), [...(waiting.get(shardOf(name)) ?? []), name]);
  const there = await Promise.all(rooms.map((room) => namesIn(disk, join(folder, room))));
  for (const shard of [...new Set([...there.flat(), ...waiting.keys()])].sort()) {
    const asides = new Map((waiting.get(shard) ?? []).map((name) => [name, false]));
    for (const room of rooms)
      for (const file of await namesIn(disk, join(folder, room, shard))) {
        const [, name, aside] = hashed.exec(file) ?? [];
        if (name !== undefined) asides.set(name, aside !== undefined || asides.get(name) === true);
      }
    for (const name of [...asides.keys()].sort()) yield { name, aside: asides.get(name) === true };
  }
}

const shardOf = (name: string): string => name.slice(0, 2);

async function* filesIn(
  { disk }: Parts,
  folder: string,
): AsyncGenerator<{ name: string; path: string; aside: boolean }> {
  for (const shard of (await namesIn(disk, folder)).sort()) {
    for (const file of (await namesIn(disk, join(folder, shard))).sort()) {
      const [, name, aside] = hashed.exec(file) ?? [];
      if (name !== undefined) yield { name, path: join(folder, shard, file), aside: aside !== undefined };
    }
  }
}

async function* endingsOf(parts: Parts, kind: 'checklist' | 'export'): AsyncGenerator<Found> {
  const { folder, disk, now, talks } = parts;
  for await (const { name, path, aside } of filesIn(parts, roomOf(folder, kind))) {
    if (talks.gone.has(name)) continue;
    const text = aside ? undefined : await readText(disk, path);
    const piece = text === undefined ? undefined : endingOf(kind, name, parsedLine(text));
    if (!piece || Date.parse(piece.value.expiresAt) > now.getTime())
      yield { kind, name, ...(piece && { piece }), damaged: !piece };
  }
}

async function* documentsOf(parts: Parts): AsyncGenerator<Found> {
  const room = join(parts.folder, 'documents');
  for (const kind of (await namesIn(parts.disk, room)).sort()) {
    for await (const { name: own, path, aside } of filesIn(parts, join(room, kind))) {
      const text = aside ? undefined : await readText(parts.disk, path);
      const read = text === undefined ? undefined : documentFile.safeParse(parsedLine(text)).data;
      const name = `${kind}/${own}`;
      const value = read && { kind: read.kind, id: read.id, value: read.value ?? null };
      const piece: Piece | undefined =
        value && documentName(value.kind, value.id) === name ? { kind: 'document', name, value } : undefined;
      yield { kind: 'document', name, ...(piece && { piece }), damaged: !piece };
    }
  }
}

async function* auditOf({ folder, disk }: Parts): AsyncGenerator<Found> {
  for (const name of await auditMonths(folder, disk)) {
    const lines = (await readLines(disk, auditPath(folder, name))).map((line) => auditEntry(parsedLine(line)));
    const value = lines
      .flatMap((entry) => entry ?? [])
      .sort((one, other) => (one.at < other.at ? -1 : Number(one.at > other.at)));
    yield { kind: 'audit', name, piece: { kind: 'audit', name, value }, damaged: value.length < lines.length };
  }
}
