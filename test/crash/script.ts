/** What somebody says in a whole interview, and what the bot must answer to each message: from a talk that nothing disturbed. */
import type { Conversations } from '../../bot/conversations.ts';
import { interviewed, type Message, personaOf } from '../support/applicant.ts';
import { incoming, openHall, repliesTo } from '../support/hallTalk.ts';

export interface Step {
  text: string;
  /** What its replies must be: each by what it asks and concludes; by its words, where it does not conclude. */
  answered: readonly string[];
}

/** Whole interviews of different ends. */
const people = ['ex-02', 'ex-04', 'ex-07', 'ex-12'];

/** Their scripts, from talks in a hall on this folder, today. */
export async function scriptsIn(folder: string): Promise<Step[][]> {
  const undisturbed = hallIn(folder);
  return Promise.all(
    people.map(async (id) => {
      const script = recorder(undisturbed, id);
      await interviewed(personaOf(id), script.say);
      return script.steps;
    }),
  );
}

/** The script of somebody who says these texts one after the other, whatever is answered. */
export async function scriptOf(texts: readonly string[], folder: string): Promise<Step[]> {
  const script = recorder(hallIn(folder), 'texts');
  for (const text of texts) await script.say(text);
  return script.steps;
}

const hallIn = (folder: string): Conversations => openHall(folder, { now: () => new Date() });

/** Says things in a talk of its own, and notes each with what is answered. */
function recorder(conversations: Conversations, name: string) {
  const steps: Step[] = [];
  const conversation = `script-${name}`;
  async function say(text: string): Promise<Message[]> {
    const id = `m${steps.length}`;
    await conversations.accept(incoming(conversation, text, id));
    await conversations.idle(conversation);
    const replies = repliesTo(id, await conversations.read(conversation, 0));
    steps.push({ text, answered: replies.map(gist) });
    return replies;
  }
  return { steps, say };
}

/** A reply without what differs from talk to talk (links, ids, days). */
export function gist({ text, channelData }: Message): string {
  const { question, assessment } = channelData ?? {};
  if (!assessment) return `${question?.id ?? ''} ${text}`;
  const { verdict, failedRules, missingItems, toConfirm } = assessment;
  return [verdict, ...failedRules, ...missingItems, ...toConfirm].join(' ');
}
