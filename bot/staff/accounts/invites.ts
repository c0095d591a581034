/**
 * One-time links that make an account or set its password anew. The link carries what it is good for, signed with the home's key: whoever
 * holds the key can make one, whether the service runs or not, and the service needs to keep only which were used.
 */
import { createHmac, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { type Documents, StaleError } from '../../../state/documents.ts';
import { hashOf } from '../../../state/hash.ts';
import { sameToken } from '../csrf.ts';
import { roles } from '../route.ts';
import { type Accounts, memberName } from './account.ts';

const kind = 'staff-invite';
/** Milliseconds. */
const inviteLasts = 24 * 60 * 60_000;

const invite = z.object({
  name: memberName,
  role: z.enum(roles),
  /** An account that gets a new password by it. */
  account: z.string().optional(),
  /** That account's generation when the link was made: whatever ends its sessions ends the link. */
  generation: z.number().optional(),
  /** The account of the admin who made it; absent: made by the command, on the machine itself. */
  by: z.string().optional(),
  nonce: z.string(),
  until: z.number(),
});
export type Invite = z.infer<typeof invite>;

const mac = (key: string, body: string): string =>
  createHmac('sha256', key).update(`staff-invite\n${body}`).digest('base64url');

/** What stands in the link. */
export function makeInvite(key: string, made: Omit<Invite, 'nonce' | 'until'>, now: Date): string {
  const whole: Invite = { ...made, nonce: randomBytes(16).toString('base64url'), until: now.getTime() + inviteLasts };
  const body = Buffer.from(JSON.stringify(whole)).toString('base64url');
  return `${body}.${mac(key, body)}`;
}

/** What the link is good for; nothing when it is forged or has ended. */
export function readInvite(key: string, token: string, now: Date): Invite | undefined {
  const [body = '', signature = '', more] = token.length > 2000 ? [] : token.split('.');
  if (more !== undefined || !sameToken(signature, mac(key, body))) return undefined;
  const read = invite.safeParse(JSON.parse(Buffer.from(body, 'base64url').toString()));
  return read.success && read.data.until > now.getTime() ? read.data : undefined;
}

const used = z.object({ until: z.number() });
const newest = z.object({ until: z.number(), nonce: z.string() });
const newestOf = (account: string): string => hashOf(`newest ${account}`);

/** From now on the account's earlier links are good for nothing. */
export async function supersede(documents: Documents, { account, nonce, until }: Invite): Promise<void> {
  if (account === undefined) return;
  const id = newestOf(account);
  const value = { until, nonce: hashOf(nonce) } satisfies z.infer<typeof newest>;
  for (let tries = 0; ; tries += 1) {
    try {
      await documents.write(kind, id, value, (await documents.read(kind, id))?.etag ?? 'new');
      return;
    } catch (error) {
      if (!(error instanceof StaleError) || tries >= 5) throw error;
    }
  }
}

/** Whether what the link rests on still holds: the account is as it was, no newer link was made for it, and who made it may still do so. */
export async function stillHolds(documents: Documents, accounts: Accounts, invite: Invite): Promise<boolean> {
  const { account, generation, by, nonce, until } = invite;
  if (by !== undefined) {
    const admin = await accounts.read(by);
    if (admin?.state !== 'active' || admin.role !== 'admin') return false;
  }
  if (account === undefined) return true;
  const known = await accounts.read(account);
  if (known?.generation !== generation) return false;
  const last = newest.safeParse((await documents.read(kind, newestOf(account)))?.value);
  return !last.success || last.data.nonce === hashOf(nonce) || last.data.until < until;
}

export const isUsed = async (documents: Documents, { nonce }: Invite): Promise<boolean> =>
  (await documents.read(kind, hashOf(nonce))) !== undefined;

/** True for exactly one caller. */
export async function useInvite(documents: Documents, { nonce, until }: Invite): Promise<boolean> {
  try {
    await documents.write(kind, hashOf(nonce), { until } satisfies z.infer<typeof used>, 'new');
    return true;
  } catch (error) {
    if (error instanceof StaleError) return false;
    throw error;
  }
}

/** The link is good again: what it was used for did not come about. */
export const unuseInvite = (documents: Documents, { nonce }: Invite): Promise<void> =>
  documents.remove(kind, hashOf(nonce));

/** Forgets those that have ended anyway. */
export async function sweepInvites(documents: Documents, now: Date): Promise<void> {
  for await (const { id, value } of documents.list(kind)) {
    const read = used.safeParse(value);
    if (!read.success || read.data.until <= now.getTime()) await documents.remove(kind, id);
  }
}
