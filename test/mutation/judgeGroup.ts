/** One group of the mutation test: its mutants made, judged and counted. */

import { dataMutants } from './data.ts';
import { checking, type GroupName, groups, project } from './groups.ts';
import { Library } from './modules.ts';
import { type Mutant, mutantsOf, mutated, shown } from './mutants.ts';
import { pool } from './pool.ts';
import { type Reach, reachOf } from './reach.ts';
import { reasonFor } from './reasons.ts';

export interface Survivor {
  file: string;
  /** 0 for a change of data. */
  line: number;
  code: string;
  from: string;
  to: string;
  operator: string;
  /** Whether any test goes through the place at all. */
  reached: boolean;
  reason?: string;
}

export interface Count {
  made: number;
  killed: number;
}

export interface Found {
  group: GroupName;
  about: string;
  mutants: number;
  killed: number;
  /** Ended because they took too long; among the killed. */
  byTime: number;
  byOperator: Record<string, Count>;
  byFile: Record<string, Count>;
  survivors: Survivor[];
  seconds: number;
  tests: number;
  /** Tests that fail without any change: they judge nothing. */
  failing: string[];
  sample?: { of: number; seed: number };
  without?: readonly string[];
  /** Of the data's mutants: seen by what is decided and said, by `guide:check`, and by both. */
  noticed?: { behaviour: number; check: number; both: number };
}

/** One mutant, whatever it is a mutant of. */
interface Item {
  file: string;
  operator: string;
  text: string;
  change: Pick<Survivor, 'line' | 'code' | 'from' | 'to'>;
  tests: readonly number[];
  /** Tests to which it is shown when those do not notice it. */
  others: readonly number[];
}

interface Options {
  /** Only the mutants that begin on these lines (`usual.ts:48`); all of them without it. */
  at?: readonly string[] | undefined;
  /** Kinds of changes that are left out. */
  without?: readonly string[] | undefined;
  size: number | undefined;
  seed: number;
  threads: number;
}

export async function judgeGroup(name: GroupName, { at, without = [], size, seed, threads }: Options): Promise<Found> {
  const from = performance.now();
  const { about, files, judges, thorough } = groups[name];
  const library = new Library(project);
  await library.add(judges);
  const inCode = files.filter((file) => file.endsWith('.ts') && library.dependents([file]).size > 1);
  const reach = await reachOf(library, inCode, judges);
  const made = name === 'data' ? dataItems(library, files, reach) : codeItems(library, files, reach, thorough);
  const all = made.filter(
    ({ file, operator, change }) =>
      !without.includes(operator) && (!at || at.some((place) => `${file}:${change.line}`.endsWith(place))),
  );
  const items = size === undefined || size >= all.length ? all : sampled(all, size, seed);
  const found: Found = {
    group: name,
    about,
    mutants: 0,
    killed: 0,
    byTime: 0,
    byOperator: {},
    byFile: {},
    survivors: [],
    seconds: 0,
    tests: reach.every.length,
    failing: reach.failing.map(({ file, name: test }) => `${file}: ${test}`),
  };
  if (items.length < all.length) found.sample = { of: all.length, seed };
  if (without.length > 0) found.without = without;
  if (name === 'data') found.noticed = { behaviour: 0, check: 0, both: 0 };
  const hands = pool({ root: project, judges, known: reach.tests }, threads);
  const count = (item: Item, killed: boolean): void => {
    found.mutants += 1;
    if (killed) found.killed += 1;
    for (const [counts, key] of [
      [found.byOperator, item.operator],
      [found.byFile, item.file],
    ] as const) {
      const { made, killed: before } = counts[key] ?? { made: 0, killed: 0 };
      counts[key] = { made: made + 1, killed: before + (killed ? 1 : 0) };
    }
    if (killed) return;
    const reason = reasonFor({ file: item.file, ...item.change });
    const survivor: Survivor = {
      file: item.file,
      ...item.change,
      operator: item.operator,
      reached: item.tests.length > 0,
    };
    found.survivors.push(reason === undefined ? survivor : { ...survivor, reason });
  };
  /** The data's mutants that the rules' tests noticed. */
  const seen = new Set<Item>();
  const second: Item[] = [];
  await hands.judge(
    items,
    ({ file, text, tests }) => ({ path: file, text, tests }),
    (item, judgement) => {
      if (judgement.is === 'killed') {
        seen.add(item);
        if (judgement.by === 'time') found.byTime += 1;
      }
      if (item.others.length > 0 && (found.noticed || judgement.is === 'survived')) second.push(item);
      else if (judgement.is !== 'invalid') count(item, judgement.is === 'killed');
      progress(name, found.mutants + second.length, items.length, found.survivors.length);
    },
  );
  await hands.judge(
    second,
    ({ file, text, others }) => ({ path: file, text, tests: others }),
    (item, judgement) => {
      const killed = judgement.is === 'killed';
      count(item, killed || seen.has(item));
      if (!found.noticed) return;
      if (seen.has(item)) found.noticed.behaviour += 1;
      if (killed) found.noticed.check += 1;
      if (killed && seen.has(item)) found.noticed.both += 1;
    },
  );
  found.survivors.sort((one, other) => one.file.localeCompare(other.file) || one.line - other.line);
  found.seconds = Math.round((performance.now() - from) / 1000);
  return found;
}

function codeItems(library: Library, files: readonly string[], reach: Reach, thorough: boolean): Item[] {
  const { every } = reach;
  return files.flatMap((file) => {
    const text = library.textOf(file);
    const judges = library.dependents([file]);
    const depending = every.filter((at) => judges.has(reach.tests[at]?.file ?? ''));
    return mutantsOf(file, text).map((mutant: Mutant): Item => {
      const tests = thorough && reach.onLoading(file, mutant) ? depending : reach.of(file, mutant);
      // What is made once and kept was made for the first test that wanted it: the others go through it all the same.
      const others = thorough && tests.length < depending.length ? depending.filter((at) => !tests.includes(at)) : [];
      const { operator } = mutant;
      return { file, operator, text: mutated(text, mutant), change: shown(text, mutant), tests, others };
    });
  });
}

function dataItems(library: Library, files: readonly string[], reach: Reach): Item[] {
  const { every } = reach;
  const isCheck = (at: number): boolean => reach.tests[at]?.file === checking;
  return files.flatMap((file) => {
    const text = library.textOf(file);
    return dataMutants(file, text).map(({ operator, what, text: changed }): Item => {
      const change = { line: 0, code: what, from: '', to: '' };
      const tests = every.filter((at) => !isCheck(at));
      return {
        file,
        operator,
        text: changed,
        change,
        tests,
        others: every.filter(
          (at) => isCheck(at) && /^(?:the guide of 2023|each threshold)/.test(reach.tests[at]?.name ?? ''),
        ),
      };
    });
  });
}

/** So many of a list, the same ones for the same seed, in the order of the list. */
function sampled<Each>(list: readonly Each[], size: number, seed: number): Each[] {
  let state = seed >>> 0;
  const next = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const drawn = list.map((each, at) => ({ each, at, lot: next() })).sort((one, other) => one.lot - other.lot);
  return drawn
    .slice(0, size)
    .sort((one, other) => one.at - other.at)
    .map(({ each }) => each);
}

function progress(group: string, done: number, of: number, survivors: number): void {
  if (done % 100 === 1) process.stderr.write(`${group}: ${done} of ${of}, ${survivors} survived\n`);
}
