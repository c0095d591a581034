/** A message or a pressed button: kept by the hall, and answered from the outbox, or with the response where the caller waits. */
import { randomUUID } from 'node:crypto';
import { words } from '../../../dialogs/wording.ts';
import type { Incoming } from '../../conversations.ts';
import { TooMany } from '../../limits/tooMany.ts';
import { conversationOf, hasFile, isGroup, type TeamsActivity } from './activity.ts';
import { spokenText } from './mention.ts';
import { pressedOf, useUp } from './pressed.ts';
import { addressed, addressOf, type Reference } from './send.ts';
import { type Answered, done, soon, type Teams } from './surroundings.ts';
import { teamsWords } from './wording.ts';

export async function heard(activity: TeamsActivity, teams: Teams): Promise<Answered> {
  const { conversations, references, writing, log, name } = teams;
  const conversation = conversationOf(activity);
  const address = addressOf(activity);
  const text = spokenText(activity);
  const pressed = pressedOf(activity.value);
  const greeted = address !== undefined && (await references.knows(conversation));
  const taken: Incoming = {
    id: activity.id ?? randomUUID(),
    channel: name,
    conversation,
    from: { id: activity.from.id, ...(activity.from.name && { name: activity.from.name }) },
    type: 'message',
    ...(text && { text }),
    ...(pressed && { value: pressed }),
    ...(isGroup(activity) && { group: true }),
    ...(greeted && { greeted }),
    ...(address && { address }),
  };
  let state: 'accepted' | 'repeated' | 'refused';
  try {
    state = await conversations.accept(taken);
  } catch (error) {
    const own = words(await conversations.language(conversation, text));
    if (error instanceof TooMany) return saidAtOnce(own.tooFast, activity, teams, address);
    log.error({ err: error }, 'activity not kept');
    return saidAtOnce(own.storeDown, activity, teams, address);
  }
  if (!address) return activity.deliveryMode === 'expectReplies' ? waitedFor(taken, activity, teams) : done;
  if (state !== 'accepted') return done;
  await references.heard(activity).catch((error: unknown) => log.warn({ err: error }, 'reference not kept'));
  // While somebody at the desk has the talk they see that there was a file.
  const silent = await conversations.silent(conversation).catch(() => false);
  if (text && hasFile(activity) && !silent)
    await soon(writing.send(textOf(teamsWords(await conversations.language(conversation, text)).notLookedAt), address));
  const answered = conversations.idle(conversation);
  if (!silent) showTyping(answered, { conversation, address }, teams);
  answered
    .then(async () => {
      if (pressed && !silent) await useUp({ pressed, taken, card: activity.replyToId, address }, teams);
      // Everything was deleted at the person's wish.
      if (!taken.group && !(await conversations.exists(conversation))) await references.forget(conversation);
    })
    .catch((error: unknown) => log.warn({ err: error }, 'after a turn'));
  return done;
}

/** Who changes a message hopes to change an answer: it is not read again, and the way to do it is told. */
export async function edited(activity: TeamsActivity, teams: Teams): Promise<Answered> {
  // What comes back after it was deleted is no new text.
  if (activity.channelData?.eventType === 'undeleteMessage') return done;
  if (await teams.conversations.silent(conversationOf(activity)).catch(() => false)) return done;
  const spoken = await teams.conversations.language(conversationOf(activity), spokenText(activity));
  const { edited: alone, editedInGroup } = teamsWords(spoken);
  return saidAtOnce(isGroup(activity) ? editedInGroup : alone, activity, teams, addressOf(activity));
}

const textOf = (text: string) => ({ type: 'message', text });

async function saidAtOnce(text: string, activity: TeamsActivity, { writing, log }: Teams, address?: Reference) {
  if (!address) {
    const activities = [addressed({ type: 'message', text }, activity)];
    return activity.deliveryMode === 'expectReplies' ? { status: 200, body: { activities } } : done;
  }
  const said = writing.send({ type: 'message', text }, address).then((sent) => {
    if (sent.state !== 'sent') log.warn({ ...sent }, 'not said');
  });
  await soon(said);
  return done;
}

/** Shown once, and only to somebody who waits: a turn usually ends long before. */
function showTyping(
  answered: Promise<void>,
  { conversation, address }: { conversation: string; address: Reference },
  { conversations, writing, typingAfter, log }: Teams,
): void {
  const timer = setTimeout(() => {
    const shown = async (): Promise<void> => {
      // Somebody at the desk may have taken the talk meanwhile.
      if (await conversations.silent(conversation)) return;
      const sent = await writing.send({ type: 'typing' }, address);
      if (sent.state !== 'sent') log.debug({ ...sent }, 'typing not shown');
    };
    shown().catch((error: unknown) => log.warn({ err: error }, 'typing not shown'));
  }, typingAfter);
  timer.unref();
  const stop = (): void => clearTimeout(timer);
  answered.then(stop, stop);
}

/** The replies, for the response. */
async function waitedFor(taken: Incoming, activity: TeamsActivity, { conversations }: Teams): Promise<Answered> {
  await conversations.idle(taken.conversation);
  const lines = await conversations.read(taken.conversation, 0);
  const begins = lines.find(({ activity: { id } }) => id === taken.id)?.seq === 2;
  const replies = lines.filter(({ seq, activity: { replyToId } }) => replyToId === taken.id || (begins && seq === 1));
  const activities = replies.map(({ activity: { id: _own, ...reply } }) => addressed(reply, activity));
  return { status: 200, body: { activities } };
}
