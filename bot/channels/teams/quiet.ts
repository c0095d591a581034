/**
 * The SDK prints to standard error what it refuses: `JwtTokenExtractor.validateToken` writes each expired or forged token's error with
 * its stack, and the keys, past the log and whatever the caller does. Anybody could fill the log so; what is refused is logged here instead.
 */
import { AsyncLocalStorage } from 'node:async_hooks';

const silenced = new AsyncLocalStorage<true>();
let ours: typeof console.error | undefined;

/** Again where somebody else has put something in its place. */
function listen(): void {
  const { error } = console;
  if (error === ours) return;
  ours = (...said: unknown[]) => {
    if (!silenced.getStore()) error.apply(console, said);
  };
  console.error = ours;
}

/** Runs the work; what it, and nothing else, prints as an error is dropped. What it throws comes out as it is. */
export function quietly<T>(work: () => Promise<T>): Promise<T> {
  listen();
  return silenced.run(true, work);
}
