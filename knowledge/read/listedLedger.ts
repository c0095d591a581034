/** Goes through the clauses of an answer about a list and keeps what each says of which things. */
import { withLatin } from './latin.ts';
import { walk } from './listedClause.ts';
import { conclude, type Heard, type Listed, nothingHeard } from './listedResult.ts';
import { cut, type Item, type ListedToken, type Says } from './listedWords.ts';
import { type Words, words } from './scan.ts';

/** 就这四样, 没别的了, 就差这个: what was said last holds for nothing else. */
const closes =
  /^(?:一共|总共|也)*(?:就|只|仅)(?:有|写了|写|是)*(?:这|那|上述|以上|前述)(?:么)?(?:几|些|[两二三四五六七八九\d]+)?(?:大)?(?:个|样|项|条|点|些|块)?(?:内容)?(?:而已|了|有|写了)?$|^(?:就|再|也|然后)*没(?:有)?(?:别的|其他|其它|旁的)(?:的|内容)?了?$|^没了$|^仅此而已$|^(?:现在|目前|也)*[就只还仅][差缺少]了?[这那]?(?:一|两|几)?(?:个|样|项|点|条|些)?(?:东西)?了?$/;

export class Ledger<Id extends string> {
  readonly #items: readonly Item<Id>[];
  readonly #order: readonly Id[];
  readonly #elsewhere: RegExp | undefined;
  readonly #heard: Heard<Id> = nothingHeard();
  #general: { ids: readonly Id[]; says: Says }[] = [];
  #pending: Id[] = [];
  #running: Says | undefined;
  #excepted: readonly Id[] | undefined;
  #lastSaid: Says | undefined;

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
      const [rest] = this.#heard.rest;
      if (rest === undefined) this.#heard.vague = true;
      else this.#apply(this.#excepted, rest === 'unknown' ? rest : !rest);
    }
    // 申报书一百二十页: a general word without a verb says nothing.
    const specific = this.#pending.filter((id) => this.#running !== undefined || this.#coversOf(id) === undefined);
    this.#apply(specific, this.#running ?? true);
    return conclude(this.#heard);
  }

  #clause(tokens: readonly ListedToken<Id>[], text: string): void {
    const has = (is: ListedToken<Id>['is']) => tokens.some((token) => token.is === is);
    if (has('maybe')) {
      // 好像真没写 after what was said firmly adds nothing.
      const firm = this.#heard.named.size > 0 || (this.#heard.rest.size > 0 && !has('all') && !has('whole'));
      if (has('items') || !firm) this.#heard.maybe = true;
      return;
    }
    if (has('partly')) this.#heard.partly = true;
    const named = has('items');
    // 双方都签了 speaks of another matter.
    if (!named && this.#elsewhere?.test(text)) return;
    const whole = has('whole') || tokens.some((token) => token.is === 'count' && token.count === this.#order.length);
    const only = has('only') || /^(?:但|可|目前|现在|主要)*就(?!照|按|像|是照|是按|这|那|算)/.test(text);
    if (!named && !whole && this.#pending.length === 0 && has('count') && !has('rest')) {
      this.#heard.vague = true;
      return;
    }
    if (tokens.some((token) => token.is === 'items' && !token.numbered)) this.#heard.words = true;
    if (tokens.some(({ is }) => is === 'says')) this.#heard.verbs = true;
    if (!tokens.some(({ is }) => is === 'says')) {
      this.#silent(tokens, { only: has('only'), named, whole: whole || has('all') });
      return;
    }
    // 有效期三年，别的没写; 有效期三年，其他的分工、指标没写: what was listed before is there.
    const others = tokens[0]?.is === 'rest';
    if (has('rest') && (!named || others)) {
      this.#apply(this.#pending, this.#running ?? true);
      this.#pending = [];
    }
    // 双方签字盖章，有日期: a verb with things of its own leaves those before it as they were told.
    if (leads(tokens)) {
      this.#apply(this.#pending, this.#running ?? true);
      this.#pending = [];
    }
    const { open, ...walked } = walk(tokens, {
      waiting: this.#pending,
      excepted: this.#excepted,
      positive: [...this.#heard.named.values()].some((each) => each.has(true)),
      only,
    });
    for (const { ids, says } of walked.said) this.#apply(ids, says);
    const [all] = new Set(walked.said.map(({ says }) => says));
    if (named && others && has('all') && all !== undefined && walked.said.every(({ says }) => says === all))
      this.#heard.rest.add(all);
    for (const says of walked.rest) this.#heard.rest.add(says);
    for (const says of walked.only) this.#only(says);
    this.#heard.vague = this.#heard.vague || walked.vague;
    this.#pending = [...walked.waiting];
    this.#excepted = walked.excepted;
    this.#running = open?.used ? open.says : undefined;
    if (walked.last === undefined && open !== undefined && !open.used) this.#unnamed(open.says, tokens, whole);
  }

  /** 都写了, 其他没有, 没写: said of nothing named. */
  #unnamed(says: Says, tokens: readonly ListedToken<Id>[], whole: boolean): void {
    const has = (is: ListedToken<Id>['is']) => tokens.some((token) => token.is === is);
    const how = (kind: string) => tokens.some((token) => token.is === 'says' && token.how === kind);
    const others = tokens.filter(({ is }) => is === 'other').length;
    if (has('rest')) {
      this.#heard.rest.add(says);
      this.#heard.restNamed = true;
      this.#heard.narrow = false;
    } else if (whole || has('all') || how('whole')) {
      if (says === false && how('checked')) this.#heard.partly = true;
      else if (says === true || !has('partly')) this.#whole(says, others);
    } else if (says === 'unknown' || others < 3) {
      if (says === 'unknown' || says !== this.#lastSaid) this.#heard.bare = says;
      if (!has('items') && says !== 'unknown') this.#running = says;
    }
  }

  #only(says: boolean): void {
    this.#heard.rest.add(!says);
    this.#heard.narrow = says;
  }

  #whole(says: Says, others: number): void {
    if (says === false && others > 4) return;
    this.#heard.narrow = false;
    this.#heard.rest.add(says);
    this.#lastSaid = says;
    if (says !== 'unknown') this.#running = says;
  }

  #silent(tokens: readonly ListedToken<Id>[], has: { only: boolean; named: boolean; whole: boolean }): void {
    const ids = tokens.flatMap((token) => (token.is === 'items' ? token.ids : []));
    if (tokens.some(({ is }) => is === 'except')) {
      if (tokens.some(({ is }) => is === 'also')) this.#apply(ids, true);
      else if (ids.length > 0) this.#excepted = [...ids];
      return;
    }
    if (!has.named) {
      if (has.whole && tokens.every(({ is }) => is !== 'other')) this.#heard.rest.add(true);
      else if (!has.whole && tokens.some(({ is }) => is === 'count'))
        this.#heard.vague = this.#heard.vague || this.#pending.length === 0;
      return;
    }
    if (has.only) {
      this.#apply(ids, true);
      this.#heard.rest.add(false);
      this.#heard.narrow = true;
    } else if (this.#running !== undefined && this.#pending.length === 0) {
      if (this.#running === false && tokens.some(({ is }) => is === 'also')) this.#heard.vague = true;
      this.#apply(ids, this.#running);
    } else this.#pending.push(...ids);
  }

  /** 就这四样: what was named before is all there is. */
  #close(): void {
    const says = this.#pending.length > 0 ? (this.#running ?? true) : this.#lastSaid;
    this.#apply(this.#pending, says ?? true);
    this.#pending = [];
    if (says === undefined || says === 'unknown') return;
    this.#heard.rest.add(!says);
    this.#heard.narrow = says;
  }

  #coversOf(id: Id): readonly Id[] | undefined {
    return this.#items.find((item) => item.id === id)?.covers;
  }

  #apply(ids: readonly Id[], says: Says): void {
    for (const id of ids) {
      const covers = this.#coversOf(id);
      if (covers === undefined) this.#heard.named.set(id, (this.#heard.named.get(id) ?? new Set()).add(says));
      else if (!ids.some((each) => covers.includes(each))) this.#heard.general.push({ ids: covers, says });
    }
    if (ids.length > 0) this.#lastSaid = says;
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
  return withLatin(sentence)
    .split(
      /[,;:。!()[\]/]|(?<=\p{Script=Han}) (?=\p{Script=Han})|(?<!不)但是?|不过|可是|然而|(?<=[了的有齐全写过])(?=就是|只是|就差|只差|惟|除了)/u,
    )
    .map((clause) => clause.trim())
    .filter((clause) => clause !== '');
}

/** 有日期: it is there, said once and before the thing. */
function leads<Id extends string>(tokens: readonly ListedToken<Id>[]): boolean {
  const [first, next] = tokens;
  return (
    first?.is === 'says' &&
    first.says === true &&
    next?.is === 'items' &&
    tokens.filter(({ is }) => is === 'says').length === 1
  );
}
