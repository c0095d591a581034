/**
 * The choices of a question as parts of a card. Each button carries the question to which it belongs, and nothing of `msteams`: the Agents
 * Playground 0.2.28 throws at it, and what was chosen is shown by the card itself after it was used.
 */
import type { Reply } from '../../../dialogs/reply.ts';
import { numeral, numeralIn } from '../../../knowledge/fill.ts';
import type { Guide } from '../../../knowledge/guide.ts';
import { type Language, phraseIn } from '../../../knowledge/language.ts';
import { columns, type Element, text } from '../cardParts.ts';
import { cardWords } from './cardWords.ts';

/** The part of a card that is gone when the question was answered. */
export const choicesId = 'choices';

/** Teams shows so many buttons of a set; the others would be behind three dots. */
const mostInSet = 6;

type Asked = Pick<Reply, 'question' | 'several'>;

/** A button that means `said` as an answer to the question. */
export const choosing = (title: string, said: string, question?: string): Element => ({
  type: 'Action.Submit',
  title,
  data: { text: said, ...(question !== undefined && { question }) },
});

/** Buttons in as few sets as show them all, of about the same length. */
export function buttonSets(buttons: readonly Element[]): Element[] {
  if (buttons.length === 0) return [];
  const sets = Math.ceil(buttons.length / mostInSet);
  const most = Math.ceil(buttons.length / sets);
  return Array.from({ length: sets }, (_, at) => ({
    type: 'ActionSet',
    spacing: at === 0 ? 'Default' : 'Small',
    actions: buttons.slice(at * most, (at + 1) * most),
  }));
}

/** Items to tick, of which several may be given, and the choices that stand for all or none of them. */
export function tickList(choices: readonly string[], { question, several = [] }: Asked, language: Language): Element[] {
  const words = cardWords(language);
  const asked = question && { question: question.id };
  return [
    {
      type: 'Input.ChoiceSet',
      id: 'picked',
      label: words.tick,
      style: 'expanded',
      isMultiSelect: true,
      wrap: true,
      isRequired: true,
      errorMessage: words.tickOne,
      choices: several.map((item, at) => ({ title: `${at + 1} ${item}`, value: String(at + 1) })),
    },
    ...buttonSets([
      { type: 'Action.Submit', title: words.ticked, style: 'positive', data: { ...asked } },
      // These need nothing ticked.
      ...choices.map((each) => ({ ...choosing(each, each, question?.id), associatedInputs: 'none' })),
    ]),
  ];
}

/** Directions to tap, one a row: their titles are too long for buttons. */
export function directionRows(guide: Guide, { text: asked, question }: Reply, language: Language): Element[] {
  return [
    text(cardWords(language).directions, { isSubtle: true, size: 'Small' }),
    ...directionsIn(asked, guide).map(({ number, title }, at) => ({
      ...columns(
        [text(numeralIn(number, language), { weight: 'Bolder', color: 'Accent' }), '36px'],
        [text(phraseIn(title, language)), 'stretch'],
        [text('›', { color: 'Accent', size: 'Large' }), 'auto'],
      ),
      ...(at > 0 && { separator: true }),
      selectAction: choosing(
        `${named(number, language)} ${phraseIn(title, language)}`,
        named(number, language),
        question?.id,
      ),
    })),
  ];
}

const named = (number: number, language: Language): string =>
  language === 'zh' ? `方向${numeral(number)}` : `Direction ${number}`;

/** The same for who sees no card. */
export const directionsTyped = (guide: Guide, { text: asked, language = 'zh' }: Reply): string =>
  directionsIn(asked, guide)
    .map(({ number, title }) => `${named(number, language)} ${phraseIn(title, language)}`)
    .join(language === 'zh' ? '；' : '; ');

/** Those of the category whose span the question names (方向一至十); all of them when it names none. */
function directionsIn(asked: string, { directions }: Guide): Guide['directions'] {
  for (const category of new Set(directions.map(({ categoryId }) => categoryId))) {
    const own = directions.filter(({ categoryId }) => categoryId === category);
    const span = own.length > 0 && `方向${numeral(own[0]?.number ?? 0)}至${numeral(own.at(-1)?.number ?? 0)}`;
    const english = own.length > 0 && `directions ${own[0]?.number} to ${own.at(-1)?.number}(?!\\d)`;
    if (span && new RegExp(`${span}(?![一二三四五六七八九十])|${english}`).test(asked)) return own;
  }
  return directions;
}

/** How a choice was made, after it. */
export const chosenLine = (line: string): Element => text(line, { isSubtle: true, size: 'Small' }, { id: choicesId });
