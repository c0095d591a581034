/** A loopback server that takes replies as the Bot Framework's connector would, or refuses them as it is told to. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { onTestFinished } from 'vitest';

export interface Received {
  method: string;
  path: string;
  authorization: string | undefined;
  activity: { type: string; text: string; channelData?: object; suggestedActions?: object; attachments?: unknown[] };
}

type Answer = (received: Received, res: ServerResponse, req: IncomingMessage) => void;

const taken: Answer = (_received, res) => res.setHeader('Content-Type', 'application/json').end('{"id":"reply"}');

/** `answer` may be changed at any time. */
export async function connector() {
  const received: Received[] = [];
  const how = { answer: taken };
  const server = createServer((req, res) => {
    const parts: Buffer[] = [];
    req.on('data', (part: Buffer) => parts.push(part));
    req.on('end', () => {
      const { method = '', url: path = '', headers } = req;
      const activity = JSON.parse(Buffer.concat(parts).toString());
      const one = { method, path, authorization: headers.authorization, activity };
      received.push(one);
      how.answer(one, res, req);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    received,
    serviceUrl: `http://127.0.0.1:${port}/`,
    answer(next: Answer = taken) {
      how.answer = next;
    },
  };
}

/** A message as Teams posts it. */
export const teamsMessage = (serviceUrl: string, text: string, id: string) => ({
  type: 'message',
  id,
  timestamp: '2023-05-08T02:00:00.000Z',
  channelId: 'emulator',
  serviceUrl,
  from: { id: 'u1', name: '张三', role: 'user' },
  recipient: { id: 'bot', name: '国合申报助手' },
  conversation: { id: 'c1', isGroup: false },
  text,
  locale: 'en-US',
  entities: [{ type: 'clientInfo', locale: 'en-US', country: 'US' }],
});
