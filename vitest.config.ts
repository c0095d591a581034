import { availableParallelism } from 'node:os';
import { configDefaults, defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * Files share a process, which loads the program and the guide once: those of pure functions, and those of the service, which open
 * their own homes, ports and clocks. They change nothing that another file could see.
 */
const pure = 'test/{knowledge,dialogs,conversations,oracle}/**/*.test.ts';
/** A process of its own for what changes the environment, the globals or the signals of the process, or measures it. */
const alone = [
  'test/{audit,bench,crash,endToEnd,fuzz,mutation,playground,tooling}/**/*.test.ts',
  'test/bot/{doctor,limits,logging,metrics,page,retention,server}/**/*.test.ts',
  'test/bot/channels/{console,teams}/**/*.test.ts',
  'test/bot/staff/signIn/invite.test.ts',
  'test/bot/guides/diff.test.ts',
  'test/bot/directline/*.test.ts',
  'test/bot/published.test.ts',
];
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
        test: { name: 'alone', include: alone, exclude, globalSetup: ['test/support/sharedPostgres.ts'] },
      },
      {
        extends: true,
        test: {
          name: 'together',
          include: ['test/**/*.test.ts'],
          exclude: [...exclude, pure, ...alone],
          globalSetup: ['test/support/sharedPostgres.ts'],
          isolate: false,
        },
      },
      { extends: true, test: { name: 'pure', include: [pure], exclude, isolate: false } },
    ],
  },
});
