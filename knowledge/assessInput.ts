/** Assessing facts as outsiders send them: the whole way from JSON to assessment. */
import { z } from 'zod';
import { type Assessment, assessed } from './assess.ts';
import { isPartialDate } from './calendar.ts';
import type { Facts } from './facts.ts';
import { factsInput, factsOfInput } from './factsInput.ts';
import type { Guide } from './guide.ts';
import { newestGuide } from './guidesOnFile.ts';
import type { Language } from './language.ts';
import type { Overlay } from './overlay.ts';

export interface Wrong {
  path: string;
  message: string;
}

/** Facts that are not of the form of the contract: every wrong path, for a 422. */
export class FactsError extends Error {
  readonly errors: Wrong[];
  constructor(errors: Wrong[]) {
    super('facts 有不合格式的地方');
    this.name = 'FactsError';
    this.errors = errors;
  }
}

export interface AssessOptions {
  /** The newest one on file without it. */
  guide?: Guide;
  overlay?: Overlay | null;
  today?: string;
  /** Of the texts; Chinese without it. */
  language?: Language;
}

/** @throws FactsError naming each wrong path */
export function assessInput(input: unknown, options: AssessOptions = {}): Assessment {
  const guide = options.guide ?? newestGuide();
  const { overlay = null, today = `${guide.year}-05-01`, language = 'zh' } = options;
  return assessed(checkedFacts(input, guide), guide, overlay, today, language).assessment;
}

/** The facts of the input. @throws FactsError naming each wrong path */
export function checkedFacts(input: unknown, guide: Guide): Facts {
  const parsed = factsInput.safeParse(input, { error: z.locales.zhCN().localeError });
  if (!parsed.success) throw new FactsError(parsed.error.issues.flatMap(wrongOf));
  const facts = { ...factsOfInput(parsed.data), ...ownFacts(input, guide) };
  if (facts.direction !== undefined && !guide.directions.some((each) => each.number === facts.direction)) {
    throw new FactsError([{ path: 'direction', message: `方向只有1–${guide.directions.length}` }]);
  }
  return facts;
}

const wanted = {
  'yes-no': z.boolean(),
  date: z.string().refine(isPartialDate, '不是真实的日期'),
  money: z
    .number()
    .min(0)
    .transform((wan) => Math.round(wan * 10_000)),
  months: z.number().min(0),
  count: z.number().int().min(0),
} as const;

/** The facts that the guide declares by its own plain questions; money in 万元, as everywhere in the input. */
function ownFacts(input: unknown, guide: Guide): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  for (const { fact, reader } of guide.questions) {
    const value = fact.split('.').reduce<unknown>((at, name) => (isRecord(at) ? at[name] : undefined), input);
    if (value === undefined || value === null || value === 'unknown') continue;
    const read = wanted[reader].safeParse(value, { error: z.locales.zhCN().localeError });
    if (!read.success) throw new FactsError(read.error.issues.map(({ message }) => ({ path: fact, message })));
    found[fact] = read.data;
  }
  return found;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

type Issue = { path: PropertyKey[]; message: string; code: string; errors?: Issue[][] };

/** A union reports the last branch's faults: the first two branches are "not known". */
function wrongOf(issue: Issue): Wrong[] {
  const deeper = issue.errors?.at(-1) ?? [];
  if (!deeper.length) return [{ path: pathText(issue.path), message: issue.message }];
  return deeper.flatMap((each) => wrongOf({ ...each, path: [...issue.path, ...each.path] }));
}

function pathText(path: PropertyKey[]): string {
  return path.reduce<string>(
    (text, part) => (typeof part === 'number' ? `${text}[${part}]` : `${text}${text ? '.' : ''}${String(part)}`),
    '',
  );
}
