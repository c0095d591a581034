/** What follows from all that an answer said of a list: which things are there, which are not, and what stays in doubt. */
import type { Says } from './listedWords.ts';

export interface Listed<Id extends string> {
  readonly named: Partial<Record<Id, boolean>>;
  /** What is said of everything not named: by 都, by 其他, or by 只 and 缺. */
  readonly rest?: boolean;
  /** 只有分工: the rest of the same kind is not there; of other kinds it says nothing. */
  readonly narrow: boolean;
  /** Said to be there and not to be there. */
  readonly clashes: readonly Id[];
  readonly open: readonly Id[];
  readonly restOpen: boolean;
  /** 写了、没有 without saying of what. */
  readonly bare?: boolean;
  readonly numbersOnly: boolean;
  readonly doubt?: 'contradiction' | 'vague' | 'unknown';
}

/** Everything heard so far, clause by clause. */
export interface Heard<Id extends string> {
  readonly named: Map<Id, Set<Says>>;
  readonly rest: Set<Says>;
  /** General words (指标) with the things that they cover. */
  readonly general: { readonly ids: readonly Id[]; readonly says: Says }[];
  restNamed: boolean;
  narrow: boolean;
  bare: Says | undefined;
  maybe: boolean;
  partly: boolean;
  vague: boolean;
  words: boolean;
  verbs: boolean;
}

/** Nothing heard yet. */
export function nothingHeard<Id extends string>(): Heard<Id> {
  return {
    named: new Map(),
    rest: new Set(),
    general: [],
    restNamed: false,
    narrow: false,
    bare: undefined,
    maybe: false,
    partly: false,
    vague: false,
    words: false,
    verbs: false,
  };
}

/** Undefined when nothing of the list was spoken of. */
export function conclude<Id extends string>(heard: Heard<Id>): Listed<Id> | undefined {
  for (const { ids, says } of heard.general)
    for (const id of ids) if (!heard.named.has(id)) heard.named.set(id, new Set([says]));
  const named: Partial<Record<Id, boolean>> = {};
  const open: Id[] = [];
  const clashes: Id[] = [];
  for (const [id, says] of heard.named) {
    if (says.has(true) && says.has(false)) clashes.push(id);
    else if (says.has(true) || says.has(false)) named[id] = says.has(true);
    else open.push(id);
  }
  const none = Object.keys(named).length === 0;
  const denies = Object.values(named).includes(false);
  const restOpen = heard.rest.has('unknown');
  const firm = [...heard.rest].filter((each) => each !== 'unknown');
  const contradiction = clashes.length > 0 || firm.length > 1;
  const numbersOnly = !heard.words && !heard.verbs && !none;
  const rest = firm[0] as boolean | undefined;
  const base = {
    named,
    clashes,
    open,
    restOpen,
    narrow: heard.narrow,
    numbersOnly,
    ...(rest !== undefined && firm.length === 1 && { rest }),
    ...(heard.bare !== undefined && heard.bare !== 'unknown' && { bare: heard.bare }),
  };
  if (contradiction) return { ...base, doubt: 'contradiction' };
  if (none && heard.bare === 'unknown') return { ...base, doubt: rest === undefined ? 'unknown' : 'vague' };
  if (none && restOpen && rest === undefined) return { ...base, doubt: 'unknown' };
  if (heard.maybe && (none || rest !== undefined)) return { ...base, doubt: 'vague' };
  if (heard.partly && !denies && (rest === true || none)) return { ...base, doubt: 'vague' };
  // 其他都有: other than what?
  if (none && open.length === 0 && heard.restNamed) return { ...base, doubt: 'vague' };
  if (heard.vague || (heard.bare === false && !denies && Object.values(named).includes(true) && rest === undefined))
    return { ...base, doubt: 'vague' };
  if (none && rest === undefined && open.length === 0)
    return heard.bare === undefined ? undefined : { ...base, doubt: 'vague' };
  return base;
}
