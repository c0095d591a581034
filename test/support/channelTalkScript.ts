/** Whole talks, told once to the dialogs themselves: what is said, and the replies that every channel must then show. */
import { readdirSync, readFileSync } from 'node:fs';
import { presentActivity } from '../../bot/channels/present.ts';
import type { Reply } from '../../dialogs/reply.ts';
import type { CaseRecord } from '../../state/conversation.ts';
import { embeddedStore } from '../../state/lowdb/index.ts';
import { interviewed, type Message, personas } from './applicant.ts';
import { type Clock, clock, pause } from './channelTalk.ts';
import { dataFolder, openHall, talker } from './hallTalk.ts';

export interface Turned {
  /** Hours that go by before. */
  after: number;
  said: string;
  replies: Reply[];
}

export interface Script {
  name: string;
  turns: Turned[];
  /** The open case at the end. */
  end: CaseRecord | undefined;
}

type Drive = (say: (text: string) => Promise<Message[]>, wait: (hours: number) => void) => Promise<unknown>;

/** @param time goes on from one talk to the next, as it does for those who repeat them */
async function told(name: string, time: Clock, drive: Drive): Promise<Script> {
  const store = embeddedStore(await dataFolder());
  let replies: Reply[] = [];
  const hall = openHall('', {
    store,
    now: time.now,
    present(reply) {
      replies.push(reply);
      return presentActivity(reply);
    },
  });
  const say = talker(hall, name);
  const turns: Turned[] = [];
  let after = 0;
  await drive(
    async (said) => {
      replies = [];
      time.pass(pause);
      const messages = await say(said);
      // The greeting is made with the first message.
      turns.push({ after, said, replies: replies.slice(-messages.length) });
      after = 0;
      return messages;
    },
    (hours) => {
      after += hours;
      time.pass(hours * 3600);
    },
  );
  const record = await store.talks.load(name);
  await store.close();
  return { name, turns, end: record?.cases.find(({ id }) => id === record.openCase) };
}

const goldens = new URL('../conversations/', import.meta.url);

/** The twelve examples as people tell them, and the golden conversations. */
export async function scripts(): Promise<Script[]> {
  const all: Script[] = [];
  const time = clock();
  for (const persona of personas) all.push(await told(persona.id, time, (say) => interviewed(persona, say)));
  for (const name of readdirSync(goldens).filter((each) => each.endsWith('.chat'))) {
    const lines = readFileSync(new URL(name, goldens), 'utf8').split('\n');
    all.push(
      await told(name, time, async (say, wait) => {
        for (const line of lines) {
          wait(Number(/^\+(\d+)h$/.exec(line)?.[1] ?? 0));
          if (line.startsWith('user: ')) await say(line.slice(6));
        }
      }),
    );
  }
  return all;
}
