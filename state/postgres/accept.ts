/** Accepting in PostgreSQL: one statement, for a conversation of which this process knows the last number. */
import { hashOf } from '../hash.ts';
import { queues } from '../queue.ts';
import type { Arrival, Talks } from '../talks.ts';
import type { TranscriptLine } from '../transcript.ts';
import type { Home } from './home.ts';
import { asTaken, clean, jsonOf, movedBy, sha256 } from './lineRows.ts';
import { type Bound, prepared } from './pool.ts';

/** What the database made of it; `otherwise`: something is kept of the conversation where nothing was thought to be, or nothing any more. */
interface Outcome {
  outcome: 'kept' | 'repeated' | 'otherwise';
  /** The number behind which the lines stand, or have to be made. */
  standing: number;
}

const acceptActivity = prepared<Outcome>(
  'accept-activity',
  'SELECT outcome, standing FROM accept_activity($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)',
);

const look = prepared<{ last_seq: number; blank: boolean }>(
  'last-number',
  'SELECT last_seq, last_at IS NULL AS blank FROM talks WHERE name = $1',
);

/** What lines are made for. */
interface Standing {
  last: number;
  blank: boolean;
}

/** How often a conversation may turn out to have begun or ended meanwhile. */
const tries = 5;

function accepting(name: string, arrival: Arrival, { last, blank }: Standing, lines: readonly TranscriptLine[]) {
  const { conversation, channel, id, address } = arrival;
  const bound: Bound<Outcome> = acceptActivity(
    name,
    sha256(id),
    clean(conversation),
    clean(channel),
    address === 'latest' ? null : jsonOf(address),
    address === 'latest',
    blank,
    last,
    ...asTaken(lines),
  );
  return bound;
}

export function accept({ others, foreign, inHand }: Home): Talks['accept'] {
  const { numbers, arrived } = inHand;
  // Those of one conversation wait for each other here, so that they do not take the connections of all.
  const inOrder = queues();

  async function standingOf(name: string): Promise<Standing> {
    const known = numbers.get(name);
    if (known !== undefined) return { last: known, blank: false };
    const [row] = await others.query(look(name));
    return row ? { last: row.last_seq, blank: row.blank } : { last: 0, blank: true };
  }

  async function kept(name: string, arrival: Arrival): Promise<TranscriptLine[] | 'repeated'> {
    let standing = await standingOf(name);
    for (let tried = 0; tried < tries; tried += 1) {
      const lines = arrival.lines(standing.last + 1, standing.blank);
      if (lines.length === 0) throw new Error('an activity without a line');
      const [row] = await others.query(accepting(name, arrival, standing, lines));
      if (!row) throw new Error('accepting told nothing');
      if (row.outcome === 'repeated') return 'repeated';
      if (row.outcome === 'kept') {
        const made = movedBy(row.standing - standing.last, lines);
        numbers.set(name, made.at(-1)?.seq ?? row.standing);
        return made;
      }
      standing = { last: row.standing, blank: !standing.blank };
    }
    throw new Error('the conversation begins and ends all the time');
  }

  return (arrival) => {
    const { conversation } = arrival;
    const name = hashOf(conversation);
    return inOrder.run(name, async () => {
      const lines = await kept(name, arrival);
      if (lines === 'repeated') return lines;
      foreign.changed(conversation);
      const heard = lines.at(-1);
      if (heard) arrived.set(name, heard);
      return lines;
    });
  };
}
