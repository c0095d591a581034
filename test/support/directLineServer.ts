/** The real HTTP server on loopback with Direct Line and the chat page, on conversations in memory. */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { type DirectLineOptions, directLine } from '../../bot/channels/directline/index.ts';
import { createLog } from '../../bot/log.ts';
import { chatPage } from '../../bot/page/index.ts';
import { createHttpServer } from '../../bot/server.ts';
import { type MemoryConversations, memoryConversations } from './memoryConversations.ts';

export const signingKey = 'a key for tests';

export interface TestServer {
  url: string;
  port: number;
  conversations: MemoryConversations;
  close(): Promise<void>;
}

type Options = Partial<Omit<DirectLineOptions, 'conversations'>> & {
  conversations?: MemoryConversations;
  port?: number;
  /** Of the guide that the page names. */
  year?: number;
};

export async function serve({
  conversations = memoryConversations(),
  port = 0,
  year = 2023,
  ...options
}: Options = {}) {
  const server = createHttpServer({ log: createLog('silent'), ready: () => true });
  const channel = directLine(server, { conversations, signingKey, loopbackOpen: true, ...options });
  chatPage(server, { year });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${address.port}`,
    port: address.port,
    conversations,
    async close() {
      channel.close();
      server.server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  } satisfies TestServer;
}
