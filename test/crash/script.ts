/** What somebody says in a whole interview, and what the bot must answer to each message: from a talk that nothing disturbed. */
import type { Conversations } from '../../bot/conversations.ts';
import { interviewed, type Message, type Persona } from '../support/applicant.ts';
import { incoming, repliesTo } from '../support/hallTalk.ts';

export interface Step {
  text: string;
  /** What its replies must be: each by what it asks and concludes; by its words, where it does not conclude. */
  answered: readonly string[];
}

/** The messages of one person in order. */
export async function scriptOf(persona: Persona, conversations: Conversations): Promise<Step[]> {
  const steps: Step[] = [];
  const conversation = `script-${persona.id}`;
  await interviewed(persona, async (text) => {
    const id = `m${steps.length}`;
    await conversations.accept(incoming(conversation, text, id));
    await conversations.idle(conversation);
    const replies = repliesTo(id, await conversations.read(conversation, 0));
    steps.push({ text, answered: replies.map(gist) });
    return replies;
  });
  return steps;
}

/** A reply without what differs from talk to talk (links, ids, days). */
export function gist({ text, channelData }: Message): string {
  const { question, assessment } = channelData ?? {};
  if (!assessment) return `${question?.id ?? ''} ${text}`;
  const { verdict, failedRules, missingItems, toConfirm } = assessment;
  return [verdict, ...failedRules, ...missingItems, ...toConfirm].join(' ');
}
