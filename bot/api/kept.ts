/**
 * Answers under an id of the caller's: who asks again under the same id gets what they got, also from another process and after a restart. Kept
 * for a week, and no more of them than are worth keeping.
 */
import { z } from 'zod';
import { type Documents, StaleError } from '../../state/documents.ts';
import { hashOf } from '../../state/hash.ts';
import { repeated } from '../daily.ts';
import type { Log } from '../log.ts';

export interface Asked {
  /** Whose id it is: ids of one caller mean nothing to others. */
  holder: string;
  id: string;
  /** What was asked; only its hash is kept. */
  what: string;
}

/** Under this id something else was asked before. */
export class OtherQuestionError extends Error {
  constructor() {
    super('something else was asked under this id');
    this.name = 'OtherQuestionError';
  }
}

export interface KeptAnswers {
  /** What was answered under this id, or what `make` gives, which is kept. Throws `OtherQuestionError`. */
  once(asked: Asked, make: () => object): Promise<object>;
  /** Drops what is too old or too much; returns how many. */
  sweep(): Promise<number>;
}

const keptFor = 7 * 24 * 60 * 60 * 1000;
const mostKept = 20_000;

const kind = 'apiAnswer';
const form = z.object({ at: z.string(), what: z.string(), answer: z.record(z.string(), z.unknown()) });
type Kept = z.output<typeof form>;

/** @param most answers that a sweep leaves */
export function keptAnswers(documents: Documents, now: () => Date, most = mostKept): KeptAnswers {
  const since = (): string => new Date(now().getTime() - keptFor).toISOString();

  /** Its eTag also where it can no longer be used, so that it can be replaced. */
  async function find(id: string): Promise<{ kept?: Kept; etag: string } | undefined> {
    const stored = await documents.read(kind, id);
    const { data } = form.safeParse(stored?.value);
    return stored && { etag: stored.etag, ...(data && data.at > since() && { kept: data }) };
  }

  return {
    async once({ holder, id, what }, make) {
      const name = hashOf(JSON.stringify([holder, id]));
      const asked = hashOf(what);
      for (let tries = 0; ; tries += 1) {
        const found = await find(name);
        if (found?.kept && found.kept.what !== asked) throw new OtherQuestionError();
        if (found?.kept) return found.kept.answer;
        // As it is read again: without what JSON does not know.
        const answer: Kept['answer'] = JSON.parse(JSON.stringify(make()));
        const value = { at: now().toISOString(), what: asked, answer } satisfies Kept;
        try {
          await documents.write(kind, name, value, found?.etag ?? 'new');
          return answer;
        } catch (error) {
          // Somebody else answered it meanwhile: then that is the answer.
          if (!(error instanceof StaleError) || tries >= 5) throw error;
        }
      }
    },
    async sweep() {
      const old: string[] = [];
      const kept: { id: string; at: string }[] = [];
      for await (const { id, value } of documents.list(kind)) {
        const at = form.safeParse(value).data?.at ?? '';
        if (at > since()) kept.push({ id, at });
        else old.push(id);
      }
      kept.sort((one, other) => other.at.localeCompare(one.at));
      const dropped = [...old, ...kept.slice(most).map(({ id }) => id)];
      for (const id of dropped) await documents.remove(kind, id);
      return dropped.length;
    },
  };
}

/** Drops old ones when the service starts and every hour. Returns the way to stop. */
export function keepAnswers(kept: KeptAnswers, log: Log): () => Promise<void> {
  const sweep = async (): Promise<void> => void (await kept.sweep());
  return repeated(sweep, { every: 60 * 60 * 1000, log, failed: 'kept answers not swept' });
}
