/** A row for each channel; `test/bot/channels/contract/` holds every one of them to the same. */
import { randomUUID } from 'node:crypto';
import type { Message, OpenChannel } from '../../bot/channels/channel.ts';
import { presentText } from '../../bot/channels/presentText.ts';
import { wireForm } from '../../bot/channels/teams/wire.ts';
import type { Conversations } from '../../bot/conversations.ts';
import type { House, Seen, Wire } from './channelTalk.ts';
import { shownOf } from './channelTalkCard.ts';
import { directLinePosts, teamsActivity, teamsPosts } from './channelTalkPosts.ts';
import { type ChannelRow, ok } from './channelTalkRow.ts';
import { toy } from './channelTalkToy.ts';
import { wecom, wecomKf } from './channelTalkWecom.ts';
import { connector, type Received } from './connector.ts';
import { postJson } from './realService.ts';
import { faultsOf } from './teamsLimits.ts';

/** A message of which a reader of Bot Framework activities sees the text, the card and the buttons. */
function seenIn(message: Message, say: (said: object) => Promise<void>): Seen {
  const { text, pressable, ticked } = shownOf(message);
  const buttons = pressable.map(({ label, said }) => ({ label, press: () => say(said) }));
  return { text, buttons, ...(ticked && { tick: (numbers: readonly number[]) => say(ticked(numbers)) }) };
}

const directLineSecret = 'a secret of the chat page';

const directline: ChannelRow = {
  name: 'directline',
  guarded: { DIRECTLINE_SECRET: directLineSecret },
  words: (message) => shownOf(message).text,
  // The chat page shows whatever an activity and a card may hold; see test/bot/channels/verdictCard.test.ts for the card.
  faults: ({ text, attachments = [] }) => (text?.trim() || attachments.length ? [] : ['nothing is said']),
  around: () => ({
    async wire({ url }: House): Promise<Wire> {
      const begun = await postJson(`${url}/v3/directline/conversations`, {});
      const path = `${url}/v3/directline/conversations/${String(begun.body.conversationId)}/activities`;
      let watermark = '';
      const say = async (said: object) =>
        ok((await postJson(path, { type: 'message', from: { id: 'me' }, ...said })).status);
      return {
        post: (text) => say({ text }),
        async came() {
          const response = await fetch(`${path}?watermark=${watermark}`);
          const set = (await response.json()) as {
            watermark: string;
            activities: (Message & { id: string; from: { role: string } })[];
          };
          ({ watermark } = set);
          const said = set.activities.filter(({ id, from }) => from.role === 'bot' && !id.endsWith('|0000001'));
          return said.map((each) => seenIn(each, say));
        },
      };
    },
    posts: ({ url }) => directLinePosts(url, directLineSecret),
  }),
};

/** What Teams makes of a text in simple markup. */
const read = ({ text = '', textFormat, ...message }: Message): Message => ({
  ...message,
  text:
    textFormat === 'xml'
      ? text.replaceAll('<br/>', '\n').replace(/&(lt|gt|quot|amp);/g, (_, name: string) => signs[name] ?? '')
      : text,
});
const signs: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', amp: '&' };

const msteams: ChannelRow = {
  name: 'msteams',
  words: (message) => shownOf(read(wireForm(message))).text,
  faults: (message) => faultsOf(wireForm(message)),
  async around() {
    const { serviceUrl, answer } = await connector();
    const posted: (Received & { id: string })[] = [];
    answer((received, res, req) => {
      const id = `m${posted.length + 1}`;
      // A PUT changes a card that was there before.
      if (req.method === 'POST' && received.activity.type === 'message') posted.push({ ...received, id });
      res.setHeader('Content-Type', 'application/json').end(JSON.stringify({ id }));
    });
    return {
      posts: ({ url }) => teamsPosts(url, serviceUrl),
      wire({ url }, who): Wire {
        let looked = posted.length;
        const say = async (said: object) => {
          const activity = { ...teamsActivity(serviceUrl, who, randomUUID()), ...said };
          ok((await postJson(`${url}/api/messages`, activity)).status);
        };
        return {
          post: (text) => say({ text }),
          came() {
            const own = posted.slice(looked).filter(({ path }) => path.includes(`/conversations/${who}/`));
            looked = posted.length;
            return own.map(({ activity, id }) =>
              // The activity came as JSON from the service itself.
              seenIn(read(activity as unknown as Message), (said) => say({ ...said, replyToId: id })),
            );
          },
        };
      },
    };
  },
};

/** The terminal as `bot/channels/console/chat.ts` puts it together: a line is a message, what is shown is text. */
const terminal: ChannelRow = {
  name: 'console',
  words: ({ text = '' }) => text,
  faults: ({ text = '' }) => (text.trim() === '' ? ['nothing is said'] : []),
  around() {
    let conversations: Conversations | undefined;
    const open: OpenChannel = (surroundings) => {
      ({ conversations } = surroundings);
      return { name: 'console', present: presentText };
    };
    return {
      more: [open],
      wire(_house, who): Wire {
        let seen = 0;
        return {
          async post(text) {
            const heard = { id: randomUUID(), channel: 'console', conversation: who, from: { id: 'user' }, text };
            await conversations?.accept({ ...heard, type: 'message' });
          },
          async came() {
            const lines = (await conversations?.read(who, seen)) ?? [];
            seen = lines.at(-1)?.seq ?? seen;
            const said = lines.filter(({ activity }) => activity.replyToId !== undefined);
            return said.map(({ activity }) => ({ text: String(activity.text), buttons: [] }));
          },
        };
      },
    };
  },
};

export const rows: readonly ChannelRow[] = [directline, msteams, terminal, wecom, wecomKf, toy];
