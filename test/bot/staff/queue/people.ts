/** People on three channels who ask what the guide does not say, over the wire as the channels' own servers send it; and what they read. */
import { randomUUID } from 'node:crypto';
import { setTimeout as after } from 'node:timers/promises';
import { conversationOf } from '../../../../bot/channels/wecomKf/address.ts';
import { connector, teamsMessage } from '../../../support/connector.ts';
import { today } from '../../../support/hallTalk.ts';
import { postJson } from '../../../support/realService.ts';
import { type StaffClient, type StaffWorld, staffService } from '../../../support/staffService.ts';
import { postCallback, sample, sealed } from '../../../support/wecom/callbacks.ts';
import { account, kfSide } from '../../../support/wecom/kf.ts';
import { event, kfEnv } from '../../../support/wecom/kfService.ts';
import { wecomStandIn } from '../../../support/wecom/standIn.ts';

export interface Person {
  say(text: string): Promise<void>;
  /** Everything that they have seen so far, in order. */
  read(): Promise<string[]>;
}

/** The service, and somebody on one of its channels. */
export interface Scene {
  world: StaffWorld;
  person(who?: string): Promise<Person>;
  /** The conversation of somebody, where it is known. */
  conversation?(who: string): string;
  pass(seconds: number): void;
}

/** What the guide does not answer. */
export const question = '经费可以用来买车吗';

export const scenes: Readonly<Record<'网页' | '微信客服' | 'Teams', () => Promise<Scene>>> = {
  网页: async () => {
    const world = await staffService();
    return { world, person: () => webPerson(world.url), pass: passing(world) };
  },
  微信客服: async () => {
    const standIn = await wecomStandIn();
    const begun: { world?: StaffWorld } = {};
    const kf = kfSide(standIn, () => begun.world?.clock.now ?? today);
    const world = await staffService({ env: kfEnv(standIn.url) });
    begun.world = world;
    return {
      world,
      pass: passing(world),
      conversation: (touser) => conversationOf({ open_kfid: account, touser }),
      person: async (touser = 'wm-somebody') => ({
        async say(text) {
          // A callback that is the same as the one before would be a replay.
          world.clock.now = new Date(world.clock.now.getTime() + 2000);
          kf.say(touser, text);
          const { status } = await postCallback(
            `${world.url}/wecom-kf/callback`,
            sealed(event(world.clock.now), sample),
          );
          if (status !== 200) throw new Error(`refused with ${status}`);
        },
        read: async () => kf.seen.filter((each) => each.touser === touser).map(({ text }) => text),
      }),
    };
  },
  Teams: async () => {
    const { received, serviceUrl } = await connector();
    const world = await staffService();
    return {
      world,
      pass: passing(world),
      person: async (who = 'c1') => ({
        async say(text) {
          const message = {
            ...teamsMessage(serviceUrl, text, randomUUID()),
            conversation: { id: who, isGroup: false },
          };
          const { status } = await postJson(`${world.url}/api/messages`, message);
          if (status >= 300) throw new Error(`refused with ${status}`);
        },
        read: async () =>
          received
            .filter(
              ({ path, method, activity }) =>
                method === 'POST' && activity.type === 'message' && path.includes(`/${who}/`),
            )
            .map(({ activity }) => activity.text.replaceAll('<br/>', '\n')),
      }),
    };
  },
};

const passing = (world: StaffWorld) => (seconds: number) => {
  world.clock.now = new Date(world.clock.now.getTime() + seconds * 1000);
};

export async function webPerson(url: string): Promise<Person> {
  const begun = await postJson(`${url}/v3/directline/conversations`, {});
  const path = `${url}/v3/directline/conversations/${String(begun.body.conversationId)}/activities`;
  return {
    async say(text) {
      const { status } = await postJson(path, { type: 'message', from: { id: 'me' }, text });
      if (status >= 300) throw new Error(`refused with ${status}`);
    },
    async read() {
      const set = (await (await fetch(path)).json()) as { activities: { text?: string; from: { id: string } }[] }; // as the service sends it
      return set.activities.filter(({ from }) => from.id !== 'me').map(({ text = '' }) => text);
    },
  };
}

/** Resolves with what was seen once some of it says this. */
export async function readsOf(person: Person, wanted: string | RegExp): Promise<string[]> {
  const end = performance.now() + 10_000;
  for (;;) {
    const seen = await person.read();
    if (seen.some((text) => (typeof wanted === 'string' ? text.includes(wanted) : wanted.test(text)))) return seen;
    if (performance.now() > end) throw new Error(`never read ${wanted}: ${JSON.stringify(seen)}`);
    await after(20);
  }
}

/** Asks what the guide does not say, and wants it answered by a person. */
export async function asksThePerson(person: Person, asked = question): Promise<void> {
  await person.say(asked);
  await readsOf(person, '人工');
  await person.say('转给咨询台');
  await readsOf(person, '已转给咨询台');
}

/** Messages that say this. */
export const times = (seen: readonly string[], said: string): number =>
  seen.filter((text) => text.includes(said)).length;

/** Paths of the items in the queue, in its order. */
export async function itemsOf(client: StaffClient, query = ''): Promise<string[]> {
  const page = await (await client.get(`/staff/queue${query}`)).text();
  return [...new Set(page.match(/\/staff\/queue\/[0-9a-f-]{36}(?=")/g))];
}

/** What the form sends; an id of its own unless it is given one. */
export const answerForm = (text: string, more: Record<string, string | readonly string[]> = {}) => ({
  form: randomUUID(),
  text,
  close: '1',
  ...more,
});
