import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { agreementContents, type Facts } from '../../knowledge/facts.ts';
import { fill, numeral } from '../../knowledge/fill.ts';
import { nextQuestion, type OpenQuestion } from '../../knowledge/interview.ts';
import { inLanguage, phraseIn } from '../../knowledge/language.ts';
import { type AnswerContext, type Part, type Question, splitWant } from '../../knowledge/question.ts';
import { questionsOf } from '../../knowledge/questions/index.ts';
import { topics } from '../../knowledge/topics.ts';
import { anyFacts } from '../support/anyFacts.ts';
import { changed, guide, partner, today } from '../support/readyCase.ts';

const questions = questionsOf(guide);
const about = (facts: Facts): AnswerContext => ({ facts, guide, today, index: 0 });

interface Asked {
  id: string;
  ask: string;
  choices: readonly string[];
  /** The facts in which it is asked. */
  facts: Facts;
  read: Part['read'];
}

/** Each question whole and each of its parts, as they are asked. */
const asked: readonly Asked[] = questions.flatMap((question: Question): Asked[] => {
  const { ask, choices } = inLanguage(question.wording, 'zh');
  const whole = { id: question.id, ask, choices: choices ?? [], facts: {}, read: question.read };
  const parts = Object.entries(question.parts ?? {}).map(
    ([path, part]): Asked => ({
      id: `${question.id}/${path}`,
      ask: phraseIn(part.ask, 'zh'),
      choices: (part.choices ?? []).map((choice) => phraseIn(choice, 'zh')),
      facts: changed({ partners: [partner()], domesticPartners: [{ name: '赣一公司' }, { name: '赣二公司' }] }),
      read: part.read,
    }),
  );
  return [whole, ...parts];
});

/** The question as it is read by people, with the longest names that are used whole. */
function spoken(ask: string, facts: Facts): string {
  const direction = guide.directions.find((each) => each.number === facts.direction);
  const names: Readonly<Record<string, string>> = {
    who: '阿卜杜拉·买买提·吐尔逊'.slice(0, 12),
    partner: '第聂伯彼得罗夫斯克国立大学'.slice(0, 12),
    direction: direction ? `方向${numeral(direction.number)}“${direction.title}”` : '所选方向',
  };
  return fill(
    ask.replace(/\{(who|partner|direction)\}/g, (_, name: string) => names[name] ?? ''),
    facts,
    guide,
    'zh',
  );
}

const widest = guide.directions.map(
  ({ number }): Facts => ({ direction: number, partners: [partner({ country: number > 10 ? '日本' : '德国' })] }),
);

describe.each(asked)('the question $id', ({ ask, choices, facts, read }) => {
  test('is at most 60 characters long, whoever and whatever it is about, and ends as a sentence', () => {
    for (const each of widest) {
      const text = spoken(ask, each);
      expect(text.length, text).toBeLessThanOrEqual(60);
      expect(text).toMatch(/[。？]$/);
      expect(text).not.toMatch(/[{}]|undefined/);
    }
  });

  test('offers labels of at most eight characters, each of which it reads itself', () => {
    expect(choices.length).toBeLessThanOrEqual(8);
    expect(choices.filter((label) => label.length < 1 || label.length > 8)).toEqual([]);
    expect(new Set(choices).size).toBe(choices.length);
    const notRead = choices.filter((label) => {
      const reading = read(label, about(facts));
      return reading?.is !== 'value' && reading?.is !== 'unknown';
    });
    expect(notRead).toEqual([]);
  });

  test('makes something different of each of its labels', () => {
    const readings = choices.map((label) => JSON.stringify(read(label, about(facts)) ?? label));
    expect(choices.filter((_, at) => readings.indexOf(readings[at] ?? '') !== at)).toEqual([]);
  });
});

describe.each(questions.map((question) => [question.id, question] as const))('the question %s', (_id, question) => {
  test('can be asked again in three more ways', () => {
    const { retry } = inLanguage(question.wording, 'zh');
    expect(retry).toHaveLength(3);
    expect(new Set(retry).size).toBe(3);
    for (const each of retry) {
      const text = fill(each, {}, guide, 'zh');
      expect(text).toMatch(/[。？]$/);
      expect(text).not.toMatch(/[{}]|undefined/);
    }
  });

  test.each(question.examples)('reads “%s” as its worked example says', (text, expected) => {
    const reading = question.read(text, about({}));
    if (expected === undefined) expect(reading?.is).not.toBe('value');
    else if (expected === 'unknown') expect(reading).toEqual({ is: 'unknown' });
    else expect(reading?.is === 'value' ? reading.value : reading).toEqual(expected);
  });

  test('has worked examples, among them one that does not know', () => {
    expect(question.examples.length).toBeGreaterThan(0);
  });

  test('settles what its parts ask for', () => {
    expect(Object.keys(question.parts ?? {}).filter((path) => !question.settles.includes(path))).toEqual([]);
  });
});

test('no question is there twice', () => {
  expect(new Set(questions.map(({ id }) => id)).size).toBe(questions.length);
});

test('the topics are the 32 that outsiders know', () => {
  const file = new URL('../eval/scenarios-examples.json', import.meta.url);
  const shape = z.object({ schema: z.object({ topics: z.array(z.object({ topic: z.string() })) }) });
  const known = shape.parse(JSON.parse(readFileSync(file, 'utf8'))).schema.topics.map(({ topic }) => topic);
  expect(known).toHaveLength(32);
  expect(topics.filter((topic) => topic !== 'other').sort()).toEqual([...known].sort());
  expect([...new Set(questions.map(({ topic }) => topic))].sort()).toEqual([...known].sort());
});

const asking = guide.rules.filter(
  ({ row }) => row.kind !== 'advice' && row.kind !== 'info' && row.check.kind !== 'told',
);

test('every question settles something that a rule asks for, and every rule’s need is settled by a question', () => {
  const wanted = new Set(asking.flatMap(({ rule }) => rule.asks));
  const settled = new Set(questions.flatMap(({ settles }) => settles));
  expect([...settled].filter((path) => !wanted.has(path))).toEqual([]);
  expect([...wanted].filter((path) => !settled.has(path))).toEqual([]);
});

test('no path is settled by two questions', () => {
  const paths = questions.flatMap(({ settles }) => settles);
  expect(paths.filter((path, at) => paths.indexOf(path) !== at)).toEqual([]);
});

/** Every question that comes up when each is put aside in turn. */
function comingUp(facts: Facts): OpenQuestion[] {
  const left: Record<string, 'not-known'> = {};
  const found: OpenQuestion[] = [];
  for (;;) {
    const open = nextQuestion({ facts, left, trail: [] }, guide);
    if (!open) return found;
    found.push(open);
    for (const want of open.wants) left[want] = 'not-known';
  }
}

test('every question comes up in some case, and so does every part', () => {
  const met = new Set<string>();
  for (const facts of [{}, ...fc.sample(anyFacts, { seed: 7, numRuns: 1_500 })]) {
    for (const { id } of comingUp(facts)) met.add(id.replace(/#\d+/, ''));
  }
  expect(
    questions.map(({ id }) => id).filter((id) => !met.has(id) && ![...met].some((each) => each.startsWith(`${id}/`))),
  ).toEqual([]);
  expect(asked.map(({ id }) => id).filter((id) => id.includes('/') && !met.has(id))).toEqual([]);
});

test('every bar, remedy and priority with a fact can be settled by answering', () => {
  const open = new Set<string>();
  const closed = new Set<string>();
  for (const facts of fc.sample(anyFacts, { seed: 8, numRuns: 1_500 })) {
    for (const { row, rule } of asking) {
      const outcome = rule.decide(facts, guide);
      if (outcome === 'open' || outcome === 'covered') open.add(row.id);
      else if (outcome !== 'not-applicable') closed.add(row.id);
    }
  }
  const ids = asking.map(({ row }) => row.id);
  expect(ids.filter((id) => !closed.has(id))).toEqual([]);
  expect(ids.filter((id) => !open.has(id) && id !== 'agreement.long-term-supplement')).toEqual([]);
});

test('the items that an answer may name by number are in Chinese, one for each content of the agreement', () => {
  const listed = questions.flatMap(({ wording }) => inLanguage(wording, 'zh').list ?? []);
  expect(listed).toHaveLength(agreementContents.length);
  for (const each of listed) expect(each).toMatch(/^\p{Script=Han}{2,10}$/u);
});

test('a want names its path and which partner it is about', () => {
  expect(splitWant('partners[2].country')).toEqual({ path: 'partners[].country', index: 2 });
  expect(splitWant('lead.degree')).toEqual({ path: 'lead.degree', index: 0 });
});
