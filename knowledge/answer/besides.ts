/** What else one sentence asks: 一项给多少钱、要不要配套、谁来推荐 has three answers. */
import type { Asked } from './asked.ts';
import { timesAsked } from './cues.ts';
import type { Draft } from './draft.ts';
import { weightOf } from './lexicon.ts';
import { score } from './score.ts';

const most = 2;
/** What another answer must be worth on that which the first leaves over. */
const worth = 0.9;

/** Drafts that answer to concepts which the first one leaves over, when the sentence asks more than once; at most two. */
export function besides(first: Draft, asked: Asked, drafts: readonly Draft[]): Draft[] {
  if (first.status === 'clarify' || first.status === 'declined') return [];
  if (timesAsked(asked.text) < 2) return [];
  const found: Draft[] = [];
  let left = without(asked, first);
  while (found.length < most) {
    const next = drafts
      .filter((draft) => draft !== first && !found.includes(draft) && isAnother(draft, [first, ...found]))
      .filter((draft) => draft.uses.some((use) => left.concepts.has(use) && weightOf(use) >= 0.5))
      .map((draft) => ({ draft, score: score(draft, left) }))
      .sort((one, other) => other.score - one.score)[0];
    if (!next || next.score < worth) return found;
    found.push(next.draft);
    left = without(left, next.draft);
  }
  return found;
}

/** The question less what a draft answers to; words of every question stay. */
function without(asked: Asked, { uses }: Draft): Asked {
  const kept = [...asked.concepts].filter((concept) => weightOf(concept) < 0.5 || !uses.includes(concept));
  return {
    ...asked,
    concepts: new Set(kept),
    mentions: asked.mentions.filter(({ is }) => !uses.includes(`@${is}`)),
  };
}

/** Not the same sentence of the guide once more. */
function isAnother({ citations, status }: Draft, others: readonly Draft[]): boolean {
  if (status === 'clarify' || status === 'declined') return false;
  const quotes = new Set(others.flatMap((each) => each.citations.map(({ quote }) => quote)));
  return citations.length === 0 || citations.some(({ quote }) => !quotes.has(quote));
}
