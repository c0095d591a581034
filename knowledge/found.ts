/**
 * What is found out about some facts, rule by rule, when it is first asked for, and kept as long as the facts, which
 * nobody changes in place. A rule sees nothing but what it needs: of facts made of others (`madeFrom.ts`) only the rules
 * are decided again that need what differs.
 */
import type { Guide } from './guide.ts';
import { originOf } from './madeFrom.ts';
import { type AnyFacts, asksPeople, type Outcome, type Want } from './rule.ts';

/** Rules are named by their place in the guide's list. */
export class Found {
  readonly #facts: AnyFacts;
  readonly #guide: Guide;
  readonly #outcomes: (Outcome | undefined)[];
  readonly #wants: (readonly Want[] | undefined)[];

  constructor(facts: AnyFacts, guide: Guide, before?: { facts: AnyFacts; found: Found }) {
    this.#facts = facts;
    this.#guide = guide;
    this.#outcomes = before ? [...before.found.#outcomes] : guide.rules.map(() => undefined);
    this.#wants = before ? [...before.found.#wants] : guide.rules.map(() => undefined);
    if (!before) return;
    const { needing } = placesIn(guide);
    for (const id of differing(before.facts, facts)) {
      for (const at of needing.get(id) ?? []) {
        this.#outcomes[at] = undefined;
        this.#wants[at] = undefined;
      }
    }
  }

  outcome(at: number): Outcome {
    const known = this.#outcomes[at];
    if (known) return known;
    const outcome = ruleAt(this.#guide, at).rule.decide(this.#facts, this.#guide);
    this.#outcomes[at] = outcome;
    return outcome;
  }

  /** What the rule still needs, if it may open a question. */
  wants(at: number): readonly Want[] {
    const known = this.#wants[at];
    if (known) return known;
    const wants = this.#wantsAnew(at);
    this.#wants[at] = wants;
    return wants;
  }

  #wantsAnew(at: number): readonly Want[] {
    const { row, rule } = ruleAt(this.#guide, at);
    if (!asksPeople(row)) return [];
    const outcome = this.outcome(at);
    if (outcome === 'open') return rule.wants(this.#facts, this.#guide);
    const unsure = outcome === 'covered' ? row.askWhenUnsure : undefined;
    return unsure !== undefined && !(unsure in this.#facts) ? [unsure] : [];
  }
}

const byGuide = new WeakMap<Guide, WeakMap<AnyFacts, Found>>();

/** What is found out about the facts. */
export function foundOf(facts: AnyFacts, guide: Guide): Found {
  let byFacts = byGuide.get(guide);
  if (!byFacts) {
    byFacts = new WeakMap();
    byGuide.set(guide, byFacts);
  }
  const known = byFacts.get(facts);
  if (known) return known;
  const origin = originOf(facts) as AnyFacts | undefined; // only facts are made of facts
  const before = origin && byFacts.get(origin);
  const found = new Found(facts, guide, origin && before && { facts: origin, found: before });
  byFacts.set(facts, found);
  return found;
}

/** The places of the rules that may ask for one of these paths, in the order of the list. */
export function rulesAbout(paths: readonly string[], guide: Guide): readonly number[] {
  const { asking, about } = placesIn(guide);
  const [path = ''] = paths;
  if (paths.length === 1) return asking.get(path) ?? [];
  const known = about.get(paths);
  if (known) return known;
  const made = [...new Set(paths.flatMap((each) => asking.get(each) ?? []))].sort((one, other) => one - other);
  about.set(paths, made);
  return made;
}

interface Places {
  /** By fact: the rules that need it. */
  needing: ReadonlyMap<string, readonly number[]>;
  /** By path: the rules that may ask for it. */
  asking: ReadonlyMap<string, readonly number[]>;
  /** By the paths that a question settles: the same of all of them. */
  about: WeakMap<readonly string[], readonly number[]>;
}

const places = new WeakMap<Guide, Places>();

function placesIn(guide: Guide): Places {
  const known = places.get(guide);
  if (known) return known;
  const needing = new Map<string, number[]>();
  const asking = new Map<string, number[]>();
  const put = (map: Map<string, number[]>, names: readonly string[], at: number): void => {
    for (const name of new Set(names)) map.set(name, [...(map.get(name) ?? []), at]);
  };
  for (const [at, { row, rule }] of guide.rules.entries()) {
    // While nobody is named whom `domesticPartners[].signed` speaks of, `domesticPartners` is asked for.
    const asked = [...rule.asks, ...rule.asks.map((path) => path.replace(/\[\].*$/, '')), ...rule.needs];
    put(needing, rule.needs, at);
    // Whether `askWhenUnsure` is known is looked up beside the rule.
    if (row.askWhenUnsure !== undefined) put(needing, [row.askWhenUnsure], at);
    if (asksPeople(row)) put(asking, row.askWhenUnsure === undefined ? asked : [...asked, row.askWhenUnsure], at);
  }
  const made: Places = { needing, asking, about: new WeakMap() };
  places.set(guide, made);
  return made;
}

function ruleAt(guide: Guide, at: number): Guide['rules'][number] {
  const found = guide.rules[at];
  if (!found) throw new Error(`指南 ${guide.id} 没有第 ${at} 条规则`);
  return found;
}

/** Ids of the facts that are not the very same. */
function differing(one: AnyFacts, other: AnyFacts): string[] {
  const here = Object.keys(one).filter((id) => !Object.is(one[id], other[id]));
  return [...here, ...Object.keys(other).filter((id) => !(id in one))];
}
