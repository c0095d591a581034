/** Whether the home of the state works: asked often, looked at not more than once a second. */
import type { Store } from '../state/store.ts';
import type { Log } from './log.ts';

/** Milliseconds for which an answer holds. */
const holds = 1000;

export function storeCheck(store: Store, log: Log): () => Promise<boolean> {
  let asked: { at: number; works: Promise<boolean> } | undefined;
  const look = (): Promise<boolean> =>
    store.check().then(
      () => true,
      (error: unknown) => {
        log.error({ err: error }, 'the store does not work');
        return false;
      },
    );
  return () => {
    const at = performance.now();
    if (!asked || at - asked.at > holds) asked = { at, works: look() };
    return asked.works;
  };
}
