/** X还是Y: a question that offers a choice asks for one of the two, and a rule that knows neither says nothing about it. */
import type { Asked, Span } from './asked.ts';
import type { Draft } from './draft.ts';
import { weightOf } from './lexicon.ts';
import { toldBy } from './reach.ts';

const between = /[,，、;；]?\s*还是/g;
/** 还是 as "after all": 我们还是高校, 那还是要交吗. */
const afterAll = /(?:我们?|你们?|他们?|咱们?|这|那|它|最好|要不|大家|单位|公司|学校)$/;
const sentenceEnd = /[。;；!！?？\n]/;

/** The two things that a sentence offers to choose from; none when it offers none. */
export function choiceIn({ text, language }: Asked, clause: Span): { one: Span; other: Span } | undefined {
  if (language !== 'zh') return undefined;
  const found = [...text.matchAll(between)].findLast(
    ({ index, 0: word }) => index > 1 && index + word.length < clause.end && index >= clause.start - 1,
  );
  if (!found || afterAll.test(text.slice(0, found.index))) return undefined;
  const after = found.index + found[0].length;
  const start = beginning(text, found.index);
  const end = after + (text.slice(after).search(/[,，。;；!！?？\n]|$/) ?? 0);
  const [one, other] = [
    { start, end: found.index },
    { start: after, end },
  ];
  return /[吗么]$/.test(text.slice(after, end)) || one.end - one.start < 2 || other.end - other.start < 2
    ? undefined
    : { one, other };
}

/** Where the clause begins that ends here. */
function beginning(text: string, end: number): number {
  let start = end;
  while (start > 0 && !sentenceEnd.test(text.charAt(start - 1)) && !/[,，]/.test(text.charAt(start - 1))) start -= 1;
  return start;
}

/** A concept of this weight says what a thing is. */
const heavy = 0.5;
/** A direction's answer uses every concept of indicators, whether it tells of it or not. */
const ofDirections = /^dir-/;
/** Whose thing it is: the two sides are told by 中方, 外方 and 双方. */
const sides = ['overseas-partner', 'our-unit', 'each-party', 'foreign-side-sign'];
const tellsSides = /中方|外方|双方|申报单位|合作单位/;

/** Whether the draft's words and concepts know neither thing: what is the same in both is only what they are chosen for. */
export function knowsNeither(draft: Draft, asked: Asked, { one, other }: { one: Span; other: Span }): boolean {
  const told = toldBy(draft);
  const isOfSides = [one, other].every((span) => wordsIn(asked, span).some(({ concept }) => sides.includes(concept)));
  const knows = (span: Span, rival: Span) => {
    const own = pairsIn(asked.text, span).filter(
      (pair) => !common.test(pair) && !pairsIn(asked.text, rival).includes(pair),
    );
    const words = wordsIn(asked, span).filter(({ word }) => !asked.text.slice(rival.start, rival.end).includes(word));
    return (
      own.some((pair) => told.includes(pair)) ||
      words.some(
        ({ concept }) =>
          (sides.includes(concept) && isOfSides && tellsSides.test(told)) ||
          (weightOf(concept) >= heavy && draft.uses.includes(concept) && !ofDirections.test(concept)),
      )
    );
  };
  return !knows(one, other) && !knows(other, one);
}

const wordsIn = ({ touched, text }: Asked, { start, end }: Span) =>
  touched
    .filter((each) => each.start >= start && each.end <= end)
    .map(({ concept, start: from, end: to }) => ({ concept, word: text.slice(from, to) }));

/** Pairs that stand in nearly every sentence of the guide: they tell nothing of what is chosen. */
const common =
  /^(?:申报|项目|单位|合作|可以|江西|要求|指南|有关|相关|国际|科技|本次|协议|就行|一个|我们|你们|[\d.,%-]{2})$|^[的了是要就在和]|[的了是要就在和]$/;

/** Pairs of neighbouring signs. */
function pairsIn(text: string, { start, end }: Span): string[] {
  return Array.from({ length: Math.max(0, end - start - 1) }, (_, at) => text.slice(start + at, start + at + 2));
}
