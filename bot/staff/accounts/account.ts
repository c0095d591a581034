/** The accounts of staff: who may sign in, by which name or foreign identity, and what they may. */
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { type Documents, StaleError } from '../../../state/documents.ts';
import { hashOf } from '../../../state/hash.ts';
import { type Role, roles } from '../route.ts';

const kinds = { account: 'staff-account', name: 'staff-name', identity: 'staff-identity' };

const account = z.object({
  name: z.string(),
  role: z.enum(roles),
  /** `waiting`: has shown who they are, and no admin has let them in yet. */
  state: z.enum(['active', 'waiting', 'disabled']),
  /** Counts what ends every session: a change of the role, the password, the state. */
  generation: z.number(),
  madeAt: z.string(),
  signedInAt: z.string().optional(),
  /** Salted hash of the password of a local account. */
  password: z.string().optional(),
  /** What a foreign account signs in with, in words: 统一身份认证, 企业微信. */
  by: z.string().optional(),
  /** Who says what the role is: the identity provider at each sign-in, or an admin. */
  granted: z.enum(['provider', 'admin']).optional(),
});
type Kept = z.infer<typeof account>;
export interface Account extends Kept {
  id: string;
}

/** A name that is to be told from all others, however it is typed: 张三 and ＡＢＣ, abc. */
const nameKey = (name: string): string => hashOf(name.normalize('NFKC').toLowerCase().replace(/\s+/gu, ''));

/** Names are shown everywhere: nothing invisible, nothing that turns the writing round. */
export const memberName = z
  .string()
  .trim()
  .min(1)
  .max(40)
  .regex(/^[\p{L}\p{N}\p{M} ·・.\-—_（）()@]+$/u);

/** The name is somebody's already. */
export class NameTakenError extends Error {
  constructor() {
    super('这个名字已经有账号');
    this.name = 'NameTakenError';
  }
}

/** Without this one nobody could let people in any more. */
export class LastAdminError extends Error {
  constructor() {
    super('至少要保留一个可以登录的管理员');
    this.name = 'LastAdminError';
  }
}

export interface Accounts {
  read(id: string): Promise<Account | undefined>;
  byName(name: string): Promise<Account | undefined>;
  byIdentity(identity: string): Promise<Account | undefined>;
  list(): Promise<Account[]>;
  /** Throws `NameTakenError`; a foreign account's name is not taken by it, since nobody signs in with it. */
  add(
    made: Pick<Account, 'name' | 'role' | 'state'> & {
      password?: string;
      by?: string;
      identity?: string;
      granted?: 'provider';
    },
  ): Promise<Account>;
  /**
   * Changes what is stored. When role, state or password change, every session of the account ends. Throws `LastAdminError` rather than leave
   * nobody who could let people in; what the identity provider takes away is taken away all the same.
   */
  change(
    id: string,
    to: Partial<Pick<Account, 'name' | 'role' | 'state' | 'password' | 'signedInAt' | 'granted'>>,
    by?: 'admin' | 'provider',
  ): Promise<Account | undefined>;
  /** Ends every session of the account. */
  endSessions(id: string): Promise<void>;
}

const pointer = z.object({ account: z.string() });

export function openAccounts(documents: Documents, now: () => Date): Accounts {
  async function load(id: string): Promise<{ found: Account; etag: string } | undefined> {
    const document = await documents.read(kinds.account, id);
    const read = account.safeParse(document?.value);
    return document && read.success ? { found: { ...read.data, id }, etag: document.etag } : undefined;
  }

  async function pointed(kind: string, id: string): Promise<Account | undefined> {
    const read = pointer.safeParse((await documents.read(kind, id))?.value);
    return read.success ? (await load(read.data.account))?.found : undefined;
  }

  /** Claims the pointer for this account; false when it points to another one. What points to nobody is left from a crash. */
  async function claim(kind: string, id: string, to: string): Promise<boolean> {
    const before = await documents.read(kind, id);
    const read = pointer.safeParse(before?.value);
    if (read.success && (await load(read.data.account))) return false;
    try {
      await documents.write(kind, id, { account: to }, before?.etag ?? 'new');
      return true;
    } catch (error) {
      if (error instanceof StaleError) return false;
      throw error;
    }
  }

  async function list(): Promise<Account[]> {
    const all: Account[] = [];
    for await (const { id, value } of documents.list(kinds.account)) {
      const read = account.safeParse(value);
      if (read.success) all.push({ ...read.data, id });
    }
    return all.sort((a, b) => a.madeAt.localeCompare(b.madeAt) || a.id.localeCompare(b.id));
  }

  const isAdmin = ({ role, state }: Pick<Account, 'role' | 'state'>): boolean => role === 'admin' && state === 'active';

  async function save(
    id: string,
    to: (before: Account) => Account,
    by: 'admin' | 'provider' = 'admin',
  ): Promise<Account | undefined> {
    for (let tries = 0; ; tries += 1) {
      const loaded = await load(id);
      if (!loaded) return undefined;
      const after = to(loaded.found);
      const loses = by === 'admin' && isAdmin(loaded.found) && !isAdmin(after);
      if (loses && !(await list()).some((each) => each.id !== id && isAdmin(each))) throw new LastAdminError();
      const { id: _id, ...value } = after;
      try {
        await documents.write(kinds.account, id, value, loaded.etag);
        return after;
      } catch (error) {
        if (!(error instanceof StaleError) || tries >= 5) throw error;
      }
    }
  }

  return {
    read: async (id) => (await load(id))?.found,
    byName: (name) => pointed(kinds.name, nameKey(name)),
    byIdentity: (identity) => pointed(kinds.identity, hashOf(identity)),
    list,
    async add({ identity, ...made }) {
      const id = randomUUID();
      const value: Kept = { ...made, generation: 1, madeAt: now().toISOString() };
      // Claimed once the account is there: a pointer to nobody could be claimed by two.
      await documents.write(kinds.account, id, value, 'new');
      const claimed =
        identity === undefined
          ? await claim(kinds.name, nameKey(made.name), id)
          : await claim(kinds.identity, hashOf(identity), id);
      if (claimed) return { ...value, id };
      await documents.remove(kinds.account, id);
      throw new NameTakenError();
    },
    change: (id, to, by) => {
      const changed = (before: Account): Account => {
        const after = { ...before, ...to };
        const ends = (['role', 'state', 'password'] as const).some((name) => after[name] !== before[name]);
        return ends ? { ...after, generation: before.generation + 1 } : after;
      };
      return save(id, changed, by);
    },
    async endSessions(id) {
      await save(id, (before) => ({ ...before, generation: before.generation + 1 }));
    },
  };
}

/** Least first. */
export const mayDo = (role: Role, least: Role): boolean => roles.indexOf(role) >= roles.indexOf(least);
