/** A question set: what is asked, and what a right answer holds. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** A text, or after `re:` a regular expression, both over the normalised answer. */
const pattern = z.string().min(1);

const item = z.object({
  id: z.string().min(1),
  question: z.string(),
  /** Asked one after the other in one conversation; only the last answer is graded. */
  turns: z.array(z.string()).min(1).optional(),
  kind: z.string(),
  difficulty: z.string(),
  /** Of each group at least one. */
  mustInclude: z.array(z.array(pattern)),
  mustNotInclude: z.array(pattern).optional(),
  maxChars: z.number().optional(),
  maxDirections: z.number().optional(),
  /** The guide does not answer it: an answer as if it did is a false one. */
  abstain: z.boolean().optional(),
  /** What is asked for is not there: an answer that does not say no is a false yes. */
  absent: z.boolean().optional(),
  gold: z.string().optional(),
});
export type SetItem = z.output<typeof item>;

const questionSet = z.array(item).min(1);

/** Reads a set; throws a sentence that names the file and the first things wrong in it. */
export function readQuestionSet(path: string): SetItem[] {
  const parsed = questionSet.safeParse(JSON.parse(readFileSync(path, 'utf8')));
  if (parsed.success) return parsed.data;
  throw new Error(`${path} 不是题集：${z.prettifyError(parsed.error).split('\n').slice(0, 6).join('\n')}`);
}

export const turnsOf = ({ turns, question }: SetItem): readonly string[] => turns ?? [question];
