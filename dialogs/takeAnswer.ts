/** What an answer makes of a case: facts set, what to say, and whether the question must be asked again. */
import type { Facts } from '../knowledge/facts.ts';
import { fill } from '../knowledge/fill.ts';
import { decideSome, wantsAbout } from '../knowledge/findings.ts';
import type { Guide } from '../knowledge/guide.ts';
import { type OpenQuestion, withFacts } from '../knowledge/interview.ts';
import { inLanguage, type Language, type Phrase, phraseIn, say } from '../knowledge/language.ts';
import { isRecord } from '../knowledge/narrate/same.ts';
import { type Patch, splitWant } from '../knowledge/question.ts';
import { chosenOffer } from '../knowledge/read/chosenOffer.ts';
import { readLatinName } from '../knowledge/read/latinName.ts';
import { readPlainYesNo } from '../knowledge/read/readYesNo.ts';
import { saysUnknown } from '../knowledge/read/tidy.ts';
import type { Reading } from '../knowledge/reading.ts';
import { spokenPhrase } from '../knowledge/spoken.ts';
import type { CaseRecord } from '../state/conversation.ts';
import { amendedText, onlyNew, same, sameFacts, withNewFacts } from './change.ts';
import { positionOf, withoutAnswerOf, wordingOf } from './position.ts';
import { speaksOf } from './relevant.ts';
import type { Reply } from './reply.ts';
import type { Frame } from './verdict.ts';
import { words } from './wording.ts';

export interface Taken {
  record: CaseRecord;
  said: string[];
  basis: NonNullable<Reply['basis']>;
}

/** A label, or a number alone, means that choice as readers know it; lists that may be answered by several numbers read it themselves. */
function labelled(text: string, shown: readonly string[], choices: readonly string[]): string {
  const label = choices[shown.indexOf(text.trim())];
  if (label !== undefined) return label;
  const number = /^\s*(?:选|第)?(\d{1,2})(?:个|项)?[.、。]?\s*$/.exec(text.normalize('NFKC'))?.[1];
  return (number !== undefined && choices[Number(number) - 1]) || text;
}

/** 90.5.5 怎么还要问: what is said of the asking itself. */
const grumble =
  /(?<=[\p{L}\p{N}])[,，。;；!！\s]+(?:你们?|您)?(?:怎么|为什么|为啥|干[嘛吗啥])?(?:还要?|又要?|老是?|总是?|一直)(?:来)?问(?:这个|一遍|我|了|啊|呢)*[?？。.!！~～]*$|(?<=[\p{L}\p{N}])[,，。;；!！\s]+(?:真?(?:烦|烦人|烦死)了?|无语了?)[。.!！~～]*$/u;

/** Reads the text as an answer to the question; undefined when it is none. */
export function readAnswer(
  text: string,
  open: OpenQuestion,
  record: CaseRecord,
  { guide, today, language }: Frame,
): Reading<Patch> | undefined {
  const { facts } = positionOf(record);
  const context = { facts, guide, today, index: open.index };
  const { choices } = wordingOf(open, record, guide, 'zh');
  const shown = language === 'zh' ? choices : wordingOf(open, record, guide, language).choices;
  if (language !== 'zh' && open.question.id === 'unit.name') {
    const named = readLatinName(text);
    if (named?.is === 'value') return { is: 'value', value: { 'unit.name': named.value } };
  }
  const told = text.replace(grumble, '') || text;
  const chosen = chosenOffer(told, record.asking?.offers ?? []) ?? told;
  const byNumber = open.question.wording.zh.list && !open.part ? chosen : labelled(chosen, shown, choices);
  // A part's own label, or a bare yes or no, answers the part; anything longer may speak of the whole question.
  if (open.part && (choices.includes(byNumber.trim()) || isBare(byNumber))) {
    return open.part.read(byNumber, context);
  }
  const whole = open.question.read(byNumber, context);
  if (!open.part) return whole;
  if (whole?.is !== 'value') return open.part.read(byNumber, context);
  if (open.wants.some((want) => gives(whole.value, want))) return whole;
  // The answer speaks of other things of the question: it is no plain yes or no to this one.
  if (addsTo(facts, whole.value)) return whole;
  // What is known was said again; that the rest is not known may stand beside it.
  if (saysUnknown(byNumber)) return { is: 'unknown' };
  // The part may know what to write instead (迁入的请…); a yes or no heard in such a sentence is no answer to it.
  const own = open.part.read(byNumber, context);
  return own?.is === 'value' ? undefined : own;
}

/** A yes or no of a few characters that speaks of nothing else. */
function isBare(text: string): boolean {
  return /^[^，,。；;、\s]{1,6}[。.!！~～]?$/.test(text.trim()) && readPlainYesNo(text) !== undefined;
}

function gives(patch: Patch, want: string): boolean {
  const { path, index } = splitWant(want);
  const [root = path, field] = path.split('[].');
  const value = patch[root];
  if (field === undefined) return value !== undefined;
  const item: unknown = Array.isArray(value) ? value[index] : undefined;
  return typeof item === 'object' && item !== null && field in item;
}

function addsTo(facts: Facts, patch: Patch): boolean {
  return Object.entries(patch).some(([id, value]) => !same(facts[id as keyof Facts], value));
}

/** Takes what was read: facts, "not known", or a hint with the question asked again. */
export function take(
  text: string,
  reading: Reading<Patch> | undefined,
  open: OpenQuestion,
  record: CaseRecord,
  frame: Frame,
): Taken {
  if (reading?.is === 'value') {
    const taken = takeFacts(reading.value, reading.echo, open, record, frame);
    // A bar is never failed by a yes or no that speaks of something else.
    const fails = taken.record.told.length > record.told.length;
    return fails && !speaksOf(text, open) ? askAgain(undefined, open, record, frame) : taken;
  }
  if (reading?.is === 'unknown') return takeUnknown(open, record, frame);
  return askAgain(reading, open, record, frame);
}

function takeFacts(
  patch: Patch,
  echo: Phrase | undefined,
  open: OpenQuestion,
  record: CaseRecord,
  frame: Frame,
): Taken {
  const { guide, language } = frame;
  const before = positionOf(record).facts;
  const base = record.asking?.again ? withoutAnswerOf(open, before) : before;
  // A part is asked for what is missing: what is known of the rest stands, unless it is corrected.
  const facts = withFacts(base, open.part ? beside(base, patch, open) : patch);
  const settled = !sameFacts(base, facts) && (record.asking?.again || !sameWants(base, facts, open, guide));
  if (!settled) return askAgain(undefined, open, record, frame);
  const { asking, ...rest } = record;
  const trail = record.trail.includes(open.id) ? record.trail : [...record.trail, open.id];
  const after = withNewFacts({ ...rest, trail, left: without(record.left, open.wants) }, facts, [], frame);
  const old = asking?.again ? amendedText(after.changes, frame) : '';
  return {
    record: { ...after.record, ended: false },
    said: [old || (echo !== undefined && spokenPhrase(echo, language)) || '', ...after.said],
    basis: { ...after.basis, factsSet: Object.keys(patch) },
  };
}

function beside(known: Facts, patch: Patch, open: OpenQuestion): Patch {
  return onlyNew(withoutAnswerOf(open, known), withListsWhole(known, patch)).patch;
}

/** 经费比例没写, said of an agreement of which eight contents are known, leaves those eight. */
function withListsWhole(known: Facts, patch: Patch): Patch {
  const whole = Object.entries(patch).map(([id, value]): [string, unknown] => {
    const before: unknown = (known as Record<string, unknown>)[id];
    return [id, isRecord(before) && isRecord(value) ? { ...before, ...value } : value];
  });
  return Object.fromEntries(whole);
}

/** Whether the question would be asked for just the same things: then the answer gave nothing. */
function sameWants(before: Facts, after: Facts, open: OpenQuestion, guide: Guide): boolean {
  const paths = open.wants.map((want) => splitWant(want).path);
  const mine = (facts: Facts): string =>
    JSON.stringify(wantsAbout(paths, facts, guide).filter((want) => open.wants.includes(want)));
  return mine(before) === mine(after) && same(pick(before, open), pick(after, open));
}

function pick(facts: Facts, open: OpenQuestion): unknown[] {
  return open.question.settles.map((path) => (facts as Record<string, unknown>)[path.replace(/\[\].*$/, '')]);
}

function takeUnknown(open: OpenQuestion, record: CaseRecord, { guide, language }: Frame): Taken {
  const before = positionOf(record).facts;
  // 不知道 to a question asked again takes the old answer back.
  const facts = record.asking?.again ? withoutAnswerOf(open, before) : before;
  const next = leave({ ...record, facts }, open, 'not-known');
  const bars = decideSome(positionOf(record).facts, guide, ({ kind }) => kind === 'bar');
  const isBar = bars.some(
    ({ rule, outcome }) =>
      outcome === 'open' && rule.wants(record.facts, guide).some((want) => open.wants.includes(want)),
  );
  return { record: next, said: [isBar ? words(language).confirmLater : words(language).supplyLater], basis: {} };
}

/** Puts the open wants of a question aside, for a reason. */
function leave(record: CaseRecord, open: OpenQuestion, why: 'put-off' | 'skipped' | 'not-known'): CaseRecord {
  const left = { ...record.left, ...Object.fromEntries(open.wants.map((want) => [want, why])) };
  const next: CaseRecord = { ...record, left, ended: false };
  if (why !== 'put-off') next.trail = [...record.trail.filter((id) => id !== open.id), open.id];
  delete next.asking;
  return next;
}

/** Puts the question off; a second time it is left not known. */
export function skip(open: OpenQuestion, record: CaseRecord, language: Language): Taken {
  const again = open.wants.some((want) => record.left[want] === 'put-off');
  return {
    record: leave(record, open, again ? 'skipped' : 'put-off'),
    said: [again ? words(language).skipped : words(language).putOff],
    basis: {},
  };
}

/** The next, more exact way of asking; the third lets go. */
function askAgain(
  reading: Extract<Reading<Patch>, { is: 'ask' }> | undefined,
  open: OpenQuestion,
  record: CaseRecord,
  frame: Frame,
): Taken {
  const { guide, language } = frame;
  const tries = (record.asking?.tries ?? 0) + 1;
  const { retry } = inLanguage(open.question.wording, language);
  if (tries >= 3) {
    return { ...skip(open, record, language), said: [retry[2]] };
  }
  const { hint, offers } = reading ?? {};
  const asking = { id: open.id, tries, again: record.asking?.again ?? false, ...(offers && { offers: [...offers] }) };
  const own = open.part ? partRetry(open, language) : retry[tries - 1];
  const spoken = hint === undefined ? undefined : spokenPhrase(hint, language);
  const said = spoken ?? fill(own ?? retry[0], record.facts, guide, language);
  return { record: { ...record, asking }, said: [said], basis: {} };
}

function partRetry({ part }: OpenQuestion, language: Language): string {
  const own = words(language);
  if (!part?.choices?.length) return own.partRetry;
  return say(own.partRetryChoices, {
    choices: part.choices.map((choice) => say(own.choice, { choice: phraseIn(choice, language) })).join(own.and),
  });
}

function without<V>(record: Readonly<Record<string, V>>, keys: readonly string[]): Record<string, V> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => !keys.includes(key)));
}
