/** Homes of the state as pieces, for tests that copy them. */
import { cp } from 'node:fs/promises';
import { type Compared, compare, copy, noProgress } from '../../state/copy.ts';
import { type Disk, safeDisk } from '../../state/lowdb/files.ts';
import { folderPieces } from '../../state/lowdb/pieces.ts';
import type { Piece, Pieces } from '../../state/pieces.ts';
import { dataFolder } from './hallTalk.ts';
import { all } from './saying.ts';

/** Without flushes: no test cuts the power. */
export const disk: Disk = { ...safeDisk, durable: false };

export const piecesIn = (folder: string, as: 'source' | 'target' = 'source'): Promise<Pieces> =>
  folderPieces(folder, { now: new Date(), as, disk });

/** A folder that holds the same, to be changed. */
export async function sameAs(folder: string): Promise<string> {
  const same = await dataFolder();
  await cp(folder, same, { recursive: true });
  return same;
}

/** Copies and compares. */
export async function moved(from: Pieces, to: Pieces): Promise<Compared> {
  await copy(from, to, noProgress());
  return compare(from, to, noProgress());
}

export const listOf = async (pieces: Pieces): Promise<(Piece | undefined)[]> =>
  (await all(pieces.list())).map(({ piece }) => piece);

/** How many there are in the target, by row. */
export const countsIn = ({ tallies }: Compared): Record<string, number> =>
  Object.fromEntries(tallies.map(({ row, target }) => [row, target.count]));

export const nothingElse = { missing: [], different: [], extra: [], damaged: [] };
