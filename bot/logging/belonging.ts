/**
 * What a line of the log belongs to: the request that brought a message, the conversation, the message. It is laid around a request, a
 * turn, a send, and stands on every line that is written inside, whoever writes it.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import { hashOf } from '../../state/hash.ts';
import { mask } from '../../state/mask.ts';

interface Belonging {
  request?: string | undefined;
  conversation?: string;
  /** The activity that is kept, answered, or whose reply is sent. */
  message?: string;
}

const store = new AsyncLocalStorage<Belonging>();

/** As a proxy in front may have given it: bounded, plain, and no number of a person. */
const wellFormed = /^[A-Za-z0-9][A-Za-z0-9._-]{7,63}$/;

/** The id under which a request is logged: the caller's own, if it may stand there. */
export const requestIdOf = (given: string | string[] | undefined): string =>
  typeof given === 'string' && wellFormed.test(given) && mask(given) === given ? given : randomUUID();

export const inRequest = <T>(request: string, work: () => T): T => store.run({ request }, work);

/** What goes on by itself: no line of it belongs to the request during which it happened to begin. */
export const apart = <T>(work: () => T): T => store.run({}, work);

/** Messages whose request is remembered until they are answered and the answers sent. */
const mostRemembered = 10_000;
const origins = new Map<string, string>();
const keyOf = (conversation: string, message: string): string => `${conversation}\n${message}`;

/** Remembers which request brings this message: turn, commit and send are logged under it. */
export function brought(conversation: string, message: string): void {
  const request = store.getStore()?.request;
  if (request === undefined) return;
  const key = keyOf(conversation, message);
  // Sent twice: the first one is answered.
  if (origins.has(key)) return;
  origins.set(key, request);
  if (origins.size <= mostRemembered) return;
  const [oldest] = origins.keys();
  if (oldest !== undefined) origins.delete(oldest);
}

/** What the work logs belongs to this message and to the request that brought it, if this process knows it. */
export function aboutMessage<T>(conversation: string, message: unknown, work: () => T): T {
  if (typeof message !== 'string') return store.run({ conversation }, work);
  const request = origins.get(keyOf(conversation, message)) ?? undefined;
  return store.run({ request, conversation, message }, work);
}

/** Ids of channels may name people; the same twelve digits begin the names of the conversation's files. */
export const shortened = (id: unknown): string | undefined =>
  typeof id === 'string' ? hashOf(id).slice(0, 12) : undefined;

/** What the present line belongs to, as it is written. A message's mark is the same in every process. */
export function belonging(): object {
  const { request, conversation, message } = store.getStore() ?? {};
  return {
    ...(request !== undefined && { request }),
    ...(conversation !== undefined && { conversation }),
    ...(conversation !== undefined && message !== undefined && { message: shortened(keyOf(conversation, message)) }),
  };
}
