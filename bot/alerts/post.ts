/** One alert to one receiver: within seconds, to no other address than the one that was set, and without a word of it in what is told of a failure. */
import { z } from 'zod';
import type { Receiver } from './payload.ts';

/** Milliseconds. */
const longest = 5000;
/** Bytes of an answer that are looked at. */
const mostAnswer = 10_000;

const robot = z.object({ errcode: z.number() });
const fault = z.object({
  name: z.string().optional(),
  code: z.string().optional(),
  cause: z.object({ code: z.string().optional() }).optional(),
});

/** @returns undefined when it was taken; otherwise why not, in a word that says nothing of the address */
export async function post(url: string, receiver: Receiver, payload: object): Promise<string | undefined> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(payload),
      // The key in the address is for this host alone.
      redirect: 'manual',
      signal: AbortSignal.timeout(longest),
    });
    if (!response.ok) {
      await response.body?.cancel();
      return `HTTP ${response.status}`;
    }
    if (receiver !== 'wecom') {
      await response.body?.cancel();
      return undefined;
    }
    // A robot says 200 whatever happened.
    const { data } = robot.safeParse(parsed((await response.text()).slice(0, mostAnswer)));
    return data?.errcode === 0 ? undefined : `errcode ${data?.errcode ?? 'missing'}`;
  } catch (error) {
    const { name, code, cause } = fault.safeParse(error).data ?? {};
    return cause?.code ?? code ?? name ?? 'unknown';
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
