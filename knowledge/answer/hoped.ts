/** 能跟两家都报吗，提高中标率: a hope, told beside a question of its own, asks for no promise. */
import type { Asked } from './asked.ts';
import { timesAsked } from './cues.ts';
import { weightOf } from './lexicon.ts';
import { askingClause } from './unknown.ts';

const isHope = (concept: string) => concept.startsWith('guarantee');

/** The question without such a hope. */
export function withoutHope(asked: Asked): Asked {
  if (![...asked.concepts].some(isHope)) return asked;
  const { start, end } = askingClause(asked);
  const inside = asked.touched.filter((each) => each.start >= start && each.end <= end);
  const asksItself =
    timesAsked(asked.text.slice(start, end)) > 0 &&
    inside.some(({ concept }) => weightOf(concept) >= 1) &&
    !inside.some(({ concept }) => isHope(concept));
  if (!asksItself) return asked;
  const touched = asked.touched.filter(({ concept }) => !isHope(concept));
  return { ...asked, touched, concepts: new Set(touched.map(({ concept }) => concept)) };
}
