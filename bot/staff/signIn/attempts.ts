/** Guessing passwords is slow and few: five wrong ones lock a name for a quarter of an hour, and an address may try only so often. */
import { z } from 'zod';
import { type Documents, StaleError } from '../../../state/documents.ts';
import { hashOf } from '../../../state/hash.ts';
import { countAddresses } from './addresses.ts';

const kind = 'staff-attempts';
/** Wrong ones in a row, and milliseconds for which nobody may try that name. */
const lock = { wrong: 5, ms: 15 * 60_000 };

/** How many were wrong, the last of them when (milliseconds since 1970). */
const kept = z.object({ wrong: z.number(), at: z.number() });

export interface Attempts {
  /** Whether somebody may try now; counted as wrong until `right` says otherwise, so that many at once are many. */
  begin(name: string, from: string): Promise<boolean>;
  right(name: string): Promise<void>;
  sweep(): Promise<void>;
}

export function countAttempts(documents: Documents, now: () => Date): Attempts {
  const clock = (): number => now().getTime();
  const idOf = (name: string): string => hashOf(name.normalize('NFKC').toLowerCase().replace(/\s+/gu, ''));
  const mayTry = countAddresses(now);

  return {
    async begin(name, from) {
      if (!mayTry(from)) return false;
      // The same for names that nobody has: whether a name exists is not to be learnt here.
      for (;;) {
        const document = await documents.read(kind, idOf(name));
        const read = kept.safeParse(document?.value);
        const before = read.success && clock() - read.data.at < lock.ms ? read.data.wrong : 0;
        if (before >= lock.wrong) return false;
        try {
          await documents.write(kind, idOf(name), { wrong: before + 1, at: clock() }, document?.etag ?? 'new');
          return true;
        } catch (error) {
          if (!(error instanceof StaleError)) throw error;
        }
      }
    },
    right: (name) => documents.remove(kind, idOf(name)),
    async sweep() {
      for await (const { id, value } of documents.list(kind)) {
        const read = kept.safeParse(value);
        if (!read.success || clock() - read.data.at >= lock.ms) await documents.remove(kind, id);
      }
    },
  };
}
