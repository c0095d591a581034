/** Walks the tokens of one clause: 分工写了 says it after the names, 写了分工 before them, 除了分工都写了 of all others. */
import type { ListedToken, Says } from './listedWords.ts';

/** What stands before a word: things that wait for their verb, and those excepted. */
export interface Before<Id extends string> {
  readonly waiting: readonly Id[];
  readonly excepted: readonly Id[] | undefined;
  /** Whether something was said to be there already: then 缺收益 says nothing of the rest. */
  readonly positive: boolean;
  /** 只、就 in this clause. */
  readonly only: boolean;
}

/** What a clause says. */
export interface Walked<Id extends string> {
  readonly said: { ids: readonly Id[]; says: Says }[];
  /** What it says of everything not named. */
  readonly rest: Says[];
  /** By 只 and 就: of the rest the opposite. */
  readonly only: boolean[];
  readonly vague: boolean;
  readonly waiting: readonly Id[];
  readonly excepted: readonly Id[] | undefined;
  /** The last thing said of what was named. */
  readonly last: Says | undefined;
  /** What was said of nothing named, or (`used`) may go on: 写了分工，指标. */
  readonly open: { says: Says; used: boolean; lack: boolean } | undefined;
}

export function walk<Id extends string>(tokens: readonly ListedToken<Id>[], before: Before<Id>): Walked<Id> {
  return new Walk(tokens, before).run();
}

class Walk<Id extends string> {
  readonly #tokens: readonly ListedToken<Id>[];
  readonly #before: Before<Id>;
  readonly #said: { ids: readonly Id[]; says: Says }[] = [];
  readonly #rest: Says[] = [];
  readonly #only: boolean[] = [];
  #group: Id[];
  #excepted: Id[] | undefined;
  #open: { says: Says; used: boolean; lack: boolean } | undefined;
  #clash = false;
  #vague = false;
  /** 没按格式填完: the verb after a bare 没 belongs to it. */
  #absorbing = false;

  constructor(tokens: readonly ListedToken<Id>[], before: Before<Id>) {
    this.#tokens = tokens;
    this.#before = before;
    this.#group = [...before.waiting];
    this.#excepted = before.excepted && [...before.excepted];
  }

  run(): Walked<Id> {
    let previous: ListedToken<Id> | undefined;
    for (const token of this.#tokens) {
      if (token.is === 'except') this.#excepted = [];
      else if (token.is === 'also') this.#also();
      else if (token.is === 'items') this.#items(token.ids);
      else if (token.is === 'says') this.#says(token, previous);
      if (token.is !== 'other') previous = token;
    }
    return this.#end();
  }

  #has(is: ListedToken<Id>['is']): boolean {
    return this.#tokens.some((token) => token.is === is);
  }

  #apply(ids: readonly Id[], says: Says): void {
    this.#said.push({ ids, says });
  }

  /** 除了分工还有指标. */
  #also(): void {
    if (!this.#excepted?.length) return;
    this.#apply(this.#excepted, true);
    this.#excepted = undefined;
    this.#open = { says: true, used: true, lack: false };
  }

  #items(ids: readonly Id[]): void {
    // 除了可实施性，其他的指标、附件都弄好了: these are no exceptions.
    const others = Boolean(this.#before.excepted?.length) && this.#has('rest');
    if (this.#excepted !== undefined && this.#open === undefined && !others) this.#excepted.push(...ids);
    else if (this.#open !== undefined && this.#group.length === 0) {
      this.#open.used = true;
      if (this.#open.lack && (!this.#before.positive || this.#before.only)) this.#rest.push(true);
      this.#apply(ids, this.#open.says);
    } else this.#group.push(...ids);
  }

  #says(token: ListedToken<Id> & { is: 'says' }, previous: ListedToken<Id> | undefined): void {
    const { says, how } = token;
    const absorbed = this.#absorbing && says === true;
    this.#absorbing = !absorbed && how === 'bare';
    if (absorbed || (how === 'checked' && says === true && this.#group.length === 0)) return;
    if (this.#excepted?.length) {
      if (says === false && !this.#has('all') && !this.#has('rest')) this.#vague = true;
      this.#apply(this.#excepted, says === 'unknown' ? says : !says);
      this.#rest.push(says);
      this.#excepted = undefined;
      if (this.#group.length > 0 && this.#has('rest')) this.#after(says);
    } else if (this.#group.length > 0) this.#after(says);
    else if (this.#open === undefined || this.#open.says !== says || !this.#open.used) {
      this.#clash = this.#open?.used === true && this.#open.says !== says && previous?.is === 'items';
      this.#open = { says, used: false, lack: how === 'lack' };
    }
  }

  /** 分工、指标写了. Of 分工，指标，收益没有 it is not clear what all is not there. */
  #after(says: Says): void {
    const loose = this.#before.waiting.length > 0 && this.#group.length > 1 && this.#has('items');
    if (loose && says === false && !(['all', 'count', 'whole'] as const).some((is) => this.#has(is)))
      this.#vague = true;
    this.#apply(this.#group, says);
    if (says !== 'unknown' && this.#before.only && (this.#has('only') || !this.#before.positive)) this.#only.push(says);
    this.#group = [];
    this.#open = this.#absorbing ? { says, used: true, lack: false } : undefined;
  }

  #end(): Walked<Id> {
    const open = this.#open;
    if (open?.used && this.#before.only && open.says !== 'unknown' && !open.lack) this.#only.push(open.says);
    const settled = new Set(this.#said.flatMap(({ ids }) => ids));
    const waiting = this.#group.filter((id) => !settled.has(id));
    // 1 2 3 没有 4: on which side it stands is not clear.
    const torn = waiting.length > 0 && this.#said.length > 0 && !this.#has('rest');
    return {
      said: this.#said,
      rest: this.#rest,
      only: this.#only,
      vague: this.#vague || torn || (this.#clash && open !== undefined && !open.used),
      waiting,
      excepted: this.#excepted?.length ? this.#excepted : undefined,
      last: this.#said.at(-1)?.says,
      open,
    };
  }
}
