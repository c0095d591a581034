/** Walks the tokens of an answer and tallies what is said of each aspect, of all, and of the rest. */
import type { Said, Token } from './aspects.ts';

type Open = { readonly says: boolean | 'unknown'; readonly restToo: boolean; count: number };

export class AspectTally<Id extends string> {
  readonly #lists: 'said' | 'ignored';
  readonly #named = new Map<Id, Set<boolean>>();
  readonly #all = new Set<boolean>();
  readonly #rest = new Set<boolean>();
  readonly #unknown = new Set<Id>();
  #bare: boolean | undefined;
  #bareUnknown = false;
  #unknownBefore = false;
  #maybe = false;
  #incomplete = false;
  #conflict = false;
  #numbersOnly = true;
  #listed = false;
  /** Aspects that wait for the verb of their list, and the verb that stood before a list still going on. */
  #pending: Id[] = [];
  #running: boolean | undefined;
  /** 除了经费比例，… : the exception waits for what is said of the rest. */
  #excepted: Id[] | undefined;
  #vague = false;

  /** `ignored`: a name without a verb (等外方寄回) says nothing. */
  constructor(lists: 'said' | 'ignored') {
    this.#lists = lists;
  }

  read(tokens: readonly Token<Id>[]): Said<Id> | undefined {
    let clause: Token<Id>[] = [];
    for (const token of tokens) {
      if (token.is !== 'stop') clause.push(token);
      else {
        if (clause.length > 0) this.#clause(clause);
        clause = [];
      }
    }
    const [all] = this.#all;
    if (this.#excepted !== undefined && all !== undefined) for (const id of this.#excepted) this.#say(id, !all);
    else if (this.#excepted !== undefined) this.#vague = true;
    this.#flush();
    return this.#result();
  }

  #clause(spoken: readonly Token<Id>[]): void {
    // 双方签字 says that both signed, 外方签字还没寄回来 does not.
    const denied = spoken.some(({ is }) => is === 'no' || is === 'lack');
    const clause = spoken.flatMap((token): Token<Id>[] =>
      token.is !== 'sign' ? [token] : denied ? [] : [{ is: 'yes' }],
    );
    const has = (is: Token<Id>['is']) => clause.some((token) => token.is === is);
    const flags = { all: has('all') || has('whole') || has('complete'), only: has('only'), rest: has('rest') };
    if (has('maybe')) this.#maybe = true;
    if (has('count') && this.#pending.length === 0 && !has('aspect')) this.#vague = true;
    const predicates = clause.some(
      ({ is }, i) =>
        (is === 'verb' && clause[i - 1]?.is === 'aspect') ||
        /^(?:yes|no|lack|done|complete|incomplete|unknown|except)$/.test(is),
    );
    if (!predicates) {
      this.#bareList(clause, flags.only);
      return;
    }
    const carried = this.#pending.length > 0;
    const known = this.#unknown.size;
    const foreign = clause.filter(({ is }) => is === 'other').length + (has('foreign') ? 2 : 0);
    let open: Open | undefined;
    let spaced = false;
    let excepted = this.#excepted;
    this.#excepted = undefined;
    let applied = 0;
    let lastSaid: boolean | 'unknown' | undefined;
    let last: Token<Id>['is'] | undefined;
    const apply = (ids: readonly Id[], says: boolean | 'unknown') => {
      applied += ids.length;
      lastSaid = says;
      if (says === 'unknown') for (const id of ids) this.#unknown.add(id);
      else for (const id of ids) this.#say(id, says);
      if (flags.only && says !== 'unknown') this.#rest.add(!says);
    };
    for (const token of clause) {
      if (token.is === 'space') {
        spaced = true;
        continue;
      }
      const before = last;
      last = token.is;
      if (token.is === 'verb' && before === 'aspect' && open === undefined && excepted === undefined) {
        // 分工明确，有效期写三年
        apply(this.#pending, true);
        this.#pending = [];
      } else if (token.is === 'aspect') {
        if (!token.numbered) this.#numbersOnly = false;
        if (excepted !== undefined) excepted.push(...token.ids);
        else if (open !== undefined) {
          open.count += 1;
          if (open.restToo) this.#rest.add(true);
          apply(token.ids, open.says);
        } else this.#pending.push(...token.ids);
      } else if (token.is === 'done') {
        if (open !== undefined || this.#pending.length === 0) continue;
        apply(this.#pending, true);
        this.#pending = [];
      } else if (token.is === 'except') excepted = [];
      else if (token.is === 'incomplete') this.#incomplete = true;
      else if (token.is === 'also' && excepted !== undefined) {
        apply(excepted, true);
        excepted = undefined;
        open = { says: true, restToo: false, count: 1 };
      } else if (isPredicate(token.is)) {
        if (before === 'no' && token.is === 'yes') continue;
        if (before === 'no' && (token.is === 'complete' || token.is === 'lack')) {
          this.#incomplete = true;
          continue;
        }
        const says = token.is === 'unknown' ? 'unknown' : token.is === 'yes' || token.is === 'complete';
        if (excepted !== undefined) {
          if (excepted.length === 0 || says === 'unknown' || token.is === 'lack') this.#vague = true;
          else {
            for (const id of excepted) this.#say(id, !says);
            this.#rest.add(says);
            applied += excepted.length;
          }
          excepted = undefined;
        } else if (this.#pending.length > 0) {
          const loose = carried || (spaced && this.#pending.length > 1);
          if (loose && says === false && !flags.all) this.#vague = true;
          if (carried && this.#running !== undefined && this.#running !== says) this.#conflict = true;
          apply(this.#pending, says);
          this.#pending = [];
          this.#running = undefined;
          open = undefined;
          spaced = false;
        } else if (open === undefined || open.says !== says) {
          if (open !== undefined && open.count === 0 && applied > 0 && open.says !== lastSaid) this.#conflict = true;
          open = { says, restToo: token.is === 'lack', count: 0 };
        }
      }
    }
    if (this.#pending.length > 0 && applied > 0) this.#vague = true;
    this.#excepted = excepted !== undefined && excepted.length > 0 ? excepted : undefined;
    this.#unknownBefore = this.#unknown.size > known || (this.#unknownBefore && applied === 0);
    this.#endClause({
      open,
      applied: lastSaid === open?.says ? 0 : applied,
      settled: applied > 0,
      foreign,
      flags,
      whole: has('whole'),
    });
  }

  #endClause(end: {
    open: Open | undefined;
    /** How many aspects were told the opposite of what still stands open. */
    applied: number;
    settled: boolean;
    foreign: number;
    flags: { all: boolean; only: boolean; rest: boolean };
    whole: boolean;
  }): void {
    const { open, flags } = end;
    this.#running = open !== undefined && open.count > 0 && open.says !== 'unknown' ? open.says : undefined;
    if (open === undefined || open.count > 0) return;
    if (open.says === 'unknown') {
      if (!flags.rest && end.foreign < 2 && !this.#unknownBefore) this.#bareUnknown = true;
      return;
    }
    if (flags.rest) this.#rest.add(open.says);
    else if (end.applied > 0) this.#conflict = this.#conflict || !flags.all;
    else if (end.settled || (end.foreign >= 2 && !end.whole)) return;
    else if (flags.all) {
      this.#all.add(open.says);
      this.#running = open.says;
    } else {
      this.#bare = open.says;
      // 没写：收益、有效期
      this.#running = open.says;
    }
  }

  /** 分工、指标 without a verb: part of the list before, or waiting for the verb after. */
  #bareList(clause: readonly Token<Id>[], only: boolean): void {
    const ids = clause.flatMap((token) => (token.is === 'aspect' ? token.ids : []));
    if (clause.some((token) => token.is === 'aspect' && !token.numbered)) this.#numbersOnly = false;
    if (this.#running === false && clause.some(({ is }) => is === 'also')) this.#vague = true;
    if (ids.length === 0) {
      if (clause.every(({ is }) => is === 'whole' || is === 'all')) this.#all.add(true);
      return;
    }
    if (only) {
      for (const id of ids) this.#say(id, true);
      this.#rest.add(false);
    } else this.#pending.push(...ids);
  }

  #flush(): void {
    const says = this.#running ?? true;
    if (this.#lists === 'ignored' && this.#running === undefined) this.#pending = [];
    if (this.#pending.length > 0) this.#listed = true;
    for (const id of this.#pending) this.#say(id, says);
    this.#pending = [];
  }

  #say(id: Id, says: boolean): void {
    this.#named.set(id, (this.#named.get(id) ?? new Set()).add(says));
  }

  #result(): Said<Id> | undefined {
    const named: Partial<Record<Id, boolean>> = {};
    for (const [id, says] of this.#named) {
      if (says.size > 1) this.#conflict = true;
      named[id] = says.has(true);
    }
    const unknown = [...this.#unknown];
    const rest = new Set([...this.#rest, ...this.#all]);
    const base = { named, unknown };
    if (rest.size > 1) return { ...base, problem: 'contradiction' };
    const [says] = rest;
    const none = this.#named.size === 0;
    const silent = none && unknown.length === 0;
    if (this.#bareUnknown) return { ...base, problem: this.#all.has(true) ? 'vague' : 'unknown' };
    if (this.#conflict) return { ...base, problem: 'contradiction' };
    if (this.#maybe || (this.#incomplete && says === undefined && ![...Object.values(named)].includes(false)))
      return this.#maybe && none && says === undefined && this.#bare === undefined
        ? undefined
        : { ...base, problem: 'vague' };
    if (this.#incomplete && says === true && none) return { ...base, problem: 'vague' };
    if (
      this.#vague ||
      (this.#bare === false && Object.values(named).includes(true)) ||
      (silent && this.#rest.size > 0 && this.#all.size === 0)
    )
      return { ...base, problem: 'vague' };
    if (none && says === undefined) {
      if (unknown.length > 0) return base;
      return this.#bare === undefined ? undefined : { ...base, bare: this.#bare, problem: 'vague' };
    }
    const onlyNumbers = this.#numbersOnly && this.#listed && !Object.values(named).includes(false);
    const others = says ?? (onlyNumbers && !none ? false : undefined);
    return others === undefined ? base : { ...base, others };
  }
}

function isPredicate(is: string): boolean {
  return is === 'yes' || is === 'no' || is === 'lack' || is === 'complete' || is === 'unknown';
}
