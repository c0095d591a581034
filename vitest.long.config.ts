import { defineConfig } from 'vitest/config';

/** What takes minutes: `npm run test:long`, a file after the other, as most of them need the whole machine. A test may take an hour. */
export default defineConfig({
  test: {
    include: ['test/**/*.long.test.ts'],
    globalSetup: ['test/support/sharedPostgres.ts'],
    testTimeout: 3_600_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 10_000, interval: 20 } },
    pool: 'forks',
    fileParallelism: false,
  },
});
