/** The homes of the state, for tests that hold of each: every test gets an empty one of its own. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, onTestFinished } from 'vitest';
import { embeddedStore } from '../../state/lowdb/index.ts';
import { postgresStore } from '../../state/postgres/index.ts';
import type { Store } from '../../state/store.ts';
import { hasPostgres } from './postgres.ts';
import { emptyDatabase, newDatabase, sharedServer } from './sharedPostgres.ts';

/** An empty home, and the ways to open it again. */
export interface EmptyHome {
  store: Store;
  /** Closes what is open and opens it again, as a restart does. */
  reopened(): Promise<Store>;
  /** What could not be understood, as it was told. */
  damaged: Error[];
}

interface HomeKind {
  name: string;
  /** Why there is none here. */
  missing: boolean;
  empty(): Promise<EmptyHome>;
}

async function emptyHome(
  open: (onDamaged: (error: Error) => void) => Promise<Store> | Store,
  remove: () => Promise<void>,
): Promise<EmptyHome> {
  const damaged: Error[] = [];
  const tell = (error: Error): void => void damaged.push(error);
  let current = await open(tell);
  onTestFinished(async () => {
    await current.close();
    await remove();
  });
  return {
    store: current,
    damaged,
    async reopened() {
      await current.close();
      current = await open(tell);
      return current;
    },
  };
}

/** Databases that tests of this file have left: emptying one costs a tenth of making one. */
const free: string[] = [];

const kinds: HomeKind[] = [
  {
    name: 'embedded',
    missing: false,
    async empty() {
      const folder = await mkdtemp(join(tmpdir(), 'guohe-home-'));
      return emptyHome(
        (onDamaged) => embeddedStore(folder, { onDamaged }),
        () => rm(folder, { recursive: true, force: true }),
      );
    },
  },
  {
    name: 'PostgreSQL',
    missing: !hasPostgres,
    async empty() {
      const url = free.pop() ?? (await newDatabase(await sharedServer()));
      return emptyHome(
        (onDamaged) => postgresStore(url, { onDamaged }),
        async () => {
          await emptyDatabase(url);
          free.push(url);
        },
      );
    },
  },
];

/** Says the same of every home; of one that this platform has no binaries for, the tests are skipped by name. */
export function inEveryHome(tests: (empty: () => Promise<EmptyHome>) => void): void {
  for (const { name, missing, empty } of kinds) describe.skipIf(missing)(name, () => tests(empty));
}
