/** A reply as the app says it: plain text with numbered choices, in parts of at most 2048 bytes, and a card behind the last one. */
import type { Reply } from '../../../dialogs/reply.ts';
import { type Language, say } from '../../../knowledge/language.ts';
import type { ChecklistLinks } from '../../checklists/links.ts';
import { cutText } from '../../wecom/text.ts';
import type { Message, Presenting } from '../channel.ts';
import { channelDataOf, localeOf } from '../present.ts';
import { presentText } from '../presentText.ts';
import { type Card, cardIn, cardOf } from './card.ts';
import { wecomWords } from './wording.ts';

export const wecomPresenting: Presenting = { present, split };

function present(reply: Reply, checklist?: ChecklistLinks): Message {
  const { choices = [], several = [], language = 'zh' } = reply;
  const { choices: _numbered, ...plain } = reply;
  const { text = '' } = presentText(plain, checklist);
  const card = cardOf(reply);
  const channelData = {
    ...channelDataOf(reply).channelData,
    ...(card && { card }),
  };
  return {
    type: 'message',
    text: [text, several.length > 0 ? beside(choices, language) : numbered(choices)].filter(Boolean).join('\n'),
    locale: localeOf(language),
    ...(Object.keys(channelData).length > 0 && { channelData }),
  };
}

/** In one line what is short, otherwise one below the other. */
function numbered(choices: readonly string[]): string {
  const items = choices.map((choice, at) => `${at + 1} ${choice}`);
  const line = items.join('　');
  return [...line].length <= 30 ? line : items.join('\n');
}

/** The numbers belong to the items of the question. */
function beside(choices: readonly string[], language: Language): string {
  const { also, and } = wecomWords(language);
  return choices.length > 0 ? say(also, { choices: choices.join(and) }) : '';
}

/** What the message rests on stays with its last text; the card is a line and a send of its own behind it. */
function split(message: Message): Message[] {
  const { text = '', channelData, ...rest } = message;
  const card = cardIn(channelData);
  const { card: _card, ...data } = Object(channelData);
  const parts = cutText(text).map((part, at, all) => ({
    ...rest,
    text: part,
    ...(at === all.length - 1 && Object.keys(data).length > 0 && { channelData: data }),
  }));
  return card ? [...parts, { ...rest, ...cardLine(card) }] : parts;
}

/** The card's words and buttons, for those who read the talk; `card` is what is sent. */
function cardLine(card: Card): Message {
  const { one, several } = wecomWords(card.language ?? 'zh').card;
  const actions = card.labels.map((title) => ({ type: 'imBack', title, value: title }));
  return {
    text: card.kind === 'several' ? several : one,
    ...(card.kind !== 'several' && { suggestedActions: { to: [], actions } }),
    channelData: { card },
  };
}
