/**
 * What a question is: which open facts it settles, how it is worded, and how a typed answer is read.
 * Adding one is adding one object under `questions/` (or a row of the guide's `questions.json` for a plain one).
 */
import type { Facts } from './facts.ts';
import type { Guide, Want } from './guide.ts';
import type { Phrase, Texts } from './language.ts';
import type { Reading } from './reading.ts';
import type { Topic } from './topics.ts';

export type { Topic } from './topics.ts';

/** Facts to set, by fact id. A question about one partner returns the whole `partners` list. */
export type Patch = { [K in keyof Facts]?: Facts[K] | undefined } & Record<string, unknown>;

/** What an answer is read against. */
export interface AnswerContext {
  facts: Facts;
  guide: Guide;
  /** ISO date of the message. */
  today: string;
  /** Which partner is asked about (0 is the first). */
  index: number;
}

export interface Wording {
  /** The question, at most 60 characters, asked last in its message. `{who}` is the lead, `{partner}` the partner. */
  ask: string;
  /** One more sentence on 为什么, before the guide's own words. */
  why?: string | undefined;
  /** Three retries, each more exact; the third lets go. */
  retry: readonly [string, string, string];
  /** Labels of 2–6 characters; typing one or its number answers. */
  choices?: readonly string[] | undefined;
  /** Items shown numbered below the question, of which several may be named. */
  list?: readonly string[];
}

/** Asks for what an answer left out: one fact of the question. */
export interface Part {
  ask: Phrase;
  /** Labels by language; readers know the Chinese ones. */
  choices?: readonly Phrase[];
  read(text: string, context: AnswerContext): Reading<Patch> | undefined;
}

export interface Question {
  id: string;
  topic: Topic;
  /** The facts it settles, as paths (`lead.degree`, `partners[].country`). */
  settles: readonly string[];
  wording: Texts<Wording>;
  parts?: Readonly<Record<string, Part>>;
  read(text: string, context: AnswerContext): Reading<Patch> | undefined;
  /** Worked examples: typed text and the facts that come out; `undefined`: asked again. */
  examples: readonly (readonly [text: string, patch: Patch | 'unknown' | undefined])[];
}

/** `partners[1].country` → path `partners[].country`, index 1. */
export function splitWant(want: Want): { path: string; index: number } {
  if (!want.includes('[')) return { path: want, index: 0 };
  const index = want.match(/\[(\d+)\]/)?.[1];
  return { path: want.replace(/\[\d+\]/, '[]'), index: index === undefined ? 0 : Number(index) };
}
