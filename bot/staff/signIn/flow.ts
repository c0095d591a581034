/**
 * A sign-in that goes by another site: what must come back is kept here, bound to the browser that went by a cookie of its own, and is good
 * for one return within ten minutes.
 */
import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { type Documents, StaleError } from '../../../state/documents.ts';
import { hashOf } from '../../../state/hash.ts';
import { cookieIn, cookieName, setCookie } from '../cookies.ts';
import { sameToken } from '../csrf.ts';
import { addCookie, type Visit } from '../visit.ts';

const kind = 'staff-flow';
const lasts = 10 * 60_000;

const flow = z.object({
  way: z.string(),
  state: z.string(),
  back: z.string(),
  until: z.number(),
  /** Of OpenID Connect. */
  nonce: z.string().optional(),
  verifier: z.string().optional(),
  /** It has come back. */
  over: z.literal(true).optional(),
});
export type Flow = z.infer<typeof flow>;

export interface Flows {
  begin(visit: Visit, started: Omit<Flow, 'until' | 'over'>): Promise<void>;
  /** What this browser began, once; nothing when the state is another one. */
  returned(visit: Visit, way: string): Promise<Flow | undefined>;
  sweep(): Promise<void>;
}

export const randomWord = (): string => randomBytes(32).toString('base64url');

export function openFlows(documents: Documents, https: boolean, now: () => Date): Flows {
  return {
    async begin(visit, started) {
      const id = randomWord();
      await documents.write(kind, hashOf(id), { ...started, until: now().getTime() + lasts } satisfies Flow, 'new');
      addCookie(visit.res, setCookie('staff-flow', id, { https, framed: false, seconds: lasts / 1000 }));
    },
    async returned(visit, way) {
      const id = cookieIn(visit.req.headers.cookie, cookieName('staff-flow', https));
      if (!id) return undefined;
      addCookie(visit.res, setCookie('staff-flow', '', { https, framed: false, seconds: 0 }));
      const document = await documents.read(kind, hashOf(id));
      const read = flow.safeParse(document?.value);
      if (!document || !read.success || read.data.over || read.data.way !== way) return undefined;
      try {
        await documents.write(kind, hashOf(id), { ...read.data, over: true } satisfies Flow, document.etag);
      } catch (error) {
        if (error instanceof StaleError) return undefined;
        throw error;
      }
      const states = visit.query.getAll('state');
      const fits = states.length === 1 && sameToken(states[0] ?? null, read.data.state);
      return fits && read.data.until > now().getTime() ? read.data : undefined;
    },
    async sweep() {
      for await (const { id, value } of documents.list(kind)) {
        const read = flow.safeParse(value);
        if (!read.success || read.data.until <= now().getTime()) await documents.remove(kind, id);
      }
    },
  };
}
