/** Answers what was accepted and not answered: when the service starts, and now and then, in case another process has died. */
import { repeated } from './daily.ts';
import type { Hall } from './hall.ts';
import type { Log } from './log.ts';

/** Milliseconds. */
const every = 20_000;

/** Begins; returns the way to stop. */
export function keepResuming(hall: Hall, log: Log): () => Promise<void> {
  return repeated(() => hall.resume(), { every, log, failed: 'unanswered activities not looked for' });
}
