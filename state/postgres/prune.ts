/** What is known for a day ends: the ids of activities, and what is left of conversations that were deleted. */
import { type Connections, planned } from './pool.ts';

/** More than a day, so that nothing that a channel repeats within one comes too late. */
const kept = "interval '25 hours'";
/** Rows at once: each statement is short. */
const most = 2000;

const ids = planned<{ gone: string }>(
  `WITH gone AS (DELETE FROM inbox WHERE (key, id) IN (
     SELECT key, id FROM inbox WHERE accepted_at < now() - ${kept} AND answered
     ORDER BY accepted_at LIMIT ${most} FOR UPDATE SKIP LOCKED) RETURNING 1)
   SELECT count(*) AS gone FROM gone`,
  [],
);

/** Of one that was begun anew only the lines go that tell of the deletion. */
const departed = planned<{ gone: string }>(
  `WITH over AS (
     SELECT key, last_at IS NULL AS wholly FROM talks WHERE departed_at < now() - ${kept}
     ORDER BY departed_at LIMIT ${most} FOR UPDATE SKIP LOCKED),
   told AS (DELETE FROM lines USING over WHERE lines.key = over.key AND told),
   sends AS (DELETE FROM outbox USING over WHERE outbox.key = over.key AND wholly),
   ids AS (DELETE FROM inbox USING over WHERE inbox.key = over.key AND wholly),
   anew AS (UPDATE talks SET departed_at = NULL FROM over WHERE talks.key = over.key AND NOT wholly),
   gone AS (DELETE FROM talks USING over WHERE talks.key = over.key AND wholly)
   SELECT count(*) AS gone FROM over`,
  [],
);

/** Drops what has ended, a little at a time. */
export async function prune(connections: Connections): Promise<void> {
  for (const statement of [ids, departed]) {
    for (let gone = most; gone === most; ) {
      const [row] = await connections.query(statement);
      gone = Number(row?.gone ?? 0);
    }
  }
}
