/** One run of the judges over the code as it is: which test goes through which statement, and how long it takes. */

import { compiled, Instances, type Library } from './modules.ts';
import { probed, probeOf } from './probes.ts';
import { packagesOf, suite, type Test } from './suite.ts';
import type { Place } from './syntax.ts';

/** A test of a judge. */
export interface Known {
  file: string;
  name: string;
  milliseconds: number;
}

export interface Reach {
  tests: readonly Known[];
  /** The numbers of those that judge. */
  every: readonly number[];
  /** Those that are not content with the code as it is: they judge nothing. */
  failing: readonly Known[];
  /** The tests that may notice a change at a place, by number; of what runs on loading, those that go through anything of the file. */
  of(path: string, place: Place): readonly number[];
  /** Whether the place runs while the file is loaded. */
  onLoading(path: string, place: Place): boolean;
}

interface Probes {
  places: readonly Place[];
  /** By probe, the numbers of the tests that went through it. */
  tests: Map<number, Set<number>>;
  /** The probes that were passed just now. */
  passed: Set<number>;
  /** The probes that were passed while the file was loaded. */
  loading: Set<number>;
}

export async function reachOf(library: Library, files: readonly string[], judges: readonly string[]): Promise<Reach> {
  const byPath = new Map<string, Probes>();
  const modules = new Map(
    files.map((path) => {
      const { text, places } = probed(library.textOf(path));
      byPath.set(path, { places, tests: new Map(), passed: new Set(), loading: new Set() });
      return [path, compiled(path, text)];
    }),
  );
  const tests: Known[] = [];
  const failing = new Set<number>();
  const slow = new Set<number>();
  const shared = suite();
  const instances = new Instances(library, {
    modules,
    packages: packagesOf(shared),
    probe(path) {
      const probes = byPath.get(path);
      return (probe) => {
        const inner = instances.loading.at(-1);
        if (probes) (inner === undefined || judges.includes(inner) ? probes.passed : probes.loading).add(probe);
      };
    },
  });
  /** What was passed since the last time belongs to these tests. */
  const note = (numbers: readonly number[]): void => {
    for (const { passed, tests: byProbe } of byPath.values()) {
      for (const probe of passed) {
        const known = byProbe.get(probe) ?? new Set();
        for (const each of numbers) known.add(each);
        byProbe.set(probe, known);
      }
      passed.clear();
    }
  };
  for (const file of judges) {
    instances.load(file);
    const own = shared.take();
    const first = tests.length;
    for (const { name } of own) tests.push({ file, name, milliseconds: 0 });
    // What a file does between its tests is done for each of them.
    note(own.map((_test, at) => first + at));
    for (const [at, test] of own.entries()) {
      const took = await timeOf(test).catch(() => Number.NaN);
      if (Number.isNaN(took)) failing.add(first + at);
      // What is made once may have been made in the first run.
      const milliseconds = took > longest ? await timeOf(test) : took;
      if (milliseconds > longest) slow.add(first + at);
      tests[first + at] = { file, name: test.name, milliseconds };
      note([first + at]);
    }
  }
  await shared.end();
  const every = [...tests.keys()].filter((at) => !failing.has(at) && !slow.has(at));
  const sound = (numbers: Iterable<number>): number[] => [...numbers].filter((at) => !failing.has(at) && !slow.has(at));
  return {
    tests,
    every,
    failing: [...failing].flatMap((at) => tests[at] ?? []),
    onLoading: (path, place) => onLoading(byPath.get(path), place),
    of(path, place) {
      const probes = byPath.get(path);
      if (!probes) return every;
      if (!onLoading(probes, place)) return sound(probes.tests.get(probeOf(probes.places, place) ?? -1) ?? []);
      const through = new Set([...probes.tests.values()].flatMap((each) => [...each]));
      return through.size ? sound(through) : every;
    },
  };
}

function onLoading(probes: Probes | undefined, place: Place): boolean {
  const probe = probes && probeOf(probes.places, place);
  return probe === undefined || probes?.loading.has(probe) === true;
}

/** Tests that take longer (in milliseconds of the processor) are not shown to each mutant; `npm test` runs them all the same. */
const longest = 250;

async function timeOf(test: Test): Promise<number> {
  const from = process.cpuUsage().user;
  await test.run();
  return (process.cpuUsage().user - from) / 1000;
}
