/** How well a draft fits a question: what it answers to, less what the question touches beyond it. */
import type { Asked } from './asked.ts';
import type { Draft } from './draft.ts';
import { weightOf } from './lexicon.ts';

/** What a concept that the draft does not answer to costs, as a share of its weight. */
const beyond = 0.6;
/** A thing that is named may be no more than the asker's own case (合作方在德国，能申请多少钱). */
const beyondThing = 0.2;
const ofThing = 1;

/** Concepts and kinds of things (`@direction`) that the question touches, each with its weight. */
function touchedBy(asked: Asked): Map<string, number> {
  const all = new Map([...asked.concepts].map((concept) => [concept, weightOf(concept)]));
  for (const { is } of asked.mentions) all.set(`@${is}`, ofThing);
  return all;
}

export function score(draft: Draft, asked: Asked): number {
  const uses = new Set(draft.uses);
  let sum = draft.bonus ?? 0;
  for (const [concept, weight] of touchedBy(asked))
    sum += uses.has(concept) ? weight : -(concept.startsWith('@') ? beyondThing : beyond) * weight;
  return sum;
}

/** The drafts, best first; equal ones in the order in which they were proposed. */
export function ranked(drafts: readonly Draft[], asked: Asked): { draft: Draft; score: number }[] {
  return drafts.map((draft) => ({ draft, score: score(draft, asked) })).sort((one, other) => other.score - one.score);
}
