/** Reads words as a new answer to a question that was answered before, and tells what of it differs. */
import type { Facts, Partner } from '../facts.ts';
import type { AnswerContext, Patch, Question } from '../question.ts';
import { withPartner } from '../questions/build.ts';
import type { Reading } from '../reading.ts';
import { factNames } from './factNames.ts';
import { locationIn } from './location.ts';
import { same } from './same.ts';
import type { Stated } from './stated.ts';

const plain =
  /^(?:应该|应|其实|实际上?|正确的?|准确的?|现在|而|就|是|为|改成|改为|写成|,|，|:|：|执照上|证上|身份证上|的)+/;

export function knows(question: Question, { facts, index }: AnswerContext): boolean {
  if (question.id === 'unit.registration' && facts['unit.location'] !== undefined) return true;
  return question.settles.some((path) => {
    const [root = path, field] = path.split('[].');
    const value = (facts as Record<string, unknown>)[root];
    if (field === undefined || root !== 'partners') return value !== undefined;
    return facts.partners?.[index]?.[field as keyof Partner] !== undefined;
  });
}

/** Reads the rest of the message as a new answer: whole, then clause by clause. */
export function readAs(question: Question, rest: readonly string[], context: AnswerContext): Stated | undefined {
  const fresh = { ...context, facts: without(question, context.facts) };
  for (const words of [rest.join('，'), ...rest].map((each) =>
    each.replace(plain, '').replace(/(?:哈|的|了|啊|呢)$/, ''),
  )) {
    if (words === '') continue;
    const reading = readIn(question, words, fresh, context);
    const location = question.id === 'unit.registration' ? locationIn(words) : undefined;
    const value: Patch = {
      ...(reading?.is === 'value' ? reading.value : {}),
      ...(location !== undefined && { 'unit.location': location }),
    };
    // 方向四 alone tells nothing new of the topic.
    if (/^(?:选题)?(?:方向)?第?[\d一二三四五六七八九十]{1,3}(?:个|号)?(?:方向)?$/.test(words)) delete value.topic;
    const patch = changesIn(keeping(value, context), context.facts);
    if (Object.keys(patch).length > 0) return { question: question.id, patch, evidence: words };
  }
  return undefined;
}

/** By the question's reader, or by that of a part of it which was answered before. */
function readIn(
  question: Question,
  words: string,
  fresh: AnswerContext,
  context: AnswerContext,
): Reading<Patch> | undefined {
  const whole = question.read(words, fresh);
  if (whole?.is === 'value') return whole;
  const name =
    question.id === 'partner.who'
      ? /^[^,，的]{2,30}(?:大学|学院|研究所|研究院|公司|医院|中心)$/.exec(words)?.[0]
      : undefined;
  if (name !== undefined && !/^(?:一|某|那)/.test(name)) return { is: 'value', value: withPartner(fresh, { name }) };
  for (const [id, part] of Object.entries(question.parts ?? {})) {
    if (!(id in context.facts)) continue;
    const reading = part.read(words, fresh);
    if (reading?.is === 'value') return reading;
  }
  return whole;
}

/** What is known of the question itself completes no new answer. */
function without(question: Question, facts: Facts): Facts {
  const { settles } = question;
  return Object.fromEntries(Object.entries(facts).filter(([id]) => !settles.includes(id)));
}

/** A partner keeps its other fields; in another country the old town no longer holds. */
export function keeping(patch: Patch, { facts, index }: AnswerContext): Patch {
  const before = facts.partners;
  const said = patch.partners?.[index];
  if (!before || !said) return patch;
  const old = { ...before[index] };
  if (said.country !== undefined && said.country !== old.country) {
    const stale = old.city;
    delete old.city;
    if (said.city === stale) {
      const { city: _, ...rest } = said;
      return { ...patch, partners: before.map((each, i) => (i === index ? { ...old, ...rest } : each)) };
    }
  }
  return { ...patch, partners: before.map((each, i) => (i === index ? { ...old, ...said } : each)) };
}

export function changesIn(patch: Patch, facts: Facts): Patch {
  const known = facts as Record<string, unknown>;
  return Object.fromEntries(
    Object.entries(patch).filter(([id, value]) => value !== undefined && !same(known[id], value)),
  );
}

/** Whether the words, as an answer to the question, give what is known. */
export function isKnown(question: Question, words: string, context: AnswerContext): boolean {
  if (!knows(question, context) || !factNames.some(([id]) => id === question.id)) return false;
  const reading = question.read(words, { ...context, facts: without(question, context.facts) });
  if (reading?.is !== 'value') return false;
  const { partners, ...others } = reading.value;
  const known = context.facts as Record<string, unknown>;
  const mine = Object.entries(context.facts.partners?.[context.index] ?? {});
  const said = Object.entries(partners?.[context.index] ?? {}).filter(([field]) => mine.some(([id]) => id === field));
  const entries = Object.entries(others).filter(([id]) => id in known);
  return (
    said.length + entries.length > 0 &&
    entries.every(([id, value]) => agrees(known[id], value)) &&
    said.every(([field, value]) => mine.some(([id, before]) => id === field && agrees(before, value)))
  );
}

export function contradicts(patch: Patch, facts: Facts): boolean {
  const known = facts as Record<string, unknown>;
  return Object.entries(patch).some(([id, value]) => {
    const before = known[id];
    if (before === undefined) return false;
    if (id !== 'partners') return !same(before, value);
    const said = (value ?? []) as readonly Partner[];
    return (facts.partners ?? []).some((partner, i) =>
      Object.entries(partner).some(([field, old]) => !same(said[i]?.[field as keyof Partner], old)),
    );
  });
}

/** The same, or a date of which only the year or month was said. */
function agrees(known: unknown, said: unknown): boolean {
  if (same(known, said)) return true;
  return typeof known === 'string' && typeof said === 'string' && /^\d{4}/.test(said) && known.startsWith(`${said}-`);
}
