/** A second look at a question whose first answer was about what it only tells by the way. */
import { focused } from './answerers/absent.ts';
import { answerers } from './answerers/index.ts';
import type { Asked } from './asked.ts';
import type { AnswerFrame, Draft } from './draft.ts';
import { ranked } from './score.ts';

/** A second look must find an answer that fits well. */
const well = 0.7;

/** The answer to the asking clause alone; none when there is nothing else in the question, or nothing fits it well. */
export function refocused(asked: Asked, frame: AnswerFrame): { draft: Draft; asked: Asked } | undefined {
  const narrow = focused(asked, frame.guide);
  if (narrow === asked) return undefined;
  const [best] = rankedFor(narrow, frame);
  return best && best.score >= well && best.draft.status === 'answered'
    ? { draft: best.draft, asked: narrow }
    : undefined;
}

/** All drafts for a question, best first. */
export function rankedFor(asked: Asked, frame: AnswerFrame): ReturnType<typeof ranked> {
  return ranked(
    answerers.flatMap((answerer) => answerer(asked, frame)),
    asked,
  );
}
