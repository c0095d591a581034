/** One question more than the rule: the rule is found, but what is asked about it is not in the guide. */
import { absent } from './answerers/absent.ts';
import type { Asked, Span } from './asked.ts';
import { beyondGuide, beyondRule } from './beyond.ts';
import type { AnswerFrame, Draft } from './draft.ts';
import { refocused } from './refocus.ts';
import {
  askingClause,
  beyondConcepts,
  isAskedAbout,
  stoodFor,
  type Unknown,
  unknownIn,
  wantsYesOrNo,
} from './unknown.ts';

/**
 * The draft as it stands, or, when the asking clause is about something that neither the guide nor the lexicon knows (银行贷款算自有资金吗,
 * 保险谁来买), the rule's sentence and that the guide goes no further. Asking back is no answer to an unknown word either.
 */
export function withResidual(draft: Draft, asked: Asked, frame: AnswerFrame): Draft {
  if (!isUnit(draft, frame)) return draft;
  const second =
    draft.status === 'not-in-guide' && !isCertain(draft, asked, frame) ? refocused(asked, frame) : undefined;
  if (second) return withResidual(second.draft, second.asked, frame);
  const clause = askingClause(asked);
  const unknowns = unknownIn(asked, frame.guide, clause);
  const [first] = [...unknowns, ...unequal(draft, asked, clause)];
  if (first === undefined) return draft;
  if (draft.status === 'clarify') return beyondGuide(first.text);
  if (draft.status !== 'answered') return draft;
  const beyond = wantsYesOrNo(asked, clause) ? first : unknowns.find((each) => isAskedAbout(asked, each));
  return beyond === undefined ? draft : beyondRule(draft, beyond.text);
}

const isCertain = ({ id }: Draft, asked: Asked, frame: AnswerFrame) =>
  absent(asked, frame).some((each) => each.id === id);

/** What is asked to stand for something that the draft knows, and is not known to the draft. */
function unequal(draft: Draft, asked: Asked, clause: Span): Unknown[] {
  const one = draft.status === 'answered' && wantsYesOrNo(asked, clause) ? stoodFor(asked, clause) : undefined;
  return one === undefined ? [] : beyondConcepts(asked, one, new Set(draft.uses));
}

const isUnit = ({ id }: Draft, { guide }: AnswerFrame) => guide.answers.some((unit) => unit.id === id);
