/**
 * Running the project's modules from their text, in as many instances as there are mutants: each mutant gets its own instance
 * of the changed file and of all that import it, and shares the rest. Modules become functions for this (CommonJS), for Node's
 * own modules stay for as long as the process does.
 */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { runInThisContext } from 'node:vm';
import { transformSync } from '@swc/core';

/** What a module is made from; its path from the project's root. */
type Exports = Record<string, unknown>;
type Body = (
  exports: Exports,
  require: (name: string) => unknown,
  probe: (probe: number) => void,
  filename: string,
) => void;

interface Compiled {
  body: Body;
  imports: readonly string[];
}

/** One text of a file, as a function; `import.meta.url` is that of the file. Throws what swc finds wrong. */
export function compiled(path: string, text: string): Compiled {
  const { code } = transformSync(text, {
    filename: path,
    configFile: false,
    swcrc: false,
    jsc: { parser: { syntax: 'typescript' }, target: 'esnext' },
    module: { type: 'commonjs', importInterop: 'none' },
  });
  const made: unknown = runInThisContext(`(function (exports, require, __probe, __filename) {${code}\n})`, {
    filename: path,
  });
  const imports = [...code.matchAll(/\brequire\("([^"]+)"\)/g)].map(([, name = '']) => name);
  return { body: made as Body, imports }; // the function that was just written
}

/** All modules that some entries need, compiled, with who imports whom. */
export class Library {
  readonly root: string;
  readonly packages = new Map<string, unknown>();
  readonly #compiled = new Map<string, Compiled>();
  readonly #importers = new Map<string, Set<string>>();

  constructor(root: string) {
    this.root = root;
  }

  /** Compiles what the entries need, and loads the packages among it. @param textOf the text of a file, where it is not the one on disk */
  async add(entries: readonly string[], textOf: (path: string) => string | undefined = () => undefined): Promise<void> {
    const left = [...entries];
    for (let path = left.pop(); path !== undefined; path = left.pop()) {
      if (this.#compiled.has(path)) continue;
      const made = path.endsWith('.json')
        ? table(this.textOf(path))
        : compiled(join(this.root, path), textOf(path) ?? this.textOf(path));
      this.#compiled.set(path, made);
      for (const name of made.imports) {
        const inner = inProject(path, name);
        if (inner === undefined) {
          if (!this.packages.has(name)) this.packages.set(name, await import(name));
          continue;
        }
        this.#importers.set(inner, (this.#importers.get(inner) ?? new Set()).add(path));
        left.push(inner);
      }
    }
  }

  textOf(path: string): string {
    return readFileSync(join(this.root, path), 'utf8');
  }

  get(path: string): Compiled {
    const found = this.#compiled.get(path);
    if (!found) throw new Error(`${path} was not compiled`);
    return found;
  }

  /** The files and all that import them, directly or not. */
  dependents(paths: Iterable<string>): Set<string> {
    const found = new Set<string>(paths);
    for (const path of found) for (const each of this.#importers.get(path) ?? []) found.add(each);
    return found;
  }
}

/** What differs in one set of instances. */
interface Changes {
  /** Modules that stand in for those of the library, by path. */
  modules?: ReadonlyMap<string, Compiled>;
  /** Packages and modules of Node that stand in for the real ones. */
  packages?: ReadonlyMap<string, unknown>;
  /** Files whose importers need instances of their own, though the files' code is as it was. */
  touched?: readonly string[];
  /** What the probes of a file call. */
  probe?(path: string): (probe: number) => void;
}

/** A set of instances. What nothing of the changes reaches is taken from the set below. */
export class Instances {
  readonly #library: Library;
  readonly #below: Instances | undefined;
  readonly #changes: Changes;
  readonly #own: Set<string> | undefined;
  readonly #made = new Map<string, Exports>();
  /** The module that is being run for the first time, the innermost last. */
  readonly loading: string[] = [];

  constructor(library: Library, changes: Changes, below?: Instances) {
    this.#library = library;
    this.#changes = changes;
    this.#below = below;
    this.#own = below && library.dependents([...(changes.modules?.keys() ?? []), ...(changes.touched ?? [])]);
  }

  load(path: string): Exports {
    if (this.#below && this.#own?.has(path) === false) return this.#below.load(path);
    const known = this.#made.get(path);
    if (known) return known;
    const made: Exports = {};
    this.#made.set(path, made);
    this.loading.push(path);
    try {
      const { body } = this.#changes.modules?.get(path) ?? this.#library.get(path);
      const probe = this.#changes.probe?.(path) ?? (() => {});
      body(made, (name) => this.#require(path, name), probe, join(this.#library.root, path));
    } finally {
      this.loading.pop();
    }
    return made;
  }

  #require(from: string, name: string): unknown {
    const inner = inProject(from, name);
    if (inner !== undefined) return this.load(inner);
    return this.#changes.packages?.get(name) ?? this.#library.packages.get(name) ?? process.getBuiltinModule(name);
  }
}

/** The file that a relative name means, from the project's root. */
function inProject(from: string, name: string): string | undefined {
  return name.startsWith('.') ? join(dirname(from), name) : undefined;
}

function table(text: string): Compiled {
  return {
    imports: [],
    body(exports) {
      exports.default = JSON.parse(text);
    },
  };
}
