/** Assessing facts as outsiders send them: the whole way from JSON to assessment. */
import { z } from 'zod';
import { type Assessment, assess, type Overlay } from './assess.ts';
import { factsInput, factsOfInput } from './factsInput.ts';
import type { Guide } from './guide.ts';
import { loadGuide } from './loadGuide.ts';

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
  guide?: Guide;
  overlay?: Overlay | null;
  today?: string;
}

/** @throws FactsError naming each wrong path */
export function assessInput(input: unknown, options: AssessOptions = {}): Assessment {
  const guide = options.guide ?? loadGuide('jx-intl-2023');
  const parsed = factsInput.safeParse(input, { error: z.locales.zhCN().localeError });
  if (!parsed.success) throw new FactsError(parsed.error.issues.flatMap(wrongOf));
  const facts = factsOfInput(parsed.data);
  if (facts.direction !== undefined && !guide.directions.some((each) => each.number === facts.direction)) {
    throw new FactsError([{ path: 'direction', message: `方向只有1–${guide.directions.length}` }]);
  }
  return assess(facts, guide, options.overlay ?? null, options.today ?? `${guide.year}-05-01`);
}

type Issue = { path: PropertyKey[]; message: string; code: string; errors?: Issue[][] };

/** A union reports the last branch's faults: the first two branches are "not known". */
function wrongOf(issue: Issue): Wrong[] {
  const deeper = issue.code === 'invalid_union' ? (issue.errors?.at(-1) ?? []) : [];
  if (!deeper.length) return [{ path: pathText(issue.path), message: issue.message }];
  return deeper.flatMap((each) => wrongOf({ ...each, path: [...issue.path, ...each.path] }));
}

function pathText(path: PropertyKey[]): string {
  return path.reduce<string>(
    (text, part) => (typeof part === 'number' ? `${text}[${part}]` : `${text}${text ? '.' : ''}${String(part)}`),
    '',
  );
}
