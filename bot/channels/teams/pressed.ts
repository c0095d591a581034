/** A button of a card: what it says, and the card that loses its buttons when it was pressed, so that an old one cannot be pressed again. */
import { z } from 'zod';
import type { TranscriptLine } from '../../../state/transcript.ts';
import type { Incoming } from '../../conversations.ts';
import type { Message } from '../channel.ts';
import type { Reference } from './send.ts';
import type { Teams } from './surroundings.ts';
import { used } from './used.ts';

/** What an Action.Submit of ours carries; `picked` is what was ticked in a list of which several may be. */
const submitted = z.looseObject({
  text: z.string().max(4000).optional(),
  question: z.string().max(200).optional(),
  card: z.string().max(200).optional(),
  picked: z.string().max(4000).optional(),
});
export type Pressed = { text?: string; question?: string; card?: string };

/** What was pressed, in the form that the hall knows; undefined when it is nothing of ours. */
export function pressedOf(value: unknown): Pressed | undefined {
  const { text, question, card, picked } = submitted.safeParse(value).data ?? {};
  // Teams joins what was ticked by commas.
  const ticked = picked?.split(',').filter(Boolean).join('、');
  const said = text ?? (ticked || undefined);
  if (said === undefined && question === undefined) return undefined;
  return { ...(said !== undefined && { text: said }), ...(question && { question }), ...(card && { card }) };
}

export interface Press {
  pressed: Pressed;
  taken: Incoming;
  /** As Teams knows the message with the card. */
  card: string | undefined;
  address: Reference;
}

/** After the turn. Tried once: the words of the answer stand in the talk whether or not it works. */
export async function useUp({ pressed, taken, card, address }: Press, teams: Teams): Promise<void> {
  if (card === undefined || pressed.question === undefined) return;
  const lines = await teams.conversations.read(taken.conversation, 0);
  const shown = lines.findLast(({ from, activity }) => from === 'bot' && isCardOf(activity, pressed));
  if (!shown) return;
  const chosen = isStale(lines, taken.id, pressed.question) ? undefined : pressed.text;
  const { id: _own, replyToId: _to, ...message } = shown.activity;
  const sent = await teams.writing.update(used(message as Message, chosen), card, address); // a line's activity is what was presented
  if (sent.state !== 'sent') teams.log.warn({ channel: teams.name, ...sent }, 'card not updated');
}

/** Whether the button belonged to another question than the one that was open when it was heard. */
function isStale(lines: readonly TranscriptLine[], id: string, question: string): boolean {
  const answered = lines.find(({ activity }) => activity.replyToId === id)?.seq ?? Number.POSITIVE_INFINITY;
  const before = lines.filter(
    ({ seq, from, questionId }) => from === 'bot' && seq < answered && questionId !== undefined,
  );
  return before.at(-1)?.questionId !== question;
}

/** Whether a button of this card carries what was pressed. */
function isCardOf({ attachments }: Record<string, unknown>, { question, card }: Pressed): boolean {
  return submitsIn(attachments).some(
    (data) => data.question === question && (card === undefined || data.card === card),
  );
}

function submitsIn(value: unknown): Pressed[] {
  if (Array.isArray(value)) return value.flatMap(submitsIn);
  if (typeof value !== 'object' || value === null) return [];
  const own =
    'type' in value && value.type === 'Action.Submit' && 'data' in value
      ? submitted.safeParse(value.data).data
      : undefined;
  return [...(own ? [own as Pressed] : []), ...Object.values(value).flatMap(submitsIn)]; // parsed by the form of the same members
}
