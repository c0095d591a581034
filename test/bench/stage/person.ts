/** Somebody who talks over HTTP, as clients do: to the service by Direct Line with its stream, to the echo bot by expectReplies. */
import { Agent, request } from 'node:http';
import { WebSocket } from 'ws';
import { z } from 'zod';
import { type Message, messageOf } from '../../support/applicant.ts';

export interface Person {
  /** Resolves with the whole answer. */
  say(text: string): Promise<Message[]>;
  leave(): void;
}

const begun = z.object({ conversationId: z.string(), token: z.string(), streamUrl: z.string() });
const activitySet = z.object({ activities: z.array(z.looseObject({ from: z.looseObject({ role: z.string() }) })) });
const expected = z.object({ activities: z.array(z.unknown()) });
/** Milliseconds after which an answer is lost. */
const patience = 60_000;

/** Somebody new on Direct Line, once the greeting has come. */
export async function applicant(url: string): Promise<Person> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const { conversationId, token, streamUrl } = begun.parse(
    await post(agent, `${url}/v3/directline/conversations`, {}, {}),
  );
  const stream = new WebSocket(streamUrl);
  let hear: (messages: Message[]) => void = () => {};
  let fail: (error: Error) => void = () => {};
  const answer = (): Promise<Message[]> =>
    new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error('no answer')), patience);
      hear = (messages) => {
        clearTimeout(late);
        resolve(messages);
      };
      fail = reject;
    });
  stream.on('error', (error) => fail(error));
  stream.on('message', (data) => {
    const { activities } = activitySet.parse(JSON.parse(String(data)));
    // The replies to one message come together.
    const said = activities.filter(({ from }) => from.role === 'bot').map(messageOf);
    if (said.length > 0) hear(said);
  });
  await answer();
  const to = `${url}/v3/directline/conversations/${conversationId}/activities`;
  return {
    async say(text) {
      const answered = answer();
      const posted = post(
        agent,
        to,
        { Authorization: `Bearer ${token}` },
        { type: 'message', from: { id: 'me' }, text },
      );
      const [messages] = await Promise.all([answered, posted]);
      return messages;
    },
    leave() {
      stream.close();
      agent.destroy();
    },
  };
}

/** Somebody who talks to the echo bot. */
export function shouter(url: string, conversation: string): Person {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  let said = 0;
  return {
    async say(text) {
      said += 1;
      const answer = await post(
        agent,
        `${url}/api/messages`,
        {},
        {
          type: 'message',
          id: `${conversation}-${said}`,
          channelId: 'emulator',
          serviceUrl: 'http://127.0.0.1:1',
          conversation: { id: conversation },
          from: { id: 'me' },
          recipient: { id: 'bot' },
          deliveryMode: 'expectReplies',
          text,
        },
      );
      const replies = expected.parse(answer).activities.map(messageOf);
      if (replies[0]?.text !== `Echo: ${text}`) throw new Error('the echo bot did not echo');
      return replies;
    },
    leave: () => agent.destroy(),
  };
}

function post(agent: Agent, url: string, headers: Record<string, string>, body: unknown): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const text = JSON.stringify(body);
    const length = String(Buffer.byteLength(text));
    const asked = request(
      url,
      { agent, method: 'POST', headers: { ...headers, 'Content-Type': 'application/json', 'Content-Length': length } },
      (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('error', reject);
        response.on('end', () => {
          const answer = Buffer.concat(parts).toString();
          if ((response.statusCode ?? 500) >= 300) reject(new Error(`${response.statusCode} ${answer}`));
          else resolve(JSON.parse(answer));
        });
      },
    );
    asked.on('error', reject);
    asked.end(text);
  });
}
