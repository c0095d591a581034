/** Turns a plain question of the guide's data into a question. */
import type { PlainQuestion } from '../plainQuestion.ts';
import type { AnswerContext, Patch, Question } from '../question.ts';
import { readCount } from '../read/readCount.ts';
import { readMoney } from '../read/readMoney.ts';
import { readMonths } from '../read/readMonths.ts';
import type { Reading } from '../reading.ts';
import { asFacts, dateAnswer, yesNo } from './build.ts';

type Read = (text: string, fact: string, context: AnswerContext) => Reading<Patch> | undefined;

const readers: Record<PlainQuestion['reader'], Read> = {
  'yes-no': (text, fact) => yesNo(text, { [fact]: true }, { [fact]: false }),
  date: (text, fact, { today }) => asFacts(dateAnswer(text, today, undefined), (value) => ({ [fact]: value })),
  money: (text, fact) => asFacts(readMoney(text), (value) => ({ [fact]: value })),
  months: (text, fact) => asFacts(readMonths(text), (value) => ({ [fact]: value })),
  count: (text, fact) => asFacts(readCount(text), (value) => ({ [fact]: value })),
};

export function plainQuestion(row: PlainQuestion): Question {
  return {
    id: row.id,
    topic: row.topic,
    settles: [row.fact],
    wording: row.wording,
    read: (text, context) => readers[row.reader](text, row.fact, context),
    examples: row.examples.map(([text, value]) => [text, value === null ? undefined : { [row.fact]: value }] as const),
  };
}
