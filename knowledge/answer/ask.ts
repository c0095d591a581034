/** One question about the guide → one answer. Pure: the same question, memory, guides and day give the same answer. */
import type { Guide } from '../guide.ts';
import type { Language } from '../language.ts';
import { original } from '../languages/catalogue.ts';
import { type Overlay, overlaid } from '../overlay.ts';
import { byYear, type Told } from './byYear.ts';
import { type Answer, compose } from './compose.ts';
import { type Memory, remembered } from './follow.ts';
import { inOneLanguage } from './inOneLanguage.ts';
import { joined } from './joined.ts';
import { sameQuestion } from './published.ts';
import { read } from './readQuestion.ts';
import { mostQuestions, questionsIn } from './split.ts';
import { withCase } from './withCase.ts';

export interface Question {
  /** As it was typed. */
  text: string;
  /** Answers whatever asks for no other year. */
  guide: Guide;
  overlay: Overlay | null;
  /** The guides on file, newest first, each with what was published on it; `guide` and those that it knows without them. */
  onFile?: readonly Guide[] | undefined;
  /** The guide of the case in which it is asked: what it says is told too where it is another one and says something else. */
  ofCase?: Guide | undefined;
  /** ISO day on which it was sent. */
  today: string;
  /** In which it is answered; that of the question where it is absent. */
  language?: Language | undefined;
  /** What was asked before in the same conversation. */
  memory?: Memory | undefined;
}

/** The answer, and what a follow-up may lean on. */
export function ask(typed: Question): { answer: Answer; memory: Memory } {
  const question = asOffered(typed);
  const { text, overlay, today, memory, ofCase } = question;
  const guide = overlaid(question.guide, overlay);
  const { onFile = [guide, ...(guide.older ?? [])] } = question;
  let known = memory ?? {};
  const parts = partsOf(text, guide);
  const given = parts.slice(0, mostQuestions).flatMap((part, at) => {
    const frame = { guide, today, onFile, goesOn: at > 0 };
    const told = withCase(byYear(part, known, frame), { part, memory: known, frame, ofCase });
    known = kept(told, known, guide);
    return told.flatMap(({ drafts, ...each }) => drafts.map((draft, nth) => ({ ...each, draft, first: nth === 0 })));
  });
  const once = given.filter(
    ({ draft, guide: by }, at) => given.findIndex((each) => each.draft.id === draft.id && each.guide === by) === at,
  );
  const answers: Answer[] = [];
  for (const { draft, guide: by, asked, lead, beside, first } of once) {
    const { answer: plain, ...rest } = compose(draft, { guide: by, language: question.language ?? asked.language });
    const answer = { ...rest, answer: lead !== undefined && first ? `${lead}\n${plain}` : plain };
    const before = beside ? answers.pop() : undefined;
    answers.push(before ? both(before, answer) : answer);
  }
  const left = Math.max(0, parts.length - mostQuestions);
  const language = question.language ?? given[0]?.asked.language ?? 'zh';
  return { answer: inOneLanguage(joined(answers, { left, language }), language), memory: known };
}

/** A question that was offered in another language is heard as the one that it translates. */
function asOffered(typed: Question): Question {
  const offered = /\?\s*$/.test(typed.text) ? original(typed.text, 'en') : undefined;
  return offered === undefined ? typed : { ...typed, text: offered, language: typed.language ?? 'en' };
}

/** What a follow-up may lean on: the first of what was told, and the guide that told it where it is another one than answers by itself. */
function kept([first]: readonly Told[], memory: Memory, guide: Guide): Memory {
  if (!first) return memory;
  const { guide: _before, ...rest } = remembered(first.asked, first.drafts[0], memory);
  return first.guide.id === guide.id ? rest : { ...rest, guide: first.guide.id };
}

/** What two guides say, as one answer of the first. */
const both = (one: Answer, other: Answer): Answer => ({
  ...one,
  status: one.status === other.status ? one.status : 'answered',
  answer: `${one.answer}\n${other.answer}`,
  citations: [...one.citations, ...other.citations],
});

/** A published question may itself be several sentences. */
function partsOf(text: string, guide: Guide): readonly string[] {
  const parts = questionsIn(text);
  if (!guide.laid || parts.length === 1 || text.length > longestPublished) return parts;
  return sameQuestion(read(text, guide), guide) ? [text] : parts;
}
const longestPublished = 220;
