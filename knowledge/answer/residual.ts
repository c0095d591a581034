/** One question more than the rule: the rule is found, but what is asked about it is not in the guide. */

import type { Guide } from '../guide.ts';
import { phraseIn } from '../language.ts';
import { absent } from './answerers/absent.ts';
import type { Asked, Span } from './asked.ts';
import { beyondRule } from './beyond.ts';
import type { AnswerFrame, Draft } from './draft.ts';
import { weightOf } from './lexicon.ts';
import { near } from './near.ts';
import { nearest } from './nearest.ts';
import { rankedFor, refocused } from './refocus.ts';
import { asksOtherwise, broughtUp, isAskedOf, isPointedAt, lacksFigure, stoodFor, wantsYesOrNo } from './standsFor.ts';
import type { UnitRow } from './unitSchema.ts';
import { askingClause, beyondConcepts, unknownIn } from './unknown.ts';

/**
 * The draft as it stands, or, when something that the rule does not know is to stand for a thing of the rule or to be brought
 * (彩票奖金算自有资金吗, 用火漆印代替签字行吗), the rule's sentence and that the guide goes no further.
 */
export function withResidual(draft: Draft, asked: Asked, frame: AnswerFrame): Draft {
  const unit = frame.guide.answers.find(({ id }) => id === draft.id);
  if (unit && draft.status === 'not-in-guide') return withoutTold(draft, asked, frame);
  if (unit && draft.status === 'clarify' && unknownIn(asked, frame.guide, askingClause(asked)).length > 0)
    return nearest(asked, [draft], frame) ?? draft;
  if (draft.status !== 'answered' || !(unit || draft.id.startsWith('conditions.')) || draft.citations.length === 0)
    return draft;
  const clause = askingClause(asked);
  const looking = { asked, clause, frame };
  if (!isStrange(draft, unit, looking)) return draft;
  return knowing(draft, looking) ?? beyondRule(draft, strangeIn(draft, asked, frame));
}

/** How far behind the first another draft may be that knows what is asked about. */
const behind = 1.2;

/** A draft nearly as good that does know it: a memorandum for 知识产权约定. */
function knowing(draft: Draft, looking: Looking): Draft | undefined {
  const { asked, frame } = looking;
  const all = rankedFor(asked, frame);
  const first = all.find((each) => each.draft.id === draft.id)?.score ?? 0;
  return all.find(
    (each) =>
      each.draft.id !== draft.id &&
      each.draft.status === 'answered' &&
      each.score >= Math.max(first - behind, worth) &&
      frame.guide.answers.some(({ id, all: needs }) => id === each.draft.id && needs.length > 0) &&
      !isStrange(
        each.draft,
        frame.guide.answers.find(({ id }) => id === each.draft.id),
        looking,
      ),
  )?.draft;
}

const worth = 0.6;

function withoutTold(draft: Draft, asked: Asked, frame: AnswerFrame): Draft {
  const second = isCertain(draft, asked, frame) ? undefined : refocused(asked, frame);
  if (second) return withResidual(second.draft, second.asked, frame);
  return draft.suggestions === undefined ? withNear(draft, asked, frame) : draft;
}

const mostNear = 2;

/** The guide does not say: what it does say nearest to it can be asked. */
function withNear(draft: Draft, asked: Asked, { guide }: AnswerFrame): Draft {
  const suggestions = near(asked, [], guide).slice(0, mostNear);
  return suggestions.length === 0 ? draft : { ...draft, suggestions };
}

interface Looking {
  asked: Asked;
  clause: Span;
  frame: AnswerFrame;
}

/** Whether the rule does not know what is asked about. */
function isStrange(draft: Draft, unit: UnitRow | undefined, { asked, clause, frame }: Looking): boolean {
  if (unit && lacksFigure(asked, clause, phraseIn(draft.text, 'zh'))) return true;
  if (unit && beyondConcepts(asked, clause, asked.concepts).some((each) => isAskedOf(asked, each))) return true;
  if (asksOtherwise(asked, clause)) return false;
  const one = stoodFor(asked, clause);
  if (one)
    return (
      !knows(known(draft, unit), asked, { start: 0, end: one.end }) ||
      isUnequal(draft, asked, filled(asked, one), frame)
    );
  const brought = unit && (broughtUp(asked, clause) ?? (wantsYesOrNo(asked, clause) ? clause : undefined));
  if (brought === undefined) return false;
  return unknownIn(asked, frame.guide, brought).length > 0 || holdsAbsent(draft, asked, looking(clause, frame));
}

/** Whether the clause holds a topic of which the guide teaches nothing and which the draft leaves aside (政协委员, 亲戚). */
function holdsAbsent(
  { uses }: Draft,
  asked: Asked,
  { clause, topics }: { clause: Span; topics: ReadonlySet<string> },
): boolean {
  return asked.touched.some(
    ({ concept, start, end }) =>
      weightOf(concept) >= heavy && topics.has(concept) && !uses.includes(concept) && isIn({ start, end }, clause),
  );
}

const looking = (clause: Span, { guide }: AnswerFrame) => ({ clause, topics: untaught(guide) });
const untaughtOf = new WeakMap<Guide, ReadonlySet<string>>();

/** Concepts that only the general answers about what the guide does not say (`absent.…`) require. */
function untaught(guide: Guide): ReadonlySet<string> {
  const kept = untaughtOf.get(guide);
  if (kept) return kept;
  const required = (rows: readonly UnitRow[]) => rows.flatMap(({ all }) => all.flat());
  const taught = new Set(required(guide.answers.filter(({ status }) => status === undefined || status === 'answered')));
  const absentOnes = required(guide.answers.filter(({ id }) => id.startsWith('absent.')));
  const found = new Set(absentOnes.filter((concept) => !concept.startsWith('@') && !taught.has(concept)));
  untaughtOf.set(guide, found);
  return found;
}

/** What is to stand for something; when it is left out, the clause before tells it (外方愿意出二十万, 可以算自有资金吗). */
function filled(asked: Asked, one: Span): Span {
  const names = [...asked.touched.filter(({ concept }) => weightOf(concept) > broad), ...asked.mentions].some((each) =>
    isIn(each, one),
  );
  return names ? one : { start: 0, end: one.end };
}

/** Words of every question say nothing about what is to stand for something. */
const broad = 0.2;

/** What a draft rests on: what its row requires; a verdict, on what is told of a person and on things. */
function known({ uses }: Draft, unit: UnitRow | undefined): readonly string[] {
  return unit ? unit.all.flat() : uses.filter((use) => use.startsWith('@') || told.includes(use));
}

const told = ['academic-title', 'doctorate', 'lesser-degree', 'in-progress', 'lead-age', 'two-years'];

/** Whether a rule that rests on these concepts knows the one thing: one of them stands there. */
function knows(concepts: readonly string[], asked: Asked, one: Span): boolean {
  return (
    asked.touched.some(
      (each) => weightOf(each.concept) > broad && concepts.includes(each.concept) && isIn(each, one),
    ) || asked.mentions.some((each) => concepts.includes(`@${each.is}`) && isIn(each, one))
  );
}

const isIn = (each: Span, { start, end }: Span) => each.start >= start && each.end <= end;

/** What is asked to stand for something that the draft knows holds more than that. */
function isUnequal(draft: Draft, asked: Asked, one: Span, { guide }: AnswerFrame): boolean {
  if (isPointedAt(asked, one) !== undefined || unknownIn(asked, guide, one).length > 0) return true;
  const isUnit = guide.answers.some(({ id }) => id === draft.id);
  if (isUnit && beyondConcepts(asked, one, new Set(draft.uses)).length > 0) return true;
  return (isUnit || draft.id.startsWith('conditions.')) && holdsMore(draft, asked, one);
}

/** A concept of this weight is no by-word. */
const heavy = 0.5;

/** Whether a word stands there of which the draft uses no meaning. */
function holdsMore({ uses }: Draft, asked: Asked, one: Span): boolean {
  const inside = asked.touched.filter((each) => isIn(each, one));
  const used = inside.filter(({ concept }) => uses.includes(concept));
  return inside.some(
    (each) => weightOf(each.concept) >= heavy && !used.some(({ start, end }) => start < each.end && each.start < end),
  );
}

/** The word to say back, when there is one. */
function strangeIn(draft: Draft, asked: Asked, { guide }: AnswerFrame): string | undefined {
  const clause = askingClause(asked);
  const one = stoodFor(asked, clause) ?? broughtUp(asked, clause) ?? clause;
  return (
    isPointedAt(asked, one) ??
    unknownIn(asked, guide, one)[0]?.text ??
    beyondConcepts(asked, one, new Set(draft.uses))[0]?.text
  );
}

const isCertain = ({ id }: Draft, asked: Asked, frame: AnswerFrame) =>
  absent(asked, frame).some((each) => each.id === id);
