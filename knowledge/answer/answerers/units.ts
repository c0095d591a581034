/** The answers that are data: a unit is proposed when every concept that it requires is touched. */
import type { Asked } from '../asked.ts';
import type { AnswerFrame, Draft } from '../draft.ts';
import type { UnitRow } from '../unitSchema.ts';

export function units(asked: Asked, { guide }: AnswerFrame): Draft[] {
  return guide.answers.filter((unit) => fits(unit, asked)).map((unit) => draftOf(unit, guide.answers));
}

/** Whether a concept is touched, or a thing of this kind is named (`@country`). */
export function touches(asked: Asked, concept: string): boolean {
  if (!concept.startsWith('@')) return asked.concepts.has(concept);
  return asked.mentions.some(({ is }) => `@${is}` === concept);
}

function fits({ all, not }: UnitRow, asked: Asked): boolean {
  if (not?.some((concept) => touches(asked, concept))) return false;
  return all.every((each) =>
    typeof each === 'string' ? touches(asked, each) : each.some((one) => touches(asked, one)),
  );
}

/** A unit as a draft; what the guide does not say brings the rule that is nearest. */
function draftOf(unit: UnitRow, others: readonly UnitRow[]): Draft {
  const near = unit.nearest === undefined ? undefined : others.find(({ id }) => id === unit.nearest);
  const { clause, quotes } = unit.quotes ? unit : (near ?? unit);
  return {
    id: unit.id,
    status: unit.status ?? 'answered',
    text: { zh: unit.words.zh.say, en: unit.words.en?.say },
    citations: clause === undefined ? [] : (quotes ?? []).map((quote) => ({ clause, quote })),
    uses: [...unit.all.flat(), ...(unit.any ?? [])],
    ...(unit.bonus === undefined ? {} : { bonus: unit.bonus }),
    ...(unit.suggest === undefined ? {} : { suggestions: unit.suggest }),
  };
}
