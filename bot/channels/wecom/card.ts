/**
 * Choices as a template card behind the text (document/path/90236, 94888): buttons for up to six, a list to tick for more or for several.
 * The text is complete without it, since WeChat's own client shows no cards. A button carries its words and the question to which it
 * belongs, so that nothing need be kept of a card.
 */
import { z } from 'zod';
import type { Reply } from '../../../dialogs/reply.ts';
import { wecomWords } from './wording.ts';

const limits = { buttons: 6, buttonText: 10, options: 20, optionText: 11 };

/** As a transcript's line keeps it, in `channelData.card`. */
const card = z.object({
  kind: z.enum(['buttons', 'one', 'several']),
  labels: z.array(z.string().min(1)).min(1).max(limits.options),
  question: z.string().optional(),
  /** Of its own words; Chinese without it. */
  language: z.enum(['zh', 'en']).optional(),
});
export type Card = z.output<typeof card>;

export const cardIn = (channelData: unknown): Card | undefined => z.object({ card }).safeParse(channelData).data?.card;

/** The card of a reply; none for what an answer only suggests, and where the client would cut the labels. */
export function cardOf({ question, answer, choices = [], several = [], language }: Reply): Card | undefined {
  if (answer && !question) return undefined;
  const marked = { ...(question && { question: question.id }), ...(language === 'en' && { language }) };
  if (several.length > 0 && several.length <= limits.options)
    return { kind: 'several', labels: [...several], ...marked };
  const longest = Math.max(0, ...choices.map((label) => [...label].length));
  if (choices.length === 0 || choices.length > limits.options) return undefined;
  const buttons = choices.length <= limits.buttons && longest <= limits.buttonText;
  if (!buttons && longest > limits.optionText) return undefined;
  const labels = [...choices];
  return { kind: buttons ? 'buttons' : 'one', labels, ...marked };
}

const pressedKey = z.object({ t: z.string().optional(), q: z.string().optional() });

/** Letters, digits, _ and - only, whatever the label is. */
function keyOf(question: string | undefined, text?: string): string {
  const key = { ...(text !== undefined && { t: text }), ...(question !== undefined && { q: question }) };
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/**
 * The card as message/send wants it.
 *
 * @param taskId of the app's own, never used before
 */
export function templateCard({ kind, labels, question, language = 'zh' }: Card, taskId: string): object {
  const { one, several, hint, submit } = wecomWords(language).card;
  const title = { title: kind === 'several' ? several : one, desc: hint };
  const common = { main_title: title, task_id: taskId };
  if (kind === 'buttons')
    return {
      card_type: 'button_interaction',
      ...common,
      button_list: labels.map((text) => ({ text, key: keyOf(question, text) })),
    };
  const options = labels.map((label, at) => ({ id: String(at + 1), text: optionText(`${at + 1} ${label}`) }));
  return {
    card_type: 'vote_interaction',
    ...common,
    checkbox: { question_key: 'choice', mode: kind === 'several' ? 1 : 0, option_list: options },
    submit_button: { text: submit, key: keyOf(question) },
  };
}

/** The number is seen whatever the client does, and the whole item stands in the text above. */
function optionText(text: string): string {
  const letters = [...text];
  return letters.length <= limits.optionText ? text : `${letters.slice(0, limits.optionText - 1).join('')}…`;
}

/** What was chosen on a card. */
export interface Pressed {
  text: string;
  question?: string;
}

/** @param options ids of what was ticked: numbers, which the talk understands as it does typed ones */
export function pressed(eventKey: string, options: readonly string[]): Pressed | undefined {
  const key = pressedKey.safeParse(parsedKey(eventKey)).data;
  const text = key?.t ?? options.filter((id) => /^\d{1,2}$/.test(id)).join('、');
  if (!key || text === '') return undefined;
  return { text, ...(key.q !== undefined && { question: key.q }) };
}

function parsedKey(key: string): unknown {
  try {
    return JSON.parse(Buffer.from(key, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}
