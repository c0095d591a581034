/**
 * The interview as a pure function: which question is open now, and what an answer makes of a case.
 * The position is the facts; there is no step number.
 */
import type { Facts } from './facts.ts';
import { mayStillAsk, wantsAbout } from './findings.ts';
import type { Guide } from './guide.ts';
import { madeFrom } from './madeFrom.ts';
import { type Part, type Patch, type Question, splitWant } from './question.ts';
import { questionsOf } from './questions/index.ts';
import type { Want } from './rule.ts';

/** What became of a fact that was asked for and not given. */
export type Left = 'put-off' | 'skipped' | 'not-known';

/** What the next question depends on. */
export interface Position {
  facts: Facts;
  /** By want: why it is not asked (again). */
  left: Readonly<Record<Want, Left>>;
  /** Ids of the questions already answered, in order. */
  trail: readonly string[];
}

/** A question that is open, about one partner where there are several. */
export interface OpenQuestion {
  /** The question's id; with `#2`, `#3` for further partners, and `/fact` for a part of it. */
  id: string;
  question: Question;
  index: number;
  /** The part that is asked for, when the rest is known. */
  part?: Part;
  wants: Want[];
}

/** The first question, in list order, that an open bar, remedy or preference still needs; put-off ones come last. */
export function nextQuestion(position: Position, guide: Guide): OpenQuestion | undefined {
  const open = (include: (left: Left | undefined) => boolean): OpenQuestion | undefined => {
    for (const question of questionsOf(guide)) {
      const wants = wantsAbout(question.settles, position.facts, guide);
      const found = openWith(
        question,
        wants.filter((want) => include(position.left[want])),
        position,
      );
      if (found) return found;
    }
    return undefined;
  };
  return open((left) => left === undefined) ?? open((left) => left === 'put-off');
}

function openWith(question: Question, wants: readonly Want[], { facts, trail }: Position): OpenQuestion | undefined {
  const [first] = wants;
  if (first === undefined) return undefined;
  const { index, path } = splitWant(first);
  const here = wants.filter((want) => splitWant(want).index === index || !want.includes('['));
  const id = index === 0 ? question.id : `${question.id}#${index + 1}`;
  const begun = trail.includes(id) || question.settles.some((each) => isKnown(each, index, facts));
  const part = begun ? question.parts?.[path] : undefined;
  if (!part) return { id, question, index, wants: here };
  return { id: `${id}/${path}`, question, index, part, wants: [first] };
}

function isKnown(path: string, index: number, facts: Facts): boolean {
  const [root = path, field] = path.split('[].');
  const value = (facts as Record<string, unknown>)[root];
  if (field === undefined) return value !== undefined && path !== 'partners';
  const item: unknown = Array.isArray(value) ? value[index] : undefined;
  return typeof item === 'object' && item !== null && field in item;
}

/** The base id of a question: without its part and partner. */
export function baseId(id: string): string {
  const at = id.indexOf('/');
  return at < 0 ? id : id.slice(0, at);
}

/** Facts with a patch laid over them; `undefined` in a patch clears nothing. */
export function withFacts(facts: Facts, patch: Patch): Facts {
  const set = Object.entries(patch).filter(([, value]) => value !== undefined);
  return madeFrom({ ...facts, ...Object.fromEntries(set) }, facts);
}

/**
 * How many questions could still open, whatever is answered: those that some undecided rule may ask for.
 * A bound that only shrinks while facts are learned.
 */
export function stillPossible({ facts, left, trail }: Position, guide: Guide): number {
  const asked = new Set(trail.map(baseId));
  const given = Object.entries(left).filter(([, why]) => why !== 'put-off');
  const closed = new Set(given.map(([want]) => splitWant(want).path));
  const canOpen = (path: string): boolean =>
    !closed.has(path) &&
    !(path.includes('[]') ? allKnown(path, facts) : isKnown(path, 0, facts)) &&
    mayStillAsk(path, facts, guide);
  return questionsOf(guide).filter(({ id, settles }) => !asked.has(id) && settles.some(canOpen)).length;
}

function allKnown(path: string, facts: Facts): boolean {
  const [root = path] = path.split('[].');
  const list = (facts as Record<string, unknown>)[root];
  return Array.isArray(list) && list.every((_, index) => isKnown(path, index, facts));
}
