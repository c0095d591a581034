/** The outbox in PostgreSQL: rows are taken by moving on the time at which they are due, so that a killed sender's come again. */
import { hashOf } from '../hash.ts';
import type { Outbox, Sending } from '../outbox.ts';
import { clean } from './lineRows.ts';
import { type Connections, prepared } from './pool.ts';

interface SendRow {
  id: string;
  conversation: string;
  channel: string;
  seq: number;
  activity: Record<string, unknown>;
  address: Record<string, unknown>;
  tries: number;
  begun: boolean;
}

/** Whoever waits for a row here finds it moved on: it is not taken twice. What is given back of `begun` is how it stood before. */
const take = prepared<SendRow>(
  'take',
  `UPDATE outbox SET due_at = $3, tries = tries + 1, begun = due.begun OR (channel = ANY($4::text[]) AND EXISTS (
     SELECT FROM searched WHERE searched.key = outbox.key AND searched.seq = outbox.seq AND staff)) FROM (
     SELECT id, begun FROM outbox AS head WHERE state = 'pending' AND due_at <= $1
       AND NOT EXISTS (SELECT FROM outbox AS earlier
         WHERE earlier.key = head.key AND earlier.seq < head.seq AND earlier.state = 'pending')
     ORDER BY due_at, id LIMIT $2 FOR UPDATE SKIP LOCKED) AS due
   WHERE outbox.id = due.id
   RETURNING outbox.id, conversation, channel, seq, activity, address, tries - 1 AS tries, due.begun`,
);

const sent = prepared<never>(
  'sent',
  `WITH gone AS (DELETE FROM outbox WHERE id = $1 RETURNING key, seq)
   UPDATE lines SET delivery = 'sent' FROM gone WHERE lines.key = gone.key AND lines.seq = gone.seq`,
);

const dead = prepared<never>(
  'dead',
  `WITH dead AS (UPDATE outbox SET state = $2, reason = $3 WHERE id = $1 RETURNING key, seq)
   UPDATE lines SET delivery = $2 FROM dead WHERE lines.key = dead.key AND lines.seq = dead.seq`,
);

/** Its row was gone when it counted as sent: another keeps the reason; the line itself has what was said. */
const bounced = prepared<never>(
  'bounced',
  `WITH bounced AS (UPDATE lines SET delivery = 'failed' FROM talks
     WHERE talks.name = $1 AND lines.key = talks.key AND lines.seq = $2 AND lines.delivery = 'sent'
     RETURNING lines.key, lines.seq, talks.address)
   INSERT INTO outbox (key, seq, conversation, channel, activity, address, state, reason)
   SELECT key, seq, id, channel, '{}', address, 'failed', $3 FROM bounced JOIN conversations USING (key) WHERE address IS NOT NULL`,
);

/** Not after somebody else has taken it: the lease had ended. It surely did not arrive. */
const retry = prepared<never>(
  'retry',
  `UPDATE outbox SET due_at = $2, reason = $3, begun = false WHERE id = $1 AND state = 'pending' AND tries = $4 + 1`,
);

const count = prepared<{ pending: string; dead: string }>(
  'count',
  `SELECT (SELECT count(*) FROM outbox WHERE state = 'pending') AS pending,
     (SELECT count(*) FROM outbox WHERE state <> 'pending') AS dead`,
);

const sendingOf = ({ begun, ...sending }: SendRow): Sending => ({ ...sending, ...(begun && { begun }) });

export function postgresOutbox(connections: Connections): Outbox {
  return {
    async take(now, most, leaseMs, once = []) {
      const rows = await connections.query(take(now, most, new Date(now.getTime() + leaseMs), once));
      return rows.sort((one, other) => Number(one.id) - Number(other.id)).map(sendingOf);
    },
    async settle({ id, tries }, settlement) {
      if (settlement.state === 'sent') await connections.query(sent(id));
      else if (settlement.state === 'retry')
        await connections.query(retry(id, settlement.at, clean(settlement.reason), tries));
      else await connections.query(dead(id, settlement.state, clean(settlement.reason)));
    },
    async bounced(conversation, seq, reason) {
      await connections.query(bounced(hashOf(conversation), seq, clean(reason)));
    },
    async counts() {
      const [row] = await connections.query(count());
      return { pending: Number(row?.pending ?? 0), dead: Number(row?.dead ?? 0) };
    },
  };
}
