/** One line of a talk, posted to where its message came from. */
import { z } from 'zod';
import type { Send } from '../../../../bot/sending.ts';

const address = z.object({ replyTo: z.url() });

export const sendTo =
  (secret: string): Send =>
  async ({ activity, address: to }) => {
    const { replyTo } = address.parse(to);
    const headers = { 'Content-Type': 'application/json', 'X-Toy-Secret': secret };
    const body = JSON.stringify({ id: activity.id, text: activity.text });
    try {
      const { ok, status } = await fetch(replyTo, { method: 'POST', headers, body, signal: AbortSignal.timeout(5000) });
      if (ok) return { state: 'sent' };
      // Told to come again, it was not taken; what else may have become of it, nobody knows.
      return { state: status === 429 ? 'retry' : status < 500 ? 'failed' : 'ambiguous', reason: String(status) };
    } catch {
      return { state: 'ambiguous', reason: 'no answer' };
    }
  };
