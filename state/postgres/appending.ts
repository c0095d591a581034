/** Lines that no turn made: what other software logs through botbuilder's interface. */

import { hashOf } from '../hash.ts';
import { queues } from '../queue.ts';
import type { Transcripts } from '../transcripts.ts';
import type { Home } from './home.ts';
import { activityHash, adding } from './lineRows.ts';
import { prepared } from './pool.ts';
import { beginning, lockTalkBeside, moving } from './talkRows.ts';

const known = prepared<{ activity: string }>(
  'known-activities',
  `SELECT replace(activity::text, '-', '') AS activity FROM lines
   WHERE key = (SELECT key FROM talks WHERE name = $1) AND NOT told AND activity = ANY($2::uuid[])`,
);

export function appending({ others, foreign }: Home): Transcripts['append'] {
  const inOrder = queues();
  return (conversation, channel, lines) => {
    const name = hashOf(conversation);
    const hashes = lines.map(({ activity }) =>
      activity.id === undefined ? undefined : activityHash(String(activity.id)),
    );
    const own = hashes.filter((each) => each !== undefined);
    return inOrder.run(name, () =>
      others.transaction(async (transaction) => {
        const [talk, rows] = await lockTalkBeside(transaction, conversation, known(name, own));
        const there = new Set<string | undefined>(rows.map(({ activity }) => activity));
        const isNew = (hash: string | undefined): boolean => {
          const old = hash !== undefined && there.has(hash);
          there.add(hash);
          return !old;
        };
        const added = lines
          .filter((_, at) => isNew(hashes[at]))
          .map((line, at) => ({ ...line, seq: talk.last_seq + at + 1 }));
        if (added.length === 0) return;
        await transaction.commit(
          ...beginning(talk, conversation, channel),
          ...adding({ key: talk.key, conversation, channel, address: talk.address }, added),
          moving(talk, added),
        );
        foreign.changed(conversation);
      }),
    );
  };
}
