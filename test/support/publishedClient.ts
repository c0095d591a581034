/** The published Direct Line client as a person uses it: says something, and gets the whole answer to it. */
import { createRequire } from 'node:module';
import { DirectLine } from 'botframework-directlinejs';
import { expect } from 'vitest';
import { WebSocket } from 'ws';
import { type Message, messageOf } from './applicant.ts';

const require = createRequire(import.meta.url);

type Options = Partial<ConstructorParameters<typeof DirectLine>[0]>;

export interface PublishedClient {
  /** Everything that was heard, own messages too, oldest first. */
  heard: { from: 'me' | 'bot'; message: Message }[];
  say(text: string): Promise<Message[]>;
  /** What another client needs to go on in the same conversation. */
  ticket(): { conversationId: string; token: string };
  leave(): void;
}

/** Connects to the service at `url`, by stream unless `options` say `webSocket: false`. */
export function connect(url: string, options: Options = {}): PublishedClient {
  // In Node the library needs the browser's XMLHttpRequest and WebSocket.
  // biome-ignore lint/correctness/noUnresolvedImports: an older package without exports, which Node resolves
  Object.assign(globalThis, { XMLHttpRequest: require('xhr2') as unknown, WebSocket });
  // Reconnects wait 3 s and a random part of 12 s more; a test waits for the 3 s only.
  const services = { random: () => 0, timeout: 2000 };
  const settings = { domain: `${url}/v3/directline`, pollingInterval: 200, ...services, ...options };
  const line = new DirectLine(settings as Options);
  const heard: PublishedClient['heard'] = [];
  const subscription = line.activity$.subscribe((activity) => {
    if (activity.type !== 'message') return;
    heard.push({ from: activity.from.role === 'bot' ? 'bot' : 'me', message: messageOf(activity) });
  });
  const post = (text: string) =>
    new Promise<string>((resolve, reject) =>
      line.postActivity({ type: 'message', text, from: { id: 'me' } }).subscribe(resolve, reject),
    );
  return {
    heard,
    async say(text) {
      const id = await post(text);
      const replies = () => heard.flatMap(({ message }) => (message.replyToId === id ? [message] : []));
      await expect.poll(replies, { timeout: 15_000, interval: 5 }).not.toEqual([]);
      return replies();
    },
    ticket: () => line as unknown as { conversationId: string; token: string },
    leave() {
      subscription.unsubscribe();
      line.end();
    },
  };
}
