/** The homes that a copy goes from and to, as they are named on the command line: a folder, or the address of a database. */
import { realpath, stat } from 'node:fs/promises';
import { ownFolder } from '../../state/lowdb/owner.ts';
import { folderPieces } from '../../state/lowdb/pieces.ts';
import { CannotCopyError, type Pieces } from '../../state/pieces.ts';

export interface OpenHome {
  pieces: Pieces;
  /** Resolves when another process took the folder: nothing may be written any more. */
  lost: Promise<void>;
  close(): Promise<void>;
}

export interface HomeOptions {
  now: Date;
  /** `shared`: a target that processes may serve meanwhile, if it is a database. */
  as: 'source' | 'target' | 'shared';
}

export const isDatabase = (place: string): boolean => /^postgres(ql)?:/.test(place);

/** Throws with a Chinese sentence when the home cannot be had. */
export async function openHome(place: string, { now, as }: HomeOptions): Promise<OpenHome> {
  if (isDatabase(place)) {
    // Its driver is loaded by those who need it.
    const { databasePieces } = await import('../../state/postgres/pieces.ts');
    const pieces = await databasePieces(place, { now, as });
    return { pieces, lost: new Promise(() => {}), close: () => pieces.close() };
  }
  const isFolder = await stat(place).then(
    (found) => found.isDirectory(),
    () => undefined,
  );
  if (isFolder === false || (as === 'source' && isFolder === undefined))
    throw new CannotCopyError(`没有文件夹 ${place}，请检查路径。`);
  const owned = await ownFolder(place);
  try {
    const pieces = await folderPieces(place, { now, as: as === 'source' ? 'source' : 'target' });
    return { pieces, lost: owned.lost, close: () => pieces.close().finally(() => owned.release()) };
  } catch (error) {
    await owned.release();
    throw error;
  }
}

/** Whether both names are of the same home, as far as that can be seen. */
export async function isSame(one: string, other: string): Promise<boolean> {
  return (await known(one)) === (await known(other));
}

async function known(place: string): Promise<string> {
  if (!isDatabase(place)) return realpath(place).catch(() => place);
  if (!URL.canParse(place)) return place;
  const { hostname, port, pathname } = new URL(place);
  return `${hostname}:${port || 5432}${pathname}`;
}
