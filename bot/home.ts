/** The home of the state that the environment names: PostgreSQL when there is an address, otherwise a folder that this process owns. */

import { safeDisk } from '../state/lowdb/files.ts';
import { embeddedStore } from '../state/lowdb/index.ts';
import { clearLeftovers } from '../state/lowdb/leftovers.ts';
import { ownFolder } from '../state/lowdb/owner.ts';
import type { Store } from '../state/store.ts';
import { terminalFolder } from './channels/console/folder.ts';
import type { Env } from './env.ts';
import type { Log } from './log.ts';

export interface Home {
  store: Store;
  /** Another one whose old conversations are deleted too: the terminal's. */
  retireToo: Store;
  /** Resolves when another process took the folder: nothing may be written any more. */
  lost: Promise<void>;
  /** To be called when nothing is written any more. */
  release(): Promise<void>;
}

/** Throws with a Chinese sentence when the home cannot be had. */
export async function openHome(env: Env, log: Log): Promise<Home> {
  const onDamaged = (error: Error): void => log.error({ err: error }, 'set aside');
  const options = { disk: { ...safeDisk, durable: env.DURABILITY === 'fsync' }, onDamaged };
  if (env.DATABASE_URL !== undefined) {
    // Its driver is loaded by those who need it.
    const { postgresStore } = await import('../state/postgres/index.ts');
    const store = await postgresStore(env.DATABASE_URL, {
      warn: (what) => log.warn({ what }, 'database'),
      onDamaged,
    });
    const retireToo = embeddedStore(terminalFolder(env.DATA_DIR), options);
    return { store, retireToo, lost: new Promise(() => {}), release: async () => {} };
  }
  const owned = await ownFolder(env.DATA_DIR);
  // What another process was writing when it was killed; beside what this one writes, so nobody waits for it.
  clearLeftovers(env.DATA_DIR).then(
    (count) => count > 0 && log.info({ count }, '清掉了上次没写完的临时文件'),
    (error: unknown) => log.error({ err: error }, 'leftovers not cleared'),
  );
  return {
    store: embeddedStore(env.DATA_DIR, options),
    retireToo: embeddedStore(terminalFolder(env.DATA_DIR), options),
    lost: owned.lost,
    release: () => owned.release(),
  };
}
