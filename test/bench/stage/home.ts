/** A home of the state as a service is told of it, with conversations that were stored before. */
import type { Store } from '../../../state/store.ts';

export type HomeName = 'embedded' | 'postgres';

/** A home on its own. */
export interface BenchHome {
  /** The environment of a service that is to serve it. */
  env: Record<string, string>;
  /** Opens it in this process; a service must not serve it meanwhile. */
  open(): Promise<Store>;
  remove(): Promise<void>;
}

export interface Filling {
  conversations: number;
  /** Of all conversations together. */
  lines: number;
}
