/** What somebody of the staff would have the assistant know: the form in which it is kept, and what must be right before it may be decided on. */
import { createHash } from 'node:crypto';
import { z } from 'zod';

/** Characters, and questions of one unit. An answer of the contract has at most 900 characters, with the line that says whence it comes. */
export const longest = {
  question: 120,
  answer: 800,
  quote: 400,
  questions: 20,
  word: 20,
  note: 300,
  kept: 4000,
} as const;

/** Signs that change how the text around them is shown, or are not shown at all; line ends and tabs stay. */
const unseen =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are to be taken out
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u00AD\u061C\u180E\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]/g;

/** The text as it may be kept and shown: one spelling of signs, no controls, no more than what is kept of a message. */
const cleaned = (text: string): string => text.replace(/\r\n?/g, '\n').replace(unseen, '').normalize('NFC').trim();

const text = z.string().transform((typed) => cleaned(typed.slice(0, longest.kept)));
const line = text.transform((typed) => typed.replace(/\s+/g, ' '));
/** Empty is absent. */
const optional = line.optional();

const unitForm = z.object({
  kind: z.literal('unit'),
  questions: z.array(line).max(200).transform(once),
  answer: text,
  /** The clause that it explains, and its words. */
  clause: optional,
  quote: text.optional(),
  /** The id of the published unit in whose place it is put. */
  replaces: optional,
});
const unit = unitForm.transform(({ kind, questions, answer, clause, quote, replaces }) => ({
  kind,
  questions,
  answer,
  ...(clause && { clause }),
  ...(quote && { quote }),
  ...(replaces && { replaces }),
}));
const word = z.object({ kind: z.literal('word'), concept: line, word: line });
const ruling = z.object({ kind: z.literal('ruling'), point: line, choice: line, note: text.optional() });

/** Of what is published something is taken back: a unit by its id, a word by its concepts and itself (`wordId`), a ruling by its point. */
const removal = z.object({ kind: z.literal('removal'), of: z.enum(['unit', 'word', 'ruling']), id: line });

export const content = z.discriminatedUnion('kind', [unit, word, ruling, removal]);
/** Something the assistant is to know. */
export type Content = z.infer<typeof content>;
/** The same as others hand it in: not cleaned yet. */
export type ContentInput = z.input<typeof content>;

function once(given: readonly string[]): string[] {
  return [...new Set(given.filter((each) => each !== ''))];
}

const member = z.object({ id: z.string(), name: z.string() });
export type By = z.infer<typeof member>;

/** What was done with a proposal, by whom, when; the first one says who proposed it. */
const step = z.object({
  did: z.enum(['drafted', 'edited', 'proposed', 'compared', 'approved', 'rejected', 'published', 'returned']),
  at: z.string(),
  by: member,
  note: z.string().optional(),
});
export type Step = z.infer<typeof step>;

/** A finished comparison with past turns: of which content, on what was published then, and what it found. */
export const comparison = z.object({
  fingerprint: z.string(),
  /** Version of what was published; null: nothing. */
  base: z.string().nullable(),
  at: z.string(),
  by: member,
  /** ISO days, both included. */
  since: z.string(),
  until: z.string(),
  /** Talks and turns that were looked at. */
  talks: z.number().int().optional(),
  turns: z.number().int(),
  answers: z.number().int(),
  verdicts: z.number().int(),
});
export type Comparison = z.infer<typeof comparison>;

export const states = ['draft', 'proposed', 'approved', 'published', 'rejected'] as const;

export const proposal = z.object({
  schema: z.literal(1),
  id: z.string(),
  guide: z.string().optional(),
  state: z.enum(states),
  content,
  steps: z.array(step).min(1),
  compared: comparison.optional(),
  /** The version with which it was published. */
  version: z.string().optional(),
});
export type Proposal = z.infer<typeof proposal>;

/** The same content has the same fingerprint, whoever wrote it. */
export function fingerprintOf(of: Content): string {
  const sorted = Object.entries(of)
    .filter(([, value]) => value !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(sorted)).digest('hex').slice(0, 32);
}

/** What must be right before it can be decided on, in sentences; what stands in the guide the room looks at. */
export function problemsOf(of: Content): string[] {
  if (of.kind === 'word') {
    return [
      ...(of.concept === '' ? ['请写这个说法和哪个说法意思相同。'] : []),
      ...([...of.word].length < 2 ? ['说法至少两个字。'] : []),
      ...([...of.word].length > longest.word ? [`说法最多${longest.word}个字。`] : []),
    ];
  }
  if (of.kind === 'ruling') {
    return [
      ...(of.point === '' || of.choice === '' ? ['请选择一种理解。'] : []),
      ...([...(of.note ?? '')].length > longest.note ? [`说明最多${longest.note}个字。`] : []),
    ];
  }
  if (of.kind === 'removal') return of.id === '' ? ['没有说明撤下哪一条。'] : [];
  const { questions, answer, clause, quote } = of;
  const long = questions.filter((each) => [...each].length > longest.question).length;
  return [
    ...(questions.length === 0 ? ['至少写一个问题，一行一个。'] : []),
    ...(questions.length > longest.questions ? [`问题最多${longest.questions}个。`] : []),
    ...(long > 0 ? [`有${long}个问题超过${longest.question}个字，请写短些。`] : []),
    ...(questions.some((each) => [...each].length < 2) ? ['问题至少两个字。'] : []),
    ...([...answer].length < 2 ? ['请写答复。'] : []),
    ...([...answer].length > longest.answer ? [`答复现有${[...answer].length}个字，最多${longest.answer}个字。`] : []),
    ...([...(quote ?? '')].length > longest.quote ? [`原文最多${longest.quote}个字，请选其中一句。`] : []),
    ...(quote !== undefined && clause === undefined ? ['有原文而没有条款，请选择条款。'] : []),
  ];
}

const wrote: readonly Step['did'][] = ['drafted', 'edited', 'proposed'];

/** Everybody who wrote, changed or handed it in, whoever did so later: none of them may approve it. The first one is who proposed it. */
export function authorsOf({ steps }: Pick<Proposal, 'steps'>): By[] {
  const authors = new Map<string, By>();
  for (const { did, by } of steps) if (wrote.includes(did) && !authors.has(by.id)) authors.set(by.id, by);
  return [...authors.values()];
}
