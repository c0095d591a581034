/** The answer to a question in English, as somebody who talks in English reads it. */
import { ask } from '../../../knowledge/answer/ask.ts';
import { guide } from './answerOf.ts';

export function spokenAnswer(text: string): { status: string; answer: string } {
  return ask({ text, guide, overlay: null, today: '2023-05-08', language: 'en' }).answer;
}
