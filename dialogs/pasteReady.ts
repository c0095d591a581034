/** An answer as somebody at a help desk passes it on: without what belongs only to a talk with the assistant. */
import { answerWords } from '../knowledge/answer/answerWords.ts';
import type { Answer } from '../knowledge/answer/compose.ts';
import type { Language } from '../knowledge/language.ts';

/** Offers of further questions, and of commands that only the assistant understands. */
const inTalkOnly: readonly [RegExp, string][] = [
  [/您想问的是不是下面的问题？都不是的话，/g, ''],
  [/[，；,;]?\s*(?:(?:要找人|自查)请?)?回复“(?:人工|开始自查|自查|帮助|更多)”[^。；\n]*/g, ''],
  [/[;,]?\s*reply “(?:人工|开始自查|human|start)”[^.;\n]*/gi, ''],
];

/** What else could be asked belongs to a talk of one's own. */
export const withoutOffers = ({ answer }: Pick<Answer, 'answer'>, language: Language): string =>
  answer.split(`\n${answerWords(language).suggest}`)[0] ?? answer;

export function pasteReady(answer: Pick<Answer, 'answer'>, language: Language): string {
  return inTalkOnly
    .reduce((text, [what, instead]) => text.replace(what, instead), withoutOffers(answer, language))
    .trim();
}
