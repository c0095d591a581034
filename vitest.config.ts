import { availableParallelism } from 'node:os';
import { configDefaults, defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * Tests of pure functions: files of these folders share a process, which loads the guide and its tables once.
 * They change nothing that another file could see; every other file has a process of its own.
 */
const pure = 'test/{knowledge,dialogs,conversations,oracle}/**/*.test.ts';
/** `npm run test:long`. */
const long = 'test/**/*.long.test.ts';
/** What takes longest begins first, so that no core waits for another in the end. */
const longest = [
  'oracle/agree',
  'crash/crash',
  'replay/replay',
  'staff/queue/page',
  'dialogs/metamorphic',
  'bot/ask/commands',
  'knowledge/room',
  'figures/room',
  'batch/batch',
  'endToEnd/page',
  'bot/service',
  'oracle/oracle',
  'knowledge/answer/sets',
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number => {
      const at = longest.findIndex((name) => moduleId.endsWith(`/${name}.test.ts`));
      return at < 0 ? longest.length : at;
    };
    return (await super.sort(files)).sort((one, other) => place(one) - place(other));
  }
}

const exclude = [...configDefaults.exclude, long];

export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // What is waited for may take its time on a busy machine; it is looked at often.
    expect: { poll: { timeout: 10_000, interval: 20 } },
    pool: 'forks',
    // One less by default: on two cores that is one.
    maxWorkers: availableParallelism(),
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        extends: true,
        test: {
          name: 'alone',
          include: ['test/**/*.test.ts'],
          exclude: [...exclude, pure],
          globalSetup: ['test/support/sharedPostgres.ts'],
        },
      },
      { extends: true, test: { name: 'pure', include: [pure], exclude, isolate: false } },
    ],
  },
});
