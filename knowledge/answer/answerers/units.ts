/** The answers that are data: a unit is proposed when every concept that it requires is touched. */

import type { Guide } from '../../guide.ts';
import type { Asked, Span } from '../asked.ts';
import { clauseOf } from '../clauseOf.ts';
import { timesAsked } from '../cues.ts';
import type { AnswerFrame, Draft } from '../draft.ts';
import { weightOf } from '../lexicon.ts';
import { rowOf } from '../rowOf.ts';
import type { UnitRow } from '../unitSchema.ts';

export function units(asked: Asked, { guide }: AnswerFrame): Draft[] {
  const told = toldIn(asked);
  const kinds = asked.mentions.map(({ is }) => `@${is}`);
  const near = new Set([...asked.concepts, ...kinds].flatMap((concept) => askedBy(guide).get(concept) ?? []));
  return [...near]
    .sort((one, other) => one - other)
    .flatMap((at) => guide.answers[at] ?? [])
    .filter((unit) => fits(unit, asked))
    .map((unit) => lightened(draftOf(unit, guide), told));
}

const indexes = new WeakMap<Guide, ReadonlyMap<string, readonly number[]>>();

/** For each concept the units, by their place, of which it meets the first requirement. */
function askedBy(guide: Guide): ReadonlyMap<string, readonly number[]> {
  const known = indexes.get(guide);
  if (known) return known;
  const index = new Map<string, number[]>();
  for (const [at, { all }] of guide.answers.entries())
    for (const concept of [all[0] ?? []].flat()) index.set(concept, [...(index.get(concept) ?? []), at]);
  indexes.set(guide, index);
  return index;
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
function draftOf(unit: UnitRow, guide: Guide): Draft {
  const near = unit.nearest === undefined ? undefined : rowOf(guide, unit.nearest);
  const { clause, quotes } = unit.quotes ? unit : (near ?? unit);
  return {
    id: unit.id,
    status: unit.status ?? 'answered',
    text: { zh: unit.words.zh.say, en: unit.words.en?.say },
    citations:
      clause === undefined ? [] : (quotes ?? []).map((quote) => ({ clause: clauseOf(quote, clause, guide), quote })),
    uses: [...unit.all.flat(), ...(unit.any ?? [])],
    ...(unit.bonus === undefined ? {} : { bonus: unit.bonus }),
    ...(unit.suggest === undefined ? {} : { suggestions: unit.suggest }),
  };
}

/** What a circumstance costs that a rule does not answer to, as a share of its weight: it is told, not asked. */
const ofTold = 0.15;

/** Concepts that stand only in clauses that ask nothing: 我们签了协议, 外方要注册几年 asks nothing about the agreement. */
function toldIn({ text, touched, concepts }: Asked): string[] {
  const telling = clausesOf(text).filter((clause) => timesAsked(text.slice(clause.start, clause.end)) === 0);
  if (telling.length === 0) return [];
  const within = ({ start, end }: Span) => telling.some((clause) => clause.start <= start && end <= clause.end);
  return [...concepts].filter((concept) => touched.filter((each) => each.concept === concept).every(within));
}

function clausesOf(text: string): Span[] {
  const clauses = [...text.matchAll(/[^,，。;；!！?？\n]+/g)].map(({ 0: clause, index }) => ({
    start: index,
    end: index + clause.length,
  }));
  return clauses.length > 1 ? clauses : [];
}

/** An answer that does not mind circumstances; what is declined or absent is weighed elsewhere. */
function lightened(draft: Draft, told: readonly string[]): Draft {
  if (draft.status === 'not-in-guide' || draft.status === 'declined') return draft;
  const free = told.filter((concept) => weightOf(concept) > 0 && !draft.uses.includes(concept));
  if (free.length === 0) return draft;
  const weight = free.reduce((sum, concept) => sum + weightOf(concept), 0);
  return { ...draft, uses: [...draft.uses, ...free], bonus: (draft.bonus ?? 0) - weight * (1 + ofTold) };
}
