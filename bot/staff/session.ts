/** Who is signed in: a random id in a cookie, its hash in the home of the state, so that whoever reads the store cannot use it. */
import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { type Documents, StaleError } from '../../state/documents.ts';
import { hashOf } from '../../state/hash.ts';

const kind = 'staff-session';

/** Milliseconds. A session is seen again at most once in `step`, so that reading pages does not write each time. */
const lasting = { idle: 30 * 60_000, longest: 8 * 60 * 60_000, step: 60_000 };

const kept = z.object({
  account: z.string(),
  /** Of the account when the session began: another one now means that the session has ended. */
  generation: z.number(),
  beganAt: z.string(),
  seenAt: z.string(),
  /** Shown once on the next page. */
  said: z.string().optional(),
});
type Kept = z.infer<typeof kept>;

export interface Session extends Kept {
  /** What stands in the cookie. */
  id: string;
}

export interface Sessions {
  /** Always a new id: one that was known before somebody signed in is worth nothing. */
  begin(account: { id: string; generation: number }): Promise<string>;
  /** The session, unless it has ended by time. What a page asks for by itself (`poll`) does not make it last. */
  find(id: string | undefined, by?: 'person' | 'poll'): Promise<Session | undefined>;
  end(id: string): Promise<void>;
  /** To be shown once. */
  say(id: string, said: string): Promise<void>;
  /** What is to be shown once; it is not there a second time. */
  said(session: Session): Promise<string | undefined>;
  /** Drops those that have ended; returns how many. */
  sweep(): Promise<number>;
}

const form = /^[A-Za-z0-9_-]{43}$/;

export function openSessions(documents: Documents, now: () => Date): Sessions {
  const since = (time: string): number => now().getTime() - Date.parse(time);
  const over = ({ beganAt, seenAt }: Kept): boolean =>
    since(seenAt) >= lasting.idle || since(beganAt) >= lasting.longest;

  async function load(id: string): Promise<{ value: Kept; etag: string } | undefined> {
    const document = await documents.read(kind, hashOf(id));
    const value = kept.safeParse(document?.value);
    return document && value.success ? { value: value.data, etag: document.etag } : undefined;
  }

  /** Changes a session that still is there; one that was ended meanwhile stays ended. */
  async function change(id: string, to: (value: Kept) => Kept): Promise<void> {
    for (let tries = 0; tries < 5; tries += 1) {
      const found = await load(id);
      if (!found) return;
      try {
        await documents.write(kind, hashOf(id), to(found.value), found.etag);
        return;
      } catch (error) {
        if (!(error instanceof StaleError)) throw error;
      }
    }
  }

  return {
    async begin({ id: account, generation }) {
      const id = randomBytes(32).toString('base64url');
      const at = now().toISOString();
      await documents.write(kind, hashOf(id), { account, generation, beganAt: at, seenAt: at } satisfies Kept, 'new');
      return id;
    },
    async find(id, by = 'person') {
      if (id === undefined || !form.test(id)) return undefined;
      const found = await load(id);
      if (!found) return undefined;
      if (over(found.value)) {
        await documents.remove(kind, hashOf(id));
        return undefined;
      }
      if (by === 'person' && since(found.value.seenAt) >= lasting.step)
        await change(id, (value) => ({ ...value, seenAt: now().toISOString() }));
      return { id, ...found.value };
    },
    end: (id) => documents.remove(kind, hashOf(id)),
    say: (id, said) => change(id, (value) => ({ ...value, said })),
    async said({ id, said }) {
      if (said !== undefined) await change(id, ({ said: _shown, ...value }) => value);
      return said;
    },
    async sweep() {
      let dropped = 0;
      for await (const { id, value } of documents.list(kind)) {
        const session = kept.safeParse(value);
        if (session.success && !over(session.data)) continue;
        await documents.remove(kind, id);
        dropped += 1;
      }
      return dropped;
    },
  };
}
