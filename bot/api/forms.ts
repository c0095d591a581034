/** What a request must look like: parsed by zod, or refused with a 422 that names every wrong path. */
import type { z } from 'zod';
import { Problem } from '../problem.ts';

/** One thing that is wrong in a request: where, and in Chinese what. */
export interface WrongPath {
  /** As written in the request, e.g. `facts.lead.birthDate`. */
  path: string;
  message: string;
}

export const unusable = (errors: WrongPath[]): Problem =>
  new Problem(422, '请求内容不符合要求', '请按 errors 逐项改正', { errors });

/** Parses, or throws a 422 problem that names every wrong path. */
export function parsed<T>(form: z.ZodType<T>, value: unknown): T {
  const result = form.safeParse(value);
  if (result.success) return result.data;
  throw unusable(result.error.issues.map(({ path, message }) => ({ path: path.join('.'), message })));
}
