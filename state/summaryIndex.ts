/** All summaries of a home in memory, newest first: filled when somebody first asks, brought up to date before each answer. */
import { sameTexts } from './sameTexts.ts';
import type { Summary, SummaryFilter } from './summary.ts';
import { fitting } from './summaryFilter.ts';
import { inUtc } from './transcriptQuery.ts';

export interface SummaryIndex {
  /**
   * Puts it in the place of what is there under this name; one in which nothing was said counts as nothing.
   *
   * @returns an equal one, which shares its parts with others
   */
  put(name: string, summary: Summary): Summary;
  drop(name: string): void;
  /** Sorts what was put since, so that the next question need not. */
  settle(): void;
  /** What fits, whatever text the filter asks for. */
  find(filter: SummaryFilter): Summary[];
}

/** Changes that are made one by one; with more of them the whole order is made anew. */
const few = 100;

export function summaryIndex(): SummaryIndex {
  const byName = new Map<string, Summary>();
  const shared = sameTexts();
  /** Newest first, but for what was changed since. */
  let order: Summary[] = [];
  let added = new Set<Summary>();
  let removed: Summary[] = [];

  function drop(name: string): void {
    const summary = byName.get(name);
    if (!summary) return;
    byName.delete(name);
    // One that never came into the order need not be looked for there.
    if (!added.delete(summary)) removed.push(summary);
  }

  function put(name: string, given: Summary): Summary {
    drop(name);
    const summary = shared(given);
    byName.set(name, summary);
    added.add(summary);
    return summary;
  }

  function settle(): void {
    if (removed.length + added.size > few) {
      const gone = new Set(removed);
      const stay = gone.size > 0 ? order.filter((each) => !gone.has(each)) : order;
      order = merged(stay, [...added].sort(newestFirst));
    } else {
      for (const each of removed) order.splice(placeOf(order, each), 1);
      for (const each of added) order.splice(placeOf(order, each), 0, each);
    }
    added = new Set();
    removed = [];
  }

  return {
    put(name, summary) {
      if (summary.lastAt !== '') return put(name, summary);
      drop(name);
      return summary;
    },
    drop,
    settle,
    find({ since, until, ...filter }) {
      // They are places in the order.
      const [from, to] = [until, since].map((time) => (time === undefined ? undefined : inUtc(time)));
      const holds = fitting(filter);
      settle();
      const begin = from === undefined ? 0 : firstOf(order, ({ lastAt }) => lastAt < from);
      const end = to === undefined ? order.length : firstOf(order, ({ lastAt }) => lastAt < to);
      return order.slice(begin, end).filter(holds);
    },
  };
}

/** The first place for which it is so; it is so of all behind. */
function firstOf(order: readonly Summary[], isSo: (summary: Summary) => boolean): number {
  let [begin, end] = [0, order.length];
  while (begin < end) {
    const middle = (begin + end) >> 1;
    const each = order[middle];
    if (each && !isSo(each)) begin = middle + 1;
    else end = middle;
  }
  return begin;
}

/** Where it stands, or would stand. */
const placeOf = (order: readonly Summary[], summary: Summary): number =>
  firstOf(order, (each) => newestFirst(each, summary) >= 0);

/** Each conversation has a place of its own. */
function newestFirst(one: Summary, other: Summary): number {
  if (one.lastAt !== other.lastAt) return one.lastAt < other.lastAt ? 1 : -1;
  if (one.conversation === other.conversation) return 0;
  return one.conversation < other.conversation ? 1 : -1;
}

function merged(some: readonly Summary[], more: readonly Summary[]): Summary[] {
  const all: Summary[] = [];
  let at = 0;
  for (const each of some) {
    for (let next = more[at]; next && newestFirst(next, each) < 0; next = more[at]) {
      all.push(next);
      at += 1;
    }
    all.push(each);
  }
  for (const each of more.slice(at)) all.push(each);
  return all;
}
