/** Copying one home of the state into another, and comparing the two. Both are gone along side by side; one piece of each is in memory. */
import { createHash, type Hash } from 'node:crypto';
import { byPlace, type Found, isPartOf, type Kind, type Part, type Pieces, partsOf, type Row, rows } from './pieces.ts';

/** What was done so far: to be looked at meanwhile. */
export interface Progress {
  /** Conversations of the source that were looked at. */
  talks: number;
  /** Pieces that were put, and that were there already. */
  put: number;
  kept: number;
}

export const noProgress = (): Progress => ({ talks: 0, put: 0, kept: 0 });

/** What stands at one place of either home. */
interface Pair {
  source?: Found;
  target?: Found;
}

async function* pairsOf(source: AsyncIterable<Found>, target: AsyncIterable<Found>): AsyncGenerator<Pair> {
  const [sources, targets] = [source[Symbol.asyncIterator](), target[Symbol.asyncIterator]()];
  try {
    let [one, other] = [await sources.next(), await targets.next()];
    while (!one.done || !other.done) {
      const order = one.done ? 1 : other.done ? -1 : byPlace(one.value, other.value);
      yield { ...(order <= 0 && { source: one.value }), ...(order >= 0 && { target: other.value }) };
      if (order <= 0) one = await sources.next();
      if (order >= 0) other = await targets.next();
    }
  } finally {
    await sources.return?.();
    await targets.return?.();
  }
}

/** How many conversations of the target the source does not have. */
export async function strangers(from: Pieces, to: Pieces): Promise<number> {
  const own = from.talks()[Symbol.asyncIterator]();
  let next = await own.next();
  let count = 0;
  for await (const name of to.talks()) {
    while (!next.done && next.value < name) next = await own.next();
    if (next.done || next.value !== name) count += 1;
  }
  await own.return?.();
  return count;
}

/**
 * Puts into the target what is missing there, and what is there in part since copying it was cut off. What is there with another content
 * stays as it is; only the key of a target without conversations gives way. `compare` tells what became of it.
 */
export async function copy(from: Pieces, to: Pieces, progress: Progress): Promise<void> {
  const isBlank = (await to.talks()[Symbol.asyncIterator]().next()).done === true;
  for await (const { source, target } of pairsOf(from.list(), to.list())) {
    if (source?.kind === 'talk') progress.talks += 1;
    const piece = source?.piece;
    if (!piece) continue;
    const there = target?.piece;
    if (there && textOf(partsOf(there)) === textOf(partsOf(piece))) {
      progress.kept += 1;
      continue;
    }
    const part = there && !target?.damaged && isPartOf(there, piece);
    if (target && !part && !(piece.kind === 'key' && isBlank)) continue;
    await to.put(piece);
    progress.put += 1;
  }
}

export interface Name {
  kind: Kind;
  name: string;
}

export interface Tally {
  count: number;
  /** SHA-256 over names and contents. */
  hash: string;
}

export interface Compared {
  /** `target`: of those pieces that the source has too. */
  tallies: { row: Row; source: Tally; target: Tally }[];
  /** In the source only. */
  missing: Name[];
  /** In both, with other contents. */
  different: Name[];
  /** In the target only. */
  extra: Name[];
  /** In the source, and something of it cannot be understood. */
  damaged: Name[];
}

export async function compare(from: Pieces, to: Pieces, progress: Progress): Promise<Compared> {
  const sides = { source: tallying(), target: tallying() };
  const compared: Compared = { tallies: [], missing: [], different: [], extra: [], damaged: [] };
  for await (const { source, target } of pairsOf(from.list(), to.list())) {
    if (source?.kind === 'talk') progress.talks += 1;
    if (source?.damaged) compared.damaged.push(nameOf(source));
    if (!source) {
      if (target) compared.extra.push(nameOf(target));
      continue;
    }
    const own = source.piece && partsOf(source.piece);
    const its = target?.piece && partsOf(target.piece);
    sides.source.add(source.name, own ?? []);
    sides.target.add(source.name, its ?? []);
    if (!own) continue;
    if (!target) compared.missing.push(nameOf(source));
    else if (!its || textOf(its) !== textOf(own)) compared.different.push(nameOf(source));
  }
  compared.tallies = rows.map((row) => ({ row, source: sides.source.of(row), target: sides.target.of(row) }));
  return compared;
}

const nameOf = ({ kind, name }: Found): Name => ({ kind, name });

/** Equal where the pieces are. */
const textOf = (parts: readonly Part[]): string => parts.map(({ row, text }) => `${row}\n${text}`).join('\n');

function tallying(): { add(name: string, parts: readonly Part[]): void; of(row: Row): Tally } {
  const sums = new Map<Row, { count: number; hash: Hash }>();
  return {
    add(name, parts) {
      for (const { row, count, text } of parts) {
        const sum = sums.get(row) ?? { count: 0, hash: createHash('sha256') };
        sum.count += count;
        // No name holds a line break, and no JSON.
        sum.hash.update(`${name}\n${text}\n`);
        sums.set(row, sum);
      }
    },
    of(row) {
      const { count, hash } = sums.get(row) ?? { count: 0, hash: createHash('sha256') };
      return { count, hash: hash.digest('hex') };
    },
  };
}
