/** A list of questions with a draft for each, as a help desk takes it: in from a table or a box, out as a table. */
import { pasteReady, withoutOffers } from '../../dialogs/pasteReady.ts';
import { ask } from '../../knowledge/answer/ask.ts';
import type { Answer } from '../../knowledge/answer/compose.ts';
import { reasonOf } from '../../knowledge/answer/reason.ts';
import type { Sheet } from '../spreadsheet/write.ts';
import { type Surroundings, TableError } from './applicants.ts';

/** Characters of a question that are looked at. */
const longest = 2000;

export interface Drafted {
  /** As it stands in the table; counted where there is none. */
  number: string;
  question: string;
  answer: Answer;
  /** What a person wrote instead. */
  edited: string;
}

/** Where what stands in a table of questions. */
export interface QuestionHead {
  number?: number;
  question: number;
  edited?: number;
}

const titles = {
  number: '序号',
  question: '问题',
  draft: '草稿答复',
  basis: '依据',
  status: '状态',
  edited: '人工修改',
};

const bare = (text: string): string => text.normalize('NFKC').replace(/\s/g, '');
const at = (row: readonly string[], title: string): number => row.findIndex((each) => bare(each) === title);

/** The head of a table of questions; one column without a head is a list of questions. */
function questionHeadOf(row: readonly string[]): QuestionHead | 'list' {
  const question = at(row, titles.question);
  if (question < 0) {
    if (row.filter((each) => each !== '').length === 1) return 'list';
    throw new TableError(`第一行要有“${titles.question}”这一列；只有一列问题、没有列名也可以。`);
  }
  const [number, edited] = [at(row, titles.number), at(row, titles.edited)];
  return { question, ...(number >= 0 && { number }), ...(edited >= 0 && { edited }) };
}

/** The rows of a table as questions; rows without one are left out. */
export function questionsOf(rows: readonly (readonly string[])[]): Omit<Drafted, 'answer'>[] {
  const head = questionHeadOf(rows[0] ?? []);
  const list = head === 'list';
  const where: QuestionHead = list ? { question: rows[0]?.findIndex((each) => each !== '') ?? 0 } : head;
  return rows.slice(list ? 0 : 1).flatMap((row, index) => {
    const question = (row[where.question] ?? '').slice(0, longest);
    const number = where.number === undefined ? '' : (row[where.number] ?? '');
    const edited = where.edited === undefined ? '' : (row[where.edited] ?? '');
    return question === '' ? [] : [{ number: number || String(index + 1), question, edited }];
  });
}

/** Each question by itself: nobody's follow-up. */
export function draftOf(question: string, { guide, overlay, today }: Surroundings): Answer {
  return ask({ text: question, guide, overlay, today }).answer;
}

/** The draft as it can be passed on: without what belongs only to a talk with the assistant. */
export const passedOn = (answer: Pick<Answer, 'answer'>): string =>
  pasteReady({ answer: withoutOffers(answer, 'en') }, 'zh') || answer.answer;

/** 序号, 问题, 草稿答复, 依据, 状态, 人工修改. */
export function draftSheet(drafts: readonly Drafted[]): Sheet {
  return {
    name: '答复草稿',
    columns: [
      { title: titles.number, width: 6 },
      { title: titles.question, width: 40 },
      { title: titles.draft, width: 70 },
      { title: titles.basis, width: 50 },
      { title: titles.status, width: 22 },
      { title: titles.edited, width: 50 },
    ],
    rows: drafts.map(({ number, question, answer, edited }) => [
      number,
      question,
      passedOn(answer),
      answer.citations.map((each) => `${'clause' in each ? each.clause : '咨询台答复'}：“${each.quote}”`).join('\n'),
      reasonOf(answer),
      edited,
    ]),
  };
}
