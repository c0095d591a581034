/** A home that holds the golden conversations and the interviews of the examples, with the facts behind each verdict in them. */
import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { onTestFinished } from 'vitest';
import type { Facts } from '../../knowledge/facts.ts';
import { storedFacts } from '../../knowledge/factsSchema.ts';
import { openCase } from '../../state/conversation.ts';
import { embeddedStore } from '../../state/lowdb/index.ts';
import type { Store } from '../../state/store.ts';
import { interviewed, personas } from './applicant.ts';
import { dataFolder, incoming, openHall, repliesTo, today } from './hallTalk.ts';

/** A verdict that was given: in which conversation, to which line of the person, on which facts. */
export interface VerdictGiven {
  conversation: string;
  seq: number;
  facts: Facts;
}

const folder = new URL('../conversations/', import.meta.url);

export interface PastHome {
  store: Store;
  verdicts: VerdictGiven[];
}

/** @param examples how many of the examples are interviewed beside the golden conversations */
export async function pastHome(examples = personas.length): Promise<PastHome> {
  const store = embeddedStore(await dataFolder());
  onTestFinished(() => store.close());
  const verdicts: VerdictGiven[] = [];
  let now = today;
  const hall = openHall('', { store, now: () => now });

  async function say(conversation: string, text: string) {
    const id = randomUUID();
    await hall.accept(incoming(conversation, text, id));
    await hall.idle(conversation);
    const lines = await hall.read(conversation, 0);
    const replies = repliesTo(id, lines);
    if (replies.some(({ channelData }) => channelData?.assessment)) {
      const record = await store.talks.load(conversation);
      const facts = storedFacts((record && openCase(record)?.facts) ?? {});
      verdicts.push({ conversation, seq: lines.find((line) => line.activity.id === id)?.seq ?? 0, facts });
    }
    return replies;
  }

  for (const name of readdirSync(folder).filter((each) => each.endsWith('.chat'))) {
    now = today;
    for (const line of readFileSync(new URL(name, folder), 'utf8').split('\n')) {
      const hours = /^\+(\d+)h$/.exec(line)?.[1];
      if (hours !== undefined) now = new Date(now.getTime() + Number(hours) * 3_600_000);
      if (line.startsWith('user: ')) await say(name, line.slice(6));
    }
  }
  now = today;
  for (const persona of personas.slice(0, examples)) await interviewed(persona, (text) => say(persona.id, text));
  return { store, verdicts };
}
