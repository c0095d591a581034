/** The answer to a question under the 2023 guide, as a person would get it. */
import { ask } from '../../../knowledge/answer/ask.ts';
import type { Answer } from '../../../knowledge/answer/compose.ts';
import type { Memory } from '../../../knowledge/answer/follow.ts';
import { loadGuide } from '../../../knowledge/loadGuide.ts';

export const guide = loadGuide('jx-intl-2023');

/** The text alone. */
export function answerOf(text: string): string {
  return answerTo(text).answer;
}

/** The whole answer to the last of some questions asked one after the other. */
export function answerTo(...turns: string[]): Answer {
  let memory: Memory | undefined;
  const answers = turns.map((text) => {
    const asked = ask({ text, guide, overlay: null, today: '2023-05-08', memory });
    memory = asked.memory;
    return asked.answer;
  });
  const last = answers.at(-1);
  if (!last) throw new Error('no question');
  return last;
}

/** Spaces and quotation marks aside. */
export const plain = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/[\s“”"]/g, '')
    .toLowerCase();
