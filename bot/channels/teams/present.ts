/**
 * A reply as Teams shows it: text with up to three buttons below it, otherwise a card (schema 1.5 at most) with all its words. Suggested actions
 * are not shown beside a card, so that a message has either (learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/suggested-actions).
 */
import type { Reply } from '../../../dialogs/reply.ts';
import type { Guide } from '../../../knowledge/guide.ts';
import { type Language, say } from '../../../knowledge/language.ts';
import type { ChecklistLinks } from '../../checklists/links.ts';
import { type Element, opening, paragraphs, text } from '../cardParts.ts';
import type { Message, Presenting } from '../channel.ts';
import { channelDataOf } from '../present.ts';
import { answerElements, wantsCard } from './cardAnswer.ts';
import { buttonSets, choicesId, choosing, directionRows, directionsTyped, tickList } from './cardChoices.ts';
import { boundedVerdict } from './cardVerdict.ts';
import { cardWords } from './cardWords.ts';

/** Teams shows the first three suggested actions only. */
const mostSuggested = 3;

export interface PresentTeamsOptions {
  guide: Guide;
  /** The address that opens the personal chat with the bot. */
  personalChat?: string | undefined;
}

export function presentTeams(options: PresentTeamsOptions): Presenting['present'] {
  return (reply, checklist) => ({ ...shownAs(reply, checklist, options), ...channelDataOf(reply) });
}

function shownAs(
  reply: Reply,
  checklist: ChecklistLinks | undefined,
  { guide, personalChat }: PresentTeamsOptions,
): Message {
  const language = reply.language ?? reply.verdict?.language ?? 'zh';
  const { choices = [], several, answer, download, alone } = reply;
  const opens = [
    ...(download ? [opening(download.label, download.url)] : []),
    ...(alone && personalChat ? [opening(cardWords(language).personal, personalChat)] : []),
  ];
  if (reply.verdict) return verdictMessage(reply, opens, checklist);
  const picking = pickingOf(reply, guide, language);
  if (answer && wantsCard(answer)) return answerMessage(reply, opens, picking, language);
  const light = !several && !asksDirection(reply) && opens.length === 0 && choices.length <= mostSuggested;
  if (light) return said(reply.text, choices);
  const body = [...paragraphs(withoutList(reply)), ...buttonSets(opens), ...pickingPart(picking)];
  return withCard(reply.text, cardOf(body, [reply.text, typable(reply, opens, guide, language)].join('\n'), language));
}

/** The direction is asked for by a sentence; its list is what a card can add. */
const asksDirection = ({ question, choices = [], several }: Reply): boolean =>
  question?.id === 'direction' && choices.length === 0 && !several;

/** What of the card answers the question. */
function pickingOf(reply: Reply, guide: Guide, language: Language): Element[] {
  const { choices = [], several, answer, question } = reply;
  if (several) return tickList(choices, reply, language);
  if (asksDirection(reply)) return directionRows(guide, reply, language);
  // Without a question they are what else may be asked, which stands with the answer, and what can be done.
  const offered = question || !answer || !wantsCard(answer) ? [] : answer.suggestions;
  return buttonSets(
    choices.filter((each) => !offered.includes(each)).map((each) => choosing(each, each, question?.id)),
  );
}

/** It is gone when the question was answered. */
const pickingPart = (items: Element[]): Element[] =>
  items.length > 0 ? [{ type: 'Container', id: choicesId, items }] : [];

/** What may be typed or opened instead, for clients that show no cards. */
function typable(reply: Reply, opens: readonly Element[], guide: Guide, language: Language): string {
  const { choices = [], several } = reply;
  const labels = several ? [listed(several), ...choices] : choices.length > 0 ? [listed(choices)] : [];
  const words = cardWords(language);
  return [
    ...(asksDirection(reply) ? [directionsTyped(guide, reply)] : []),
    ...(labels.length > 0 ? [say(words.typed, { choices: labels.join('　') })] : []),
    ...opens.map(({ title, url }) => `${title}：${url}`),
  ].join('\n');
}

const listed = (items: readonly string[]): string => items.map((item, at) => `${at + 1} ${item}`).join('　');

/** The words without the items to tick: in the card they have their numbers too. */
function withoutList({ text: words, several = [] }: Reply): string {
  return words
    .split('\n')
    .filter((line) => line === '' || line !== listed(several))
    .join('\n');
}

function said(words: string, choices: readonly string[]): Message {
  return {
    type: 'message',
    text: words,
    locale: 'zh-CN',
    ...(choices.length > 0 && {
      suggestedActions: { to: [], actions: choices.map((title) => ({ type: 'imBack', title, value: title })) },
    }),
  };
}

/** What was said before the answer, the answer, and the question that is still open with its choices. */
function answerMessage(reply: Reply, opens: readonly Element[], picking: Element[], language: Language): Message {
  const { text: words, answer } = reply;
  if (!answer) return said(words, []);
  const [before = '', ...rest] = withoutList(reply).split(answer.answer);
  const after = rest.join(answer.answer).trim();
  const body = [
    ...paragraphs(before.trim()),
    ...answerElements(answer, language, 'buttons'),
    ...(after ? asked(after) : []),
    ...buttonSets(opens),
    ...pickingPart(picking),
  ];
  return withCard(words, cardOf(body, words, language));
}

/** The question stands out from what was answered before it. */
function asked(words: string): Element[] {
  const lines = words.split('\n').filter((line) => line.trim());
  return lines.map((line, at) => ({
    ...text(line, at === lines.length - 1 ? { weight: 'Bolder' } : {}),
    ...(at === 0 && { separator: true, spacing: 'Large' }),
  }));
}

/** The text is what a notification shows; what was said before the verdict stands above it. */
function verdictMessage(
  { text: words, verdict }: Reply,
  opens: readonly Element[],
  checklist: ChecklistLinks | undefined,
): Message {
  if (!verdict) return said(words, []);
  const intro = words.split('\n\n')[0] ?? '';
  const card = boundedVerdict(verdict, checklist, [...paragraphs(intro), ...buttonSets(opens)]);
  return withCard(`${intro}\n${verdict.headline}`, card);
}

const withCard = (words: string, content: Element): Message => ({
  type: 'message',
  text: words,
  locale: 'zh-CN',
  attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content }],
});

const cardOf = (body: Element[], fallbackText: string, language: Language): Element => ({
  type: 'AdaptiveCard',
  $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
  version: '1.5',
  lang: language,
  fallbackText,
  body,
});
