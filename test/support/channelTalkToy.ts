/** The row of the toy channel, which `docs/adding-a-channel.md` leads to. */
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { text as textOf } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';
import { mostLetters } from '../bot/channels/toy/cut.ts';
import { openToy } from '../bot/channels/toy/index.ts';
import type { Seen, Wire } from './channelTalk.ts';
import { type ChannelRow, ok } from './channelTalkRow.ts';
import { postJson } from './realService.ts';

const secret = 'a secret of the toy channel';

/** Where its people read: everything that is posted there, by person. */
async function letterBox() {
  const got = new Map<string, Seen[]>();
  const server = createServer(async (req, res) => {
    const who = decodeURIComponent((req.url ?? '').slice(1));
    const { text } = JSON.parse(await textOf(req)) as { text: string };
    got.set(who, [...(got.get(who) ?? []), { text, buttons: [] }]);
    res.end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const address = server.address();
  return { got, url: `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}` };
}

export const toy: ChannelRow = {
  name: 'toy',
  words: ({ text = '' }) => text,
  faults: ({ text = '' }) => (text.length > 0 && text.length <= mostLetters ? [] : [`${text.length} characters`]),
  async around() {
    const { got, url: box } = await letterBox();
    return {
      more: [openToy(secret)],
      wire({ url }, who): Wire {
        return {
          async post(text) {
            const body = { id: randomUUID(), from: who, text, replyTo: `${box}/${who}` };
            ok((await postJson(`${url}/api/toy`, body, { 'X-Toy-Secret': secret })).status);
          },
          came() {
            const seen = got.get(who) ?? [];
            got.delete(who);
            return seen;
          },
        };
      },
      posts({ url }) {
        const post = async (body: unknown, headers: Record<string, string> = { 'X-Toy-Secret': secret }) =>
          (await postJson(`${url}/api/toy`, body, headers)).status;
        const whole = { id: 'one', from: 'somebody', text: '开始自查', replyTo: `${box}/somebody` };
        return {
          good: (who, text, id) => post({ id, from: who, text, replyTo: `${box}/${who}` }),
          tampered: {
            'without the secret': () => post(whole, {}),
            'another secret': () => post(whole, { 'X-Toy-Secret': 'another' }),
          },
          malformed: {
            'no object': () => post([]),
            'no text': () => post({ ...whole, text: undefined }),
            'another address': () => post({ ...whole, replyTo: 'http://10.0.0.1/' }),
          },
          oversized: {
            'a text of 20,001 characters': () => post({ ...whole, text: '长'.repeat(20_001) }),
            'a body of 300 KB': () => post({ ...whole, more: 'x'.repeat(300_000) }),
          },
        };
      },
    };
  },
};
