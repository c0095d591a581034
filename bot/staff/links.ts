/**
 * Staff on chat channels: which account a channel's user belongs to. The console shows a code that is good once and for ten minutes; who
 * sends it in the chat is linked. Only a hash of the code is kept, and wrong codes of one user are counted.
 */
import { createHash, randomInt } from 'node:crypto';
import { z } from 'zod';
import { type Documents, StaleError } from '../../state/documents.ts';
import type { Member } from './route.ts';

/** Somebody on a channel; the id is the channel's own. */
export interface ChannelUser {
  channel: string;
  user: string;
}

const member = z.object({ id: z.string(), name: z.string() });
const channelUser = z.object({ channel: z.string(), user: z.string() });
const codeForm = z.object({ member, until: z.string(), used: channelUser.optional() });
const linkForm = z.object({ ...channelUser.shape, member, at: z.string() });
const triesForm = z.object({ at: z.array(z.string()) });

export type Link = z.output<typeof linkForm>;

const kinds = { code: 'staffLinkCode', link: 'staffLink', tries: 'staffLinkTries' } as const;

/** Letters and digits that cannot be taken for each other. */
const signs = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const codeLength = 8;

/** Milliseconds that a code is good, and in which wrong ones are counted. */
export const codeGoodFor = 10 * 60 * 1000;
const mostWrong = 5;

const keyOf = (code: string): string => createHash('sha256').update(`staff link\n${code}`).digest('hex');
const nameOf = ({ channel, user }: ChannelUser): string => JSON.stringify([channel, user]);
const same = (one: ChannelUser, other: ChannelUser): boolean => nameOf(one) === nameOf(other);

/** A code as it was typed: full-width, in lower case, with spaces or hyphens; undefined when it is none. */
export function codeIn(typed: string): string | undefined {
  const code = typed
    .slice(0, 40)
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s-]+/g, '');
  return code.length === codeLength && [...code].every((sign) => signs.includes(sign)) ? code : undefined;
}

/** A new code for an account; one that it had before is good no longer. */
export async function makeCode(
  documents: Documents,
  { id, name }: Pick<Member, 'id' | 'name'>,
  now: Date,
): Promise<string> {
  await sweepCodes(documents, now, id);
  const code = Array.from({ length: codeLength }, () => signs[randomInt(signs.length)]).join('');
  const until = new Date(now.getTime() + codeGoodFor).toISOString();
  await documents.write(kinds.code, keyOf(code), { member: { id, name }, until }, 'new');
  return code;
}

/** Removes codes that are good no longer, those of one account, and counts of long ago. */
async function sweepCodes(documents: Documents, now: Date, owner: string): Promise<void> {
  for await (const { id, value } of documents.list(kinds.code)) {
    const { data } = codeForm.safeParse(value);
    if (!data || data.member.id === owner || data.until < now.toISOString()) await documents.remove(kinds.code, id);
  }
  for await (const { id, value } of documents.list(kinds.tries)) {
    if (recent(value, now).length === 0) await documents.remove(kinds.tries, id);
  }
}

function recent(value: unknown, now: Date): string[] {
  const since = new Date(now.getTime() - codeGoodFor).toISOString();
  return (triesForm.safeParse(value).data?.at ?? []).filter((at) => at > since);
}

/** `too-many`: this user sent wrong codes before; nothing is tried for a while. */
export type Bound = { link: Link } | 'wrong' | 'too-many';

/** Links whoever sends the code. The same code of the same user again is no mistake: a turn may be run twice. */
export async function bindCode(documents: Documents, code: string, who: ChannelUser, now: Date): Promise<Bound> {
  const tries = await documents.read(kinds.tries, nameOf(who));
  const wrong = recent(tries?.value, now);
  if (wrong.length >= mostWrong) return 'too-many';
  const found = await usedUp(documents, codeIn(code), who, now);
  if (!found) {
    await documents.write(kinds.tries, nameOf(who), { at: [...wrong, now.toISOString()] });
    return 'wrong';
  }
  const link: Link = { channel: who.channel, user: who.user, member: found, at: now.toISOString() };
  await documents.write(kinds.link, nameOf(who), link);
  await documents.remove(kinds.tries, nameOf(who));
  return { link };
}

/** Whose code it is; from now on it is used. */
async function usedUp(
  documents: Documents,
  code: string | undefined,
  who: ChannelUser,
  now: Date,
): Promise<Link['member'] | undefined> {
  const stored = code === undefined ? undefined : await documents.read(kinds.code, keyOf(code));
  const { data } = codeForm.safeParse(stored?.value);
  if (!stored || !data || data.until <= now.toISOString()) return undefined;
  if (data.used) return same(data.used, who) ? data.member : undefined;
  try {
    await documents.write(
      kinds.code,
      stored.id,
      { ...data, used: { channel: who.channel, user: who.user } },
      stored.etag,
    );
    return data.member;
  } catch (error) {
    if (error instanceof StaleError) return undefined; // somebody else was quicker
    throw error;
  }
}

/** A code that others may have read is good no longer. */
export async function voidCode(documents: Documents, code: string): Promise<void> {
  const known = codeIn(code);
  if (known !== undefined) await documents.remove(kinds.code, keyOf(known));
}

/** The link of a channel's user; whether the account may still sign in is for the caller to ask. */
export async function linkOf(documents: Documents, who: ChannelUser): Promise<Link | undefined> {
  const stored = await documents.read(kinds.link, nameOf(who));
  return stored && linkForm.safeParse(stored.value).data;
}

/** The links of an account, the oldest first. */
export async function linksOf(documents: Documents, memberId: string): Promise<Link[]> {
  const found: Link[] = [];
  for await (const { value } of documents.list(kinds.link)) {
    const { data } = linkForm.safeParse(value);
    if (data?.member.id === memberId) found.push(data);
  }
  return found.sort((one, other) => one.at.localeCompare(other.at));
}

export async function unlink(documents: Documents, who: ChannelUser): Promise<void> {
  await documents.remove(kinds.link, nameOf(who));
}
