/** In a case of an older guide: what that guide says is told beside what the newest one says. */
import type { Guide } from '../guide.ts';
import { guideName } from '../guideName.ts';
import { say } from '../language.ts';
import { answerWords } from './answerWords.ts';
import type { Told, YearTurn } from './byYear.ts';
import { compose } from './compose.ts';
import type { Memory } from './follow.ts';
import { read } from './readQuestion.ts';
import { settled } from './settled.ts';

interface InCase {
  part: string;
  memory: Memory;
  frame: YearTurn;
  ofCase: Guide | undefined;
}

/** With what the guide of the case says, where the newest one was asked and says something else. */
export function withCase(told: Told[], { part, memory, frame, ofCase }: InCase): Told[] {
  const [first] = told;
  const draft = first?.drafts[0];
  if (
    !first ||
    !draft ||
    !ofCase ||
    ofCase.id === first.guide.id ||
    first.guide.id !== frame.guide.id ||
    told.length > 1
  )
    return told;
  const own = settled(read(part, ofCase), memory, { ...frame, guide: ofCase });
  const [other] = own.drafts;
  const { language } = own.asked;
  if (!other || other.citations.length === 0) return told;
  if (compose(other, { guide: ofCase, language }).answer === compose(draft, { guide: first.guide, language }).answer)
    return told;
  const lead = say(answerWords(language).ofCase, {
    guide: guideName(ofCase, first.guide, language),
    newer: guideName(first.guide, ofCase, language),
  });
  return [...told, { ...own, guide: ofCase, lead, beside: true }];
}
