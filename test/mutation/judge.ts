/** Judges mutants: runs the tests that may notice one until one of them does. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compiled, Instances, type Library } from './modules.ts';
import type { Known } from './reach.ts';
import { packagesOf, suite } from './suite.ts';

/** A changed file, and the numbers of the tests that are to judge it. */
export interface Case {
  path: string;
  /** The whole file with its change. */
  text: string;
  tests: readonly number[];
}

/** `invalid`: it is no program, nobody need notice it. */
export type Judgement = { is: 'killed'; by: string } | { is: 'survived' } | { is: 'invalid' };

/** The modules that read a guide's folder. */
const readers = ['knowledge/guideFolder.ts'];

export class Judge {
  readonly #library: Library;
  readonly #known: readonly Known[];
  readonly #below: Instances;
  /** The tests that killed last, the latest first. */
  #last: number[] = [];
  readonly #expecting: (milliseconds: number) => void;

  /** @param expecting told before each step how long that took before the change */
  constructor(library: Library, known: readonly Known[], expecting: (milliseconds: number) => void) {
    this.#library = library;
    this.#known = known;
    this.#below = new Instances(library, {});
    this.#expecting = expecting;
  }

  async judge({ path, text, tests }: Case): Promise<Judgement> {
    const own = suite();
    const instances = this.#instances(path, text, packagesOf(own));
    if (!instances) return { is: 'invalid' };
    const collected = new Map<string, ReturnType<typeof own.take>>();
    for (const number of this.#ordered(tests)) {
      const known = this.#known[number];
      if (!known) continue;
      const { file, name, milliseconds } = known;
      try {
        this.#expecting(milliseconds);
        if (!collected.has(file)) {
          own.take();
          instances.load(file);
          collected.set(file, own.take());
        }
        await collected
          .get(file)
          ?.find((each) => each.name === name)
          ?.run();
      } catch {
        this.#last = [number, ...this.#last.filter((each) => each !== number)].slice(0, 30);
        await own.end();
        return { is: 'killed', by: `${file}: ${name}` };
      }
    }
    await own.end();
    return { is: 'survived' };
  }

  #instances(path: string, text: string, packages: Map<string, unknown>): Instances | undefined {
    if (!path.endsWith('.ts')) {
      packages.set('node:fs', withFile(this.#library.packages.get('node:fs'), join(this.#library.root, path), text));
      return new Instances(this.#library, { packages, touched: readers }, this.#below);
    }
    try {
      return new Instances(this.#library, { modules: new Map([[path, compiled(path, text)]]), packages }, this.#below);
    } catch {
      return undefined;
    }
  }

  /** Those that killed last first, then file by file, the quickest file and the quickest test first. */
  #ordered(tests: readonly number[]): number[] {
    const wanted = new Set(tests);
    const last = this.#last.filter((number) => wanted.has(number));
    const time = (number: number): number => this.#known[number]?.milliseconds ?? 0;
    const perFile = Map.groupBy(
      tests.filter((number) => !last.includes(number)),
      (number) => this.#known[number]?.file,
    );
    const sum = (numbers: readonly number[]): number => numbers.reduce((all, number) => all + time(number), 0);
    const files = [...perFile.values()].sort((one, other) => sum(one) - sum(other));
    return [...last, ...files.flatMap((numbers) => numbers.sort((one, other) => time(one) - time(other)))];
  }
}

/** Node's file system with another text in one of its files. */
function withFile(fs: unknown, path: string, text: string): object {
  const read = (asked: unknown, ...options: unknown[]): unknown =>
    asked === path ? text : Reflect.apply(readFileSync, undefined, [asked, ...options]);
  return { ...(typeof fs === 'object' ? fs : {}), readFileSync: read };
}
