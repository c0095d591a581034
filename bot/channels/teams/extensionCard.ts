/** The cards of the message extension: a drafted answer with its clauses, and a box to ask in. */
import type { Answer } from '../../../knowledge/answer/compose.ts';
import { say } from '../../../knowledge/language.ts';
import { language } from '../../turn.ts';
import { type Element, text } from '../cardParts.ts';
import { answerElements } from './cardAnswer.ts';
import type { TeamsWords } from './wording.ts';

export const adaptive = 'application/vnd.microsoft.card.adaptive';

type ExtensionWords = TeamsWords['extension'];

interface Shown {
  asked: string;
  answer: Answer;
  /** The guide's title. */
  guide: string;
  words: ExtensionWords;
}

/** As much of a question as a reader needs to know which one it was. */
const mostAsked = 300;

/** The answer as it is put into a conversation: people who never heard of the bot read it. */
export function answerCard({ asked, answer, guide, words }: Shown, actions: Element[] = []): Element {
  const short = asked.length > mostAsked ? `${asked.slice(0, mostAsked).trimEnd()}…` : asked;
  const question = say(words.asked, { question: short.replaceAll('\n', ' ') });
  const note = say(words.basis, { guide });
  return card(
    [
      text(question, { isSubtle: true, size: 'Small' }),
      // What else could be asked is for a talk with the bot.
      ...answerElements(answer, language, 'none'),
      text(note, { isSubtle: true, size: 'Small' }, { separator: true }),
    ],
    actions,
  );
}

/** The same, to be looked at before it is put in. */
export const draftCard = (shown: Shown): Element =>
  answerCard(shown, [submit(shown.words.insert, { step: 'insert', asked: shown.asked })]);

/** Where nothing was pointed at: a box to write the question in. */
export const askingCard = (words: ExtensionWords, note?: string): Element =>
  card(
    [
      ...(note === undefined ? [] : [text(note)]),
      {
        type: 'Input.Text',
        id: 'asked',
        label: words.askHere,
        placeholder: words.example,
        isMultiline: true,
        maxLength: 4000,
      },
    ],
    [submit(words.ask, { step: 'draft' })],
  );

const card = (body: Element[], actions: Element[]): Element => ({
  type: 'AdaptiveCard',
  $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
  version: '1.5',
  body,
  ...(actions.length > 0 && { actions }),
});

const submit = (title: string, data: Record<string, string>): Element => ({ type: 'Action.Submit', title, data });
