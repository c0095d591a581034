/** Grades what the questions' readers make of typed answers against what a careful person would record. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Facts } from '../../knowledge/facts.ts';
import { loadGuide } from '../../knowledge/loadGuide.ts';
import type { Patch, Question } from '../../knowledge/question.ts';
import { questionsOf } from '../../knowledge/questions/index.ts';
import type { Reading } from '../../knowledge/reading.ts';

const answer = z.object({
  topic: z.string(),
  say: z.string(),
  /** `ask`: no fact may be taken; `unknown`: the person does not know; otherwise facts by path, money in 万元. */
  expect: z.union([z.literal('ask'), z.literal('unknown'), z.record(z.string(), z.unknown())]),
});

export type TypedAnswer = z.infer<typeof answer>;
/** `wrong`: a fact was taken that was not said; `missed`: nothing, `partial`: not everything was taken. */
export type Grade = 'right' | 'missed' | 'partial' | 'wrong';

/** The answers of a file in `test/eval`. */
export function typedAnswers(file: string): TypedAnswer[] {
  const url = new URL(`../eval/${file}`, import.meta.url);
  return z.array(answer).parse(JSON.parse(readFileSync(url, 'utf8')));
}

const guide = loadGuide('jx-intl-2023');
const today = '2023-05-08';
/** Free texts: how much of a name is kept is not graded here. */
const freeText =
  /^(?:topic|directionFit|unit\.location|lead\.titleText|partners\[\d\]\.(?:name|city)|domesticPartners\[\d\]\.name)$/;

/** What is known when a question is asked. */
function knownAt(topic: string): Facts {
  if (topic === 'participants' || (topic.startsWith('partner.') && topic !== 'partner.who'))
    return { partners: [{ country: '德国', city: '吉森' }] };
  if (topic === 'domestic.agreement') return { domesticPartners: [{ name: '某公司' }] };
  return topic === 'unit.audit' || topic === 'unit.ownFunds' ? { 'unit.kind': 'enterprise' } : {};
}

/** Reads an answer as its question does. */
export function readTyped({ topic, say }: TypedAnswer): Reading<Patch> | undefined {
  return questionOf(topic).read(say, { facts: knownAt(topic), guide, today, index: 0 });
}

function questionOf(topic: string): Question {
  const found = questionsOf(guide).find((each) => each.topic === topic);
  if (found === undefined) throw new Error(`no question has the topic ${topic}`);
  return found;
}

export function grade(typed: TypedAnswer): Grade {
  const reading = readTyped(typed);
  const before = outside(knownAt(typed.topic));
  const taken = [...(reading?.is === 'value' ? outside(reading.value) : new Map<string, unknown>())].filter(
    ([path, value]) => JSON.stringify(before.get(path)) !== JSON.stringify(value) && !freeText.test(path),
  );
  const { expect } = typed;
  if (expect === 'ask' || expect === 'unknown') {
    if (taken.length > 0) return 'wrong';
    return reading?.is === 'value' || (expect === 'unknown' && reading?.is !== 'unknown') ? 'missed' : 'right';
  }
  return compare(
    new Map(taken),
    [...flat(expect)].filter(([path]) => !freeText.test(path)),
  );
}

function compare(taken: ReadonlyMap<string, unknown>, wanted: readonly (readonly [string, unknown])[]): Grade {
  let hits = 0;
  let missing = 0;
  for (const [path, value] of wanted) {
    const open = value === 'unknown' || value === null;
    if (!taken.has(path)) missing += open ? 0 : 1;
    else if (open || JSON.stringify(taken.get(path)) !== JSON.stringify(value)) return 'wrong';
    else hits += 1;
  }
  if (missing === 0) return 'right';
  return hits > 0 ? 'partial' : 'missed';
}

/** Facts as the answers' writer names them: every value by its path, lists of contents as one yes or no. */
function outside(facts: Patch): Map<string, unknown> {
  const found = new Map<string, unknown>();
  for (const [id, value] of Object.entries(facts)) {
    if (value === undefined) continue;
    if (id === 'unit.ownFunds' || id === 'funding.applied') found.set(`${id}Wan`, Number(value) / 10_000);
    else if (isWhole(id) && isRecord(value)) {
      const written = Object.values(value);
      if (written.includes(false)) found.set(id, false);
      else if (written.every((each) => each === true)) found.set(id, true);
    } else
      for (const [path, each] of flat({ [id]: value }))
        found.set(path.replace(/\]\.country$/, '].countryOrRegion'), each);
  }
  return found;
}

function isWhole(id: string): boolean {
  return ['app.indicatorsStated', 'app.narrativeDone', 'domesticAgreement.content'].includes(id);
}

/** `{ a: [{ b: 1 }] }` as `a[0].b` → 1; empty lists and lists of plain values stay whole. */
function flat(value: Readonly<Record<string, unknown>>, before = ''): Map<string, unknown> {
  const found = new Map<string, unknown>();
  for (const [name, each] of Object.entries(value)) {
    const path = before === '' ? name : `${before}.${name}`;
    const items: readonly unknown[] = Array.isArray(each) ? each : [];
    if (isRecord(each)) for (const [inner, one] of flat(each, path)) found.set(inner, one);
    else if (items.some(isRecord))
      items.forEach((item, i) => {
        if (isRecord(item)) for (const [inner, one] of flat(item, `${path}[${i}]`)) found.set(inner, one);
      });
    else if (each !== undefined) found.set(path, each);
  }
  return found;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
