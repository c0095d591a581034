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

/** Kept while the question lives: the same reading of it is ranked once. */
const known = new WeakMap<Asked, Ranked>();

interface Ranked extends AnswerFrame {
  drafts: ReturnType<typeof ranked>;
}

/** All drafts for a question, best first. */
export function rankedFor(asked: Asked, { guide, today }: AnswerFrame): ReturnType<typeof ranked> {
  const kept = known.get(asked);
  if (kept?.guide === guide && kept.today === today) return kept.drafts;
  const proposed = answerers.flatMap((answerer) => answerer(asked, { guide, today }));
  const drafts = ranked(proposed, asked);
  known.set(asked, { guide, today, drafts });
  return drafts;
}
