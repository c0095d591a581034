/**
 * A channel as small as one can be: `POST /api/toy` brings a message with a shared secret in a header, replies go to the address
 * that came with it. What `docs/adding-a-channel.md` shows is this file, word for word.
 */
import { z } from 'zod';
import type { OpenChannel } from '../../../../bot/channels/channel.ts';
import { presentText } from '../../../../bot/channels/presentText.ts';
import { Problem, sendJson } from '../../../../bot/problem.ts';
import { bodyOf } from '../../../../bot/server.ts';
import { cut } from './cut.ts';
import { sendTo } from './send.ts';

const posted = z.object({
  id: z.string().min(1).max(200),
  from: z.string().min(1).max(200),
  text: z.string().max(20_000),
  replyTo: z.url({ protocol: /^https?$/, hostname: /^127\.0\.0\.1$/ }),
});

export const openToy =
  (secret: string): OpenChannel =>
  ({ server, conversations }) => {
    server.post('/api/toy', async (req, res) => {
      // Verify: nothing is taken from somebody who does not know the secret.
      if (req.headers['x-toy-secret'] !== secret) throw new Problem(401, '没有通过验证');
      // Decode: whatever comes is checked, and a wrong form is the caller's fault.
      const body = posted.safeParse(bodyOf(req));
      if (!body.success) throw new Problem(400, '消息的格式不对');
      const { id, from, text, replyTo } = body.data;
      // Accept: kept before it is acknowledged; the same id has one effect.
      await conversations.accept({
        id,
        channel: 'toy',
        conversation: `toy:${from}`,
        from: { id: from },
        type: 'message',
        text,
        address: { replyTo },
      });
      sendJson(res, 200, {});
    });
    return { name: 'toy', present: presentText, split: cut, mostAtOnce: 3, send: sendTo(secret) };
  };
