/**
 * The part of vitest that the pure tests use, run in this process: its own `expect`, and `test` and `describe` that keep what
 * they are given. A test means here what it means under vitest; there is no time for a process of vitest for each mutant.
 */
import fc from 'fast-check';
import { expect } from 'vitest';

type Run = (...values: unknown[]) => unknown;

export interface Test {
  name: string;
  run(): Promise<void>;
}

export interface Suite {
  /** What a test file is given as `vitest`. */
  vitest: Readonly<Record<string, unknown>>;
  /** What was declared since the last `take`. */
  take(): Test[];
  /** What is to be done when the tests are through. */
  end(): Promise<void>;
}

/** `test(name, run)`, and `test(name, options, run)`. */
const runOf = (given: readonly unknown[]): Run | undefined =>
  given.find((each): each is Run => typeof each === 'function');

/** A row of a table as the arguments of a test. */
const valuesOf = (row: unknown): unknown[] => (Array.isArray(row) ? row : [row]);

/** How many of a property's cases are tried here; the seed is the test's own, so that `npm test` tries the same ones, and more. */
const cases = 12;

/** fast-check, shorter: fewer cases, and the first that fails is enough. */
const shorter = {
  ...fc,
  assert: (property: fc.IRawProperty<unknown>, { numRuns = 100, ...rest }: fc.Parameters<unknown> = {}): unknown =>
    fc.assert(property, { ...rest, numRuns: Math.min(numRuns, cases), endOnFailure: true }),
};

/** What a test file is given in place of the packages of these names. */
export function packagesOf({ vitest }: Suite): Map<string, unknown> {
  return new Map<string, unknown>([
    ['vitest', vitest],
    ['fast-check', { ...shorter, default: shorter }],
  ]);
}

export function suite(): Suite {
  let tests: Test[] = [];
  let finished: Run[] = [];
  const ends: Run[] = [];
  const names: string[] = [];
  const once = async (run: Run): Promise<void> => {
    finished = [];
    try {
      await run();
    } finally {
      for (const each of finished) await each();
    }
  };
  const test = (name: string, ...given: unknown[]): void => {
    const run = runOf(given);
    if (run) tests.push({ name: [...names, name].join(' > '), run: () => once(run) });
  };
  const describe = (name: string, ...given: unknown[]): void => {
    names.push(name);
    try {
      runOf(given)?.();
    } finally {
      names.pop();
    }
  };
  const each =
    (declare: typeof test) =>
    (rows: readonly unknown[]) =>
    (name: string, ...given: unknown[]) => {
      const run = runOf(given);
      for (const [at, row] of rows.entries()) declare(`${name} [${at}]`, () => run?.(...valuesOf(row)));
    };
  const testing = Object.assign(test, { each: each(test) });
  return {
    vitest: {
      expect,
      test: testing,
      it: testing,
      describe: Object.assign(describe, { each: each(describe) }),
      afterAll: (run: Run) => ends.push(run),
      onTestFinished: (run: Run) => finished.push(run),
    },
    take() {
      const taken = tests;
      tests = [];
      return taken;
    },
    async end() {
      for (const run of ends.splice(0)) await run();
    },
  };
}
