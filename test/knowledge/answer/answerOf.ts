/** The plain answer to one question under the 2023 guide, as a person would read it. */
import { ask } from '../../../knowledge/answer/ask.ts';
import { loadGuide } from '../../../knowledge/loadGuide.ts';

export const guide = loadGuide('jx-intl-2023');

export function answerOf(text: string): string {
  return ask({ text, guide, overlay: null, today: '2023-05-08' }).answer.answer;
}
