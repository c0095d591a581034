/** One HTTP request to WeCom and what its end means. Addresses hold secrets: they never leave this file. */
import { z } from 'zod';
import type { Trouble } from './trouble.ts';

/** WeCom's answer with its code; HTTP told nothing bad. */
export interface Answered {
  state: 'answered';
  errcode: number;
  answer: Record<string, unknown>;
}

/** The connection was never made: nothing can have arrived. */
const neverLeft =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ENETUNREACH|EHOSTUNREACH|UND_ERR_CONNECT_TIMEOUT|CERT_|ERR_TLS|ERR_SSL|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_)/;

const cause = z.object({
  name: z.string().catch(''),
  cause: z.object({ code: z.string().catch('') }).catch({ code: '' }),
});
const json = z.looseObject({ errcode: z.number().int().default(0) });

/** @param timeout milliseconds, for all of it */
export async function request(url: URL, init: RequestInit, timeout: number): Promise<Answered | Trouble> {
  let status: number;
  let body: string;
  try {
    // Elsewhere the token in the address would be a stranger's.
    const response = await fetch(url, { ...init, redirect: 'manual', signal: AbortSignal.timeout(timeout) });
    status = response.status;
    body = await response.text();
  } catch (error) {
    const { name, cause: inner } = cause.catch({ name: '', cause: { code: '' } }).parse(error);
    const reason = inner.code || name || 'no answer';
    return { state: neverLeft.test(reason) ? 'retry' : 'ambiguous', reason };
  }
  const reason = `HTTP ${status}`;
  if (status === 429) return { state: 'retry', reason };
  if (status === 408 || status >= 500) return { state: 'ambiguous', reason };
  if (status !== 200) return { state: 'failed', reason };
  const parsed = json.safeParse(parsedJson(body));
  if (!parsed.success) return { state: 'ambiguous', reason: 'no JSON' };
  return { state: 'answered', errcode: parsed.data.errcode, answer: parsed.data };
}

function parsedJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
