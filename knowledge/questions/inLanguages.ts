/** The wording of the coded questions in other languages: `languages/<language>/questions.json`, by question id. */
import { z } from 'zod';
import { type Phrase, phraseIn } from '../language.ts';
import { tableOf } from '../languages/tables.ts';
import type { Part, Question, Wording } from '../question.ts';

const part = z.strictObject({ ask: z.string(), choices: z.array(z.string()).optional() });
/** What a question says in another language; retries that are left out follow from its labels. */
const questionWords = z.record(
  z.string(),
  z.strictObject({
    ask: z.string(),
    why: z.string().optional(),
    retry: z.array(z.string()).min(2).max(3).optional(),
    choices: z.array(z.string()).optional(),
    list: z.array(z.string()).optional(),
    parts: z.record(z.string(), part).optional(),
  }),
);
type Words = z.infer<typeof questionWords>[string];

const english = questionWords.parse(tableOf('en', 'questions'));

/** The labels of a part that has none of its own. */
const flags = ['Yes', 'No', 'Not sure'];
const last = 'I leave this for now and come back to it at the end.';

/** The question with its words in every language that has some. */
export function inLanguages(question: Question): Question {
  const words = english[question.id];
  if (!words) return question;
  const { parts, wording } = question;
  return {
    ...question,
    wording: { ...wording, en: wordingOf(words) },
    ...(parts && {
      parts: Object.fromEntries(Object.entries(parts).map(([path, each]) => [path, partOf(each, words.parts?.[path])])),
    }),
  };
}

function wordingOf({ ask, why, retry, choices = [], list }: Words): Partial<Wording> {
  const [yes = 'yes', no = 'no'] = choices;
  const [first, second, third] = retry ?? [];
  return {
    ask,
    why,
    retry: [
      first ?? `Please reply “${yes}” or “${no}”; if you do not know, reply “don’t know”.`,
      second ?? `I did not understand that. Just reply “${yes}”, “${no}” or “don’t know”.`,
      third ?? last,
    ],
    choices,
    ...(list && { list }),
  };
}

function partOf(own: Part, words: z.infer<typeof part> | undefined): Part {
  const labels = words?.choices ?? flags;
  const bilingual = (choice: Phrase, at: number): Phrase => ({ zh: phraseIn(choice, 'zh'), en: labels[at] });
  return {
    ...own,
    ask: { zh: phraseIn(own.ask, 'zh'), en: words?.ask },
    ...(own.choices && { choices: own.choices.map(bilingual) }),
  };
}
