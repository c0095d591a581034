/** Several processes on one database, as far as a test file can have them. */
import { onTestFinished } from 'vitest';
import { type PostgresOptions, postgresStore } from '../../../state/postgres/index.ts';
import type { Store } from '../../../state/store.ts';
import { newDatabase, sharedServer } from '../../support/sharedPostgres.ts';

/** Homes on one database, each with connections and queues of its own, as every process has. */
export async function processes(count: number, options: PostgresOptions = {}): Promise<Store[]> {
  const url = await newDatabase(await sharedServer());
  const stores = await Promise.all(Array.from({ length: count }, () => postgresStore(url, options)));
  onTestFinished(async () => {
    await Promise.all(stores.map((store) => store.close()));
  });
  return stores;
}

/** One of them. */
export function at<T>(things: readonly T[], number: number): T {
  const thing = things[number % things.length];
  if (thing === undefined) throw new Error('there is none');
  return thing;
}
