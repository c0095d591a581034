/**
 * The bot comes and goes: Teams tells it by `installationUpdate`, by `conversationUpdate`, or by both, in any order. Each place is greeted
 * once, at the first of them; nothing is kept but where it is. When the bot is removed, that is forgotten.
 */
import { words } from '../../../dialogs/wording.ts';
import { say } from '../../../knowledge/language.ts';
import { language } from '../../turn.ts';
import type { Message } from '../channel.ts';
import { conversationOf, isGroup, type TeamsActivity } from './activity.ts';
import { addressed, addressOf, type Reference } from './send.ts';
import { type Answered, done, soon, type Teams } from './surroundings.ts';

/** `installationUpdate`: `add`, `remove`, and `add-upgrade`, `remove-upgrade` where only the version changed. */
export async function installed(activity: TeamsActivity, teams: Teams): Promise<Answered> {
  if (activity.action === 'add') return greet(activity, teams);
  if (activity.action === 'remove') await teams.references.forget(conversationOf(activity));
  return done;
}

/** `conversationUpdate`: who joins is greeted where nobody was before; a renamed channel is nothing to us. */
export async function changed(activity: TeamsActivity, teams: Teams): Promise<Answered> {
  const { membersAdded = [], membersRemoved = [], recipient } = activity;
  if (membersRemoved.some(({ id }) => id === recipient?.id)) {
    await teams.references.forget(conversationOf(activity));
    return done;
  }
  return membersAdded.length > 0 ? greet(activity, teams) : done;
}

async function greet(activity: TeamsActivity, teams: Teams): Promise<Answered> {
  const conversation = conversationOf(activity);
  const address = addressOf(activity);
  if (!address) return withResponse(await greetings(activity, teams), activity);
  // Who has written already knows us.
  if (!(await teams.references.meet(activity)) || (await teams.conversations.exists(conversation))) return done;
  await soon(sayAll(await greetings(activity, teams), conversation, address, teams));
  return done;
}

async function sayAll(greetings: Message[], conversation: string, address: Reference, teams: Teams): Promise<void> {
  for (const greeting of greetings) {
    const sent = await teams.writing.send(greeting, address);
    if (sent.state === 'sent') continue;
    teams.log.warn({ channel: teams.name, ...sent }, 'not greeted');
    // It surely did not arrive: whoever tells of the installation next may.
    if (sent.state === 'retry') await teams.references.forget(conversation);
  }
}

async function greetings(activity: TeamsActivity, { conversations, name, present }: Teams): Promise<Message[]> {
  if (isGroup(activity)) return [groupGreeting(present)];
  const lines = await conversations.greeting(name, conversationOf(activity));
  return lines.map((line) => line.activity as Message); // a line's activity is what was presented
}

/** What can be asked here, shortly: the interview is for a talk alone. */
function groupGreeting(present: Teams['present']): Message {
  const own = words(language);
  return present({ text: say(own.groupHelp, { example: own.groupExample }), choices: [own.groupExample], alone: true });
}

function withResponse(greetings: Message[], activity: TeamsActivity): Answered {
  if (activity.deliveryMode !== 'expectReplies') return done;
  return { status: 200, body: { activities: greetings.map((each) => addressed(each, activity)) } };
}
