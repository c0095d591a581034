/**
 * Every reader through the questions that use it, and with anything that may be typed: it gives one of the four things that readers give, in their
 * form, within a bound; and the same answer in full width, half width and traditional characters is the same answer.
 */

import fc from 'fast-check';
import { Converter } from 'opencc-js/cn2t';
import { expect } from 'vitest';
import { z } from 'zod';
import { loadGuide } from '../../knowledge/loadGuide.ts';
import type { AnswerContext, Patch } from '../../knowledge/question.ts';
import { questionsOf } from '../../knowledge/questions/index.ts';
import { maxInput, type Reading } from '../../knowledge/reading.ts';
import { typedAnswers } from '../support/gradeAnswers.ts';
import { readyFacts } from '../support/readyCase.ts';
import { workOf } from '../support/work.ts';

const guide = loadGuide('jx-intl-2023');
const today = '2023-05-08';

interface Reader {
  id: string;
  topic: string;
  read(text: string, context: AnswerContext): Reading<Patch> | undefined;
  examples: readonly string[];
}

/** Each question's own, and those of its parts. */
const readers: readonly Reader[] = questionsOf(guide).flatMap(({ id, topic, read, parts = {}, examples }) => {
  const texts = examples.map(([text]) => text);
  return [
    { id, topic, read, examples: texts },
    ...Object.entries(parts).map(([path, part]) => ({ id: `${id}/${path}`, topic, read: part.read, examples: texts })),
  ];
});

/** What is known when it is typed. */
const contexts: Readonly<Record<'nothing' | 'everything', AnswerContext>> = {
  nothing: { facts: {}, guide, today, index: 0 },
  everything: { facts: readyFacts, guide, today, index: 0 },
};

const phrase = z.union([z.string().min(1), z.looseObject({ zh: z.string().min(1) })]);
/** What a reader gives, or undefined. */
const reading = z
  .union([
    z.strictObject({ is: z.literal('value'), value: z.record(z.string(), z.unknown()), echo: phrase.optional() }),
    z.strictObject({ is: z.literal('unknown') }),
    z.strictObject({ is: z.literal('ask'), hint: phrase, offers: z.array(z.string().min(1)).optional() }),
  ])
  .optional();

const pieces = [
  ...new Set(readers.flatMap(({ examples }) => examples.flatMap((text) => text.split(/(?<=[，,。、；\s])/)))),
];
const signs = [...'，。、；：？！（）“”,.;:?!()/-~ \n\u3000\u200b0123456789０１９一二十百万〇年月日没不有是的和'];

/** An example with pieces of others in it, signs lost and doubled, or nothing known at all. */
const typed = (own: readonly string[]): fc.Arbitrary<string> =>
  fc
    .oneof(
      {
        weight: 3,
        arbitrary: fc.array(fc.constantFrom(...own, ...pieces, ...signs), { maxLength: 12 }).map((all) => all.join('')),
      },
      {
        weight: 3,
        arbitrary: fc
          .tuple(fc.constantFrom(...own), fc.nat(200), fc.nat(4), fc.constantFrom(...signs, ...pieces, ''))
          .map(([text, at, less, more]) => {
            const from = at % (text.length + 1);
            return text.slice(0, from) + more + text.slice(from + less);
          }),
      },
      { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: maxInput + 20 }) },
      {
        weight: 1,
        arbitrary: fc
          .tuple(fc.constantFrom(...own, ...signs), fc.integer({ min: 2, max: 400 }))
          .map(([text, n]) => text.repeat(n)),
      },
    )
    .map((text) => text.slice(0, maxInput + 20));

/** Milliseconds of work that a text may be to a reader. */
const bearable = 100;

export function readAnything(times: number): void {
  for (const { id, read, examples } of readers) {
    fc.assert(
      fc.property(typed(examples), fc.constantFrom('nothing', 'everything'), (text, known) => {
        const context = contexts[known];
        const work = workOf(() => reading.parse(read(text, context)));
        // Memory may be tidied up at any time; what is slow is slow each time.
        const again = work > bearable ? workOf(() => read(`${text} `.slice(0, maxInput), context)) : 0;
        expect(Math.min(work, again), `${id}: ${text}`).toBeLessThan(bearable);
        if (text.length > maxInput) expect(read(text, context), id).toBeUndefined();
      }),
      { numRuns: times, seed: 20230508 },
    );
  }
}

const traditional = Converter({ from: 'cn', to: 't' });
/** The same answer as other people's keyboards write it. */
export const spellings: Readonly<Record<string, (text: string) => string>> = {
  'full width': (text) => text.replace(/[!-~]/g, (each) => String.fromCodePoint((each.codePointAt(0) ?? 0) + 0xfee0)),
  'half width': (text) => text.normalize('NFKC'),
  traditional,
};

/** What comes out, without the words in which it is said back; free texts keep the signs with which they were typed. */
const gist = (read: Reading<unknown> | undefined): string =>
  (read?.is === 'value' ? JSON.stringify(read.value) : String(read?.is)).normalize('NFKC');

/** Answers of many people, by topic. */
const typedAnswersIn = Array.from({ length: 12 }, (_, at) => typedAnswers(`answers-${at + 1}.json`)).flat();

/** What is read otherwise when it is spelt so, of every nth answer that people gave. */
export function readOtherwise(spelt: (text: string) => string, nth: number): string[] {
  const said = typedAnswersIn.filter((_, at) => at % nth === 0);
  const asked = [
    ...readers.flatMap((reader) => reader.examples.map((text) => ({ reader, text }))),
    ...said.flatMap(({ topic, say }) =>
      readers.flatMap((reader) => (reader.topic === topic && !reader.id.includes('/') ? [{ reader, text: say }] : [])),
    ),
  ];
  return asked.flatMap(({ reader: { id, read }, text }) => {
    const [plain, other] = [text, spelt(text)].map((each) => gist(read(each, contexts.nothing)));
    return plain === other ? [] : [`${id}: ${text} ${plain} → ${spelt(text)} ${other}`];
  });
}
