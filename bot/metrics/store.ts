/** The store, watched: calls that fail are counted by the part of it. What a writer was told to expect (`StaleError`) is no failure. */
import { StaleError } from '../../state/documents.ts';
import type { Store } from '../../state/store.ts';
import type { Metrics } from './metrics.ts';

type Function_ = (...arguments_: unknown[]) => unknown;

function watched<T extends object>(part: T, failed: () => void): T {
  const known = new Map<PropertyKey, Function_>();
  return new Proxy(part, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name, target);
      if (typeof member !== 'function') return member;
      const before = known.get(name);
      if (before) return before;
      const watchedMember: Function_ = (...given) => {
        const result: unknown = Reflect.apply(member, target, given);
        if (!(result instanceof Promise)) return result;
        return result.catch((error: unknown) => {
          if (!(error instanceof StaleError)) failed();
          throw error;
        });
      };
      known.set(name, watchedMember);
      return watchedMember;
    },
  });
}

/** The same store; its failures count. */
export function watchedStore(store: Store, { storeErrors }: Metrics): Store {
  const part = (name: string) => {
    storeErrors.inc({ part: name }, 0);
    return (): void => storeErrors.inc({ part: name });
  };
  const checkFailed = part('check');
  return {
    talks: watched(store.talks, part('talks')),
    outbox: watched(store.outbox, part('outbox')),
    transcripts: watched(store.transcripts, part('transcripts')),
    summaries: watched(store.summaries, part('summaries')),
    audit: watched(store.audit, part('audit')),
    documents: watched(store.documents, part('documents')),
    checklists: watched(store.checklists, part('checklists')),
    exports: watched(store.exports, part('exports')),
    shelf: watched(store.shelf, part('shelf')),
    signingKey: () => store.signingKey(),
    check: () =>
      store.check().catch((error: unknown) => {
        checkFailed();
        throw error;
      }),
    close: () => store.close(),
  };
}
