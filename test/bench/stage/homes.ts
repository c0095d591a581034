/** The homes by their names. */
import { embeddedHome } from './embedded.ts';
import type { BenchHome, Filling, HomeName } from './home.ts';
import { postgresHome } from './postgres.ts';

export const makeHome: Record<HomeName, (filling: Filling) => Promise<BenchHome>> = {
  embedded: embeddedHome,
  postgres: postgresHome,
};
