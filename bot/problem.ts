/** Answers of the HTTP server: JSON, or an RFC 9457 problem in Chinese with a reference number and nothing internal. */
import { randomInt } from 'node:crypto';
import type { Response } from 'restify';

type Members = Record<string, unknown>;

/** Thrown by a handler to answer with a problem; anything else that is thrown becomes a 500 without its message. */
export class Problem extends Error {
  readonly status: number;
  readonly title: string;
  readonly detail: string | undefined;
  /** Further members of the answer, e.g. `errors: [{path, message}]`. */
  readonly members: Members;

  constructor(status: number, title: string, detail?: string, members: Members = {}) {
    super(title);
    this.name = 'Problem';
    this.status = status;
    this.title = title;
    this.detail = detail;
    this.members = members;
  }
}

/** Letters and digits that cannot be taken for each other when read out on the telephone. */
const letters = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** A number by which the caller's problem can be found in the log. */
export const newReference = (): string => Array.from({ length: 8 }, () => letters[randomInt(letters.length)]).join('');

/** The problem as the caller sees it. */
export const problemBody = (problem: Problem, reference: string): Members => ({
  type: 'about:blank',
  title: problem.title,
  status: problem.status,
  ...(problem.detail === undefined ? {} : { detail: problem.detail }),
  reference,
  ...problem.members,
});

function send(res: Response, status: number, type: string, body: unknown): void {
  if (res.headersSent || res.destroyed) return;
  const text = JSON.stringify(body);
  res.setHeader('Content-Type', type);
  res.setHeader('Content-Length', Buffer.byteLength(text));
  res.sendRaw(status, text);
}

/** Answers with JSON. */
export const sendJson = (res: Response, status: number, body: unknown): void =>
  send(res, status, 'application/json; charset=utf-8', body);

/**
 * Answers with a problem.
 *
 * @param title in Chinese, the same for every problem of this kind
 * @param detail in Chinese, what the caller can do about this one
 * @returns the reference number in the answer
 */
export const sendProblem = (res: Response, status: number, title: string, detail?: string): string =>
  sendThis(res, new Problem(status, title, detail));

/** Answers with a thrown problem; returns its reference number. */
export function sendThis(res: Response, problem: Problem, reference = newReference()): string {
  if (!res.headersSent) res.setHeader('X-Reference', reference);
  if (!res.headersSent && problem.status === 401) res.setHeader('WWW-Authenticate', 'Bearer');
  send(res, problem.status, 'application/problem+json; charset=utf-8', problemBody(problem, reference));
  return reference;
}
