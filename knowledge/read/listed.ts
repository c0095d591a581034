/**
 * Reads an answer about a list of things: which are there, which are not, what is said of the rest.
 * 「写了分工，没写收益」「除了3都有」「分工、指标这两样有，别的没有」「都齐，就差收益」.
 */
import { maxInput } from '../reading.ts';
import { cut, type Item, type ListedToken, type Says } from './listedWords.ts';
import { type Words, words } from './scan.ts';
import { statements } from './tidy.ts';

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

const closes =
  /^(?:一共|总共|也)*(?:就|只|仅)(?:有|写了|写|是)*(?:这|那|上述|以上|前述)(?:么)?(?:几|些|[两二三四五六七八九\d]+)?(?:大)?(?:个|样|项|条|点|些|块)?(?:内容)?(?:而已|了|有|写了)?$|^(?:就|再|也|然后)*没(?:有)?(?:别的|其他|其它|旁的)(?:的|内容)?了?$|^没了$|^仅此而已$|^(?:现在|目前|也)*[就只还仅][差缺少]了?[这那]?(?:一|两|几)?(?:个|样|项|点|条|些)?(?:东西)?了?$/;

const elsewhere = /(?<![补新所])签(?:了|好|过|字|署|名|完|上|$)|盖|章(?!节)|高亮|翻译|日期/;

interface Open {
  says: Says;
  used: boolean;
  lack: boolean;
}

/** Undefined when the text names nothing of the list and says nothing of all of it. */
export function readListed<Id extends string>(
  text: string,
  items: readonly Item<Id>[],
  order: readonly Id[] = [],
): Listed<Id> | undefined {
  if (text.length > maxInput) return undefined;
  const said = statements(text);
  return said && tally(said, items, { order, elsewhere });
}

/** The same of sentences that are tidy already; clauses about `elsewhere` that name nothing of the list are left out. */
export function tally<Id extends string>(
  sentences: readonly string[],
  items: readonly Item<Id>[],
  about: { order?: readonly Id[]; elsewhere?: RegExp },
): Listed<Id> | undefined {
  return new Ledger(items, about).read(sentences);
}

class Ledger<Id extends string> {
  readonly #items: readonly Item<Id>[];
  readonly #order: readonly Id[];
  readonly #elsewhere: RegExp | undefined;
  readonly #named = new Map<Id, Set<Says>>();
  readonly #rest = new Set<Says>();
  #general: { ids: readonly Id[]; says: Says }[] = [];
  #pending: Id[] = [];
  #running: Says | undefined;
  #excepted: Id[] | undefined;
  #lastSaid: Says | undefined;
  #restNamed = false;
  #narrow = false;
  #bare: Says | undefined;
  #maybe = false;
  #partly = false;
  #vague = false;
  #words = false;
  #verbs = false;

  constructor(items: readonly Item<Id>[], about: { order?: readonly Id[]; elsewhere?: RegExp }) {
    this.#items = items;
    this.#order = about.order ?? [];
    this.#elsewhere = about.elsewhere;
  }

  read(sentences: readonly string[]): Listed<Id> | undefined {
    const table = tableOf(this.#items);
    for (const sentence of sentences) {
      for (const clause of clausesOf(sentence)) {
        if (closes.test(clause)) this.#close();
        else this.#clause(cut(clause, { table, order: this.#order }), clause);
      }
      this.#running = undefined;
    }
    if (this.#excepted !== undefined) {
      const [rest] = this.#rest;
      if (rest === undefined) this.#vague = true;
      else this.#apply(this.#excepted, rest === 'unknown' ? rest : !rest);
    }
    this.#apply(this.#pending, this.#running ?? true);
    return this.#result();
  }

  #clause(tokens: readonly ListedToken<Id>[], text: string): void {
    const has = (is: ListedToken<Id>['is']) => tokens.some((token) => token.is === is);
    if (has('maybe')) {
      if (has('items') || has('all') || has('whole')) this.#maybe = this.#maybe || this.#named.size === 0;
      else this.#maybe = this.#maybe || (this.#named.size === 0 && this.#rest.size === 0);
      if (!has('items')) return;
      this.#maybe = true;
      return;
    }
    if (has('partly')) this.#partly = true;
    const named = has('items');
    // 双方都签了 speaks of another matter.
    if (!named && this.#elsewhere?.test(text)) return;
    const others = tokens.filter(({ is }) => is === 'other').length;
    const whole = has('whole') || tokens.some((token) => token.is === 'count' && token.count === this.#order.length);
    const only = has('only') || /^(?:但|可|目前|现在|主要)*就(?!照|按|像|是照|是按|这|那|算)/.test(text);
    if (!named && !whole && this.#pending.length === 0 && has('count') && !has('rest')) {
      this.#vague = true;
      return;
    }
    if (tokens.some((token) => token.is === 'items' && !token.numbered)) this.#words = true;
    if (tokens.some(({ is }) => is === 'says')) this.#verbs = true;
    if (!tokens.some(({ is }) => is === 'says')) {
      this.#silent(tokens, { only: has('only'), named, whole: whole || has('all') });
      return;
    }
    // 有效期三年，别的没写: what was listed before is there.
    if (has('rest') && !named) {
      this.#apply(this.#pending, this.#running ?? true);
      this.#pending = [];
    }
    const carried = this.#pending.length > 0;
    const positive = [...this.#named.values()].some((each) => each.has(true));
    let group = this.#pending;
    this.#pending = [];
    let open: Open | undefined;
    let excepted = this.#excepted;
    this.#excepted = undefined;
    let applied: Says | undefined;
    let before: ListedToken<Id> | undefined;
    let clash = false;
    const settled = new Set<Id>();
    let absorbing = false;
    for (const token of tokens) {
      if (token.is === 'except') excepted = [];
      else if (token.is === 'also' && excepted !== undefined && excepted.length > 0) {
        this.#apply(excepted, true);
        excepted = undefined;
        open = { says: true, used: true, lack: false };
      } else if (token.is === 'items') {
        if (excepted !== undefined && open === undefined) excepted.push(...token.ids);
        else if (open !== undefined && group.length === 0) {
          open.used = true;
          if (open.lack && (!positive || only)) this.#rest.add(true);
          this.#apply(token.ids, open.says);
          applied = open.says;
        } else group.push(...token.ids);
      } else if (token.is === 'says') {
        if (absorbing && token.says === true) {
          absorbing = false;
          before = token;
          continue;
        }
        absorbing = token.how === 'bare';
        if (token.how === 'checked' && token.says === true && group.length === 0) continue;
        if (excepted !== undefined && excepted.length > 0) {
          if (token.says === false && !has('all') && !has('rest')) this.#vague = true;
          this.#apply(excepted, token.says === 'unknown' ? 'unknown' : !token.says);
          this.#rest.add(token.says);
          applied = token.says;
          excepted = undefined;
        } else if (group.length > 0) {
          if (
            carried &&
            token.says === false &&
            !has('all') &&
            !has('count') &&
            !has('whole') &&
            this.#loose(group, tokens)
          )
            this.#vague = true;
          this.#apply(group, token.says);
          for (const id of group) settled.add(id);
          if (only && token.says !== 'unknown' && (has('only') || !positive)) this.#only(token.says);
          applied = token.says;
          group = [];
          open = absorbing ? { says: token.says, used: true, lack: false } : undefined;
        } else if (open === undefined || open.says !== token.says || !open.used) {
          if (open?.used && open.says !== token.says && before?.is === 'items') clash = true;
          else clash = false;
          open = { says: token.says, used: false, lack: token.how === 'lack' };
        }
      }
      if (token.is !== 'other') before = token;
    }
    if (open?.used && only && open.says !== 'unknown' && !open.lack) this.#only(open.says);
    if (clash && open !== undefined && !open.used) this.#vague = true;
    if (excepted !== undefined && excepted.length > 0) this.#excepted = excepted;
    group = group.filter((id) => !settled.has(id));
    // 1 2 3 没有 4: on which side it stands is not clear.
    if (group.length > 0 && applied !== undefined && !has('rest')) this.#vague = true;
    if (group.length > 0) this.#pending = group;
    this.#running = open?.used ? open.says : undefined;
    if (applied !== undefined) this.#lastSaid = applied;
    if (applied !== undefined || open === undefined || open.used) return;
    if (has('rest')) {
      this.#rest.add(open.says);
      this.#restNamed = true;
      this.#narrow = false;
    } else if (whole || has('all') || tokens.some((token) => token.is === 'says' && token.how === 'whole')) {
      if (open.says === false && tokens.some((token) => token.is === 'says' && token.how === 'checked'))
        this.#partly = true;
      else if (open.says === true || !has('partly')) this.#whole(open.says, others);
    } else if (open.says === 'unknown' || others < 3) {
      if (open.says === 'unknown' || open.says !== this.#lastSaid) this.#bare = open.says;
      if (!named && open.says !== 'unknown') this.#running = open.says;
    }
  }

  #only(says: boolean): void {
    this.#rest.add(!says);
    this.#narrow = says;
  }

  #whole(says: Says, others: number): void {
    if (says === false && others > 4) return;
    this.#narrow = false;
    this.#rest.add(says);
    this.#lastSaid = says;
    if (says !== 'unknown') this.#running = says;
  }

  /** 分工，指标，收益没有: of which it is said is not clear; 有效期、争议解决没写 is. */
  #loose(group: readonly Id[], tokens: readonly ListedToken<Id>[]): boolean {
    return group.length > 1 && tokens.some(({ is }) => is === 'items');
  }

  #silent(tokens: readonly ListedToken<Id>[], has: { only: boolean; named: boolean; whole: boolean }): void {
    const ids = tokens.flatMap((token) => (token.is === 'items' ? token.ids : []));
    if (tokens.some(({ is }) => is === 'except')) {
      if (tokens.some(({ is }) => is === 'also')) this.#apply(ids, true);
      else if (ids.length > 0) this.#excepted = [...ids];
      return;
    }
    if (!has.named) {
      if (has.whole && tokens.every(({ is }) => is !== 'other')) this.#rest.add(true);
      else if (!has.whole && tokens.some(({ is }) => is === 'count'))
        this.#vague = this.#vague || this.#pending.length === 0;
      return;
    }
    if (has.only) {
      this.#apply(ids, true);
      this.#rest.add(false);
      this.#narrow = true;
    } else if (this.#running !== undefined && this.#pending.length === 0) {
      if (this.#running === false && tokens.some(({ is }) => is === 'also')) this.#vague = true;
      this.#apply(ids, this.#running);
    } else this.#pending.push(...ids);
  }

  /** 就这四样: what was named before is all there is. */
  #close(): void {
    const says = this.#pending.length > 0 ? (this.#running ?? true) : this.#lastSaid;
    this.#apply(this.#pending, says ?? true);
    this.#pending = [];
    if (says === undefined || says === 'unknown') return;
    this.#rest.add(!says);
    this.#narrow = says;
  }

  #apply(ids: readonly Id[], says: Says): void {
    const general = (id: Id) => this.#items.find((item) => item.id === id)?.covers;
    for (const id of ids) {
      const covers = general(id);
      if (covers === undefined) this.#named.set(id, (this.#named.get(id) ?? new Set()).add(says));
      else if (!ids.some((each) => covers.includes(each))) this.#general.push({ ids: covers, says });
    }
    if (ids.length > 0) this.#lastSaid = says;
  }

  #result(): Listed<Id> | undefined {
    for (const { ids, says } of this.#general)
      for (const id of ids) if (!this.#named.has(id)) this.#named.set(id, new Set([says]));
    const named: Partial<Record<Id, boolean>> = {};
    const open: Id[] = [];
    const clashes: Id[] = [];
    for (const [id, says] of this.#named) {
      if (says.has(true) && says.has(false)) clashes.push(id);
      else if (says.has(true) || says.has(false)) named[id] = says.has(true);
      else open.push(id);
    }
    const none = Object.keys(named).length === 0;
    const denies = Object.values(named).includes(false);
    const restOpen = this.#rest.has('unknown');
    const firm = [...this.#rest].filter((each) => each !== 'unknown');
    const contradiction = clashes.length > 0 || firm.length > 1;
    const numbersOnly = !this.#words && !this.#verbs && !none;
    const rest = firm[0] as boolean | undefined;
    const base = {
      named,
      clashes,
      open,
      restOpen,
      narrow: this.#narrow,
      numbersOnly,
      ...(rest !== undefined && firm.length === 1 && { rest }),
      ...(this.#bare !== undefined && this.#bare !== 'unknown' && { bare: this.#bare }),
    };
    if (contradiction) return { ...base, doubt: 'contradiction' };
    if (none && this.#bare === 'unknown') return { ...base, doubt: rest === undefined ? 'unknown' : 'vague' };
    if (none && restOpen && rest === undefined) return { ...base, doubt: 'unknown' };
    if (this.#maybe && (none || rest !== undefined)) return { ...base, doubt: 'vague' };
    if (this.#partly && !denies && (rest === true || none)) return { ...base, doubt: 'vague' };
    // 其他都有: other than what?
    if (none && open.length === 0 && this.#restNamed) return { ...base, doubt: 'vague' };
    if (this.#vague || (this.#bare === false && Object.values(named).includes(true) && rest === undefined))
      return { ...base, doubt: 'vague' };
    if (none && rest === undefined && open.length === 0)
      return this.#bare === undefined ? undefined : { ...base, doubt: 'vague' };
    return base;
  }
}

const tables = new WeakMap<object, Words<readonly string[]>>();

function tableOf<Id extends string>(items: readonly Item<Id>[]): Words<readonly Id[]> {
  const known = tables.get(items);
  if (known !== undefined) return known as Words<readonly Id[]>;
  const ids = new Map<string, Id[]>();
  for (const item of items)
    for (const word of item.words) ids.set(word.toLowerCase(), [...(ids.get(word.toLowerCase()) ?? []), item.id]);
  const table = words(ids);
  tables.set(items, table);
  return table;
}

/** Clauses, also where a space parts words of Chinese, and where 但、不过、就是 turn. */
function clausesOf(sentence: string): string[] {
  return sentence
    .split(
      /[,;:。!()[\]/]|(?<=\p{Script=Han}) (?=\p{Script=Han})|(?<!不)但是?|不过|可是|然而|(?<=[了的有齐全写过])(?=就是|只是|就差|只差|惟|除了)/u,
    )
    .map((clause) => clause.trim())
    .filter((clause) => clause !== '');
}

/** Spaces beside Latin letters part no clauses: 三类 indicators done. */
export function withLatin(sentence: string): string {
  return sentence.replace(/(?<=[a-z\d.]) (?=\p{Script=Han})|(?<=\p{Script=Han}) (?=[a-z])/gu, '');
}
