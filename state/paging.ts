/** Pages of what is long, in every home: how many things one holds, and the token that tells where the next one begins. */
import { createHash } from 'node:crypto';
import { z } from 'zod';

/** Where a page ended. The next one holds what comes behind it, whatever was added in front meanwhile. */
export interface Place {
  /** ISO time in UTC. */
  at: string;
  conversation: string;
  /** 0 in a list of conversations. */
  seq: number;
}

const usual = 50;
const largest = 500;

const token = z.strictObject({
  /** The hash of what was asked. */
  of: z.string(),
  at: z.iso.datetime(),
  conversation: z.string(),
  seq: z.number().int().min(0),
});

/**
 * What a caller wants of a page: 50 things unless told, 500 at most.
 *
 * @param asked the query, by which a token of another one is known
 * @throws RangeError for another size, and a token that is not of this query.
 */
export function pageFor(
  asked: object,
  { most = usual, next }: { most?: number; next?: string } = {},
): { most: number; after?: Place } {
  if (!Number.isInteger(most) || most < 1 || most > largest) throw new RangeError(`每页 1 至 ${largest} 条`);
  if (next === undefined) return { most };
  const known = token.safeParse(decoded(next)).data;
  if (known?.of !== hashOfQuery(asked)) throw new RangeError('翻页标记不对：它不是这次查询给出的');
  const { at, conversation, seq } = known;
  return { most, after: { at, conversation, seq } };
}

/** The token of the page behind a place. */
export function nextFor(asked: object, { at, conversation, seq }: Place): string {
  return Buffer.from(JSON.stringify({ of: hashOfQuery(asked), at, conversation, seq })).toString('base64url');
}

/** Newest first: the later time, then ids and numbers downwards. */
export function newestFirst(one: Place, other: Place): number {
  if (one.at !== other.at) return one.at < other.at ? 1 : -1;
  if (one.conversation !== other.conversation) return one.conversation < other.conversation ? 1 : -1;
  return other.seq - one.seq;
}

function hashOfQuery(asked: object): string {
  const conditions = Object.entries(asked).filter(([, value]) => value !== undefined);
  const text = JSON.stringify(conditions.sort(([one], [other]) => (one < other ? -1 : 1)));
  return createHash('sha256').update(text).digest('base64url').slice(0, 16);
}

function decoded(text: string): unknown {
  const bytes = Buffer.from(text, 'base64url');
  // Decoding leaves out what does not belong there.
  if (bytes.toString('base64url') !== text) return undefined;
  try {
    return JSON.parse(bytes.toString());
  } catch {
    return undefined;
  }
}
