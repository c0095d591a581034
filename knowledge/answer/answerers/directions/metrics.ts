/** Which indicators of a direction a question asks for: by the metrics that it names, by the unit, by common words. */
import { scan, type Words, words } from '../../../read/scan.ts';
import type { Asked, Span } from '../../asked.ts';
import { lexicon } from '../../lexicon.ts';
import type { Direction, Indicator } from './say.ts';

export interface Metric extends Span {
  id: string;
  /** As the question has it. */
  word: string;
}

const prefix = 'dir-m-';
interface Table {
  forms: Words<readonly string[]>;
  words: ReadonlyMap<string, readonly string[]>;
}
let known: Table | undefined;

function table(): Table {
  if (known) return known;
  const byWord = new Map<string, string[]>();
  const rows = lexicon().rows.filter(({ id }) => id.startsWith(prefix));
  for (const { id, words: forms } of rows)
    for (const form of forms) byWord.set(form, [...(byWord.get(form) ?? []), id]);
  known = { forms: words(byWord), words: new Map(rows.map(({ id, words: forms }) => [id, forms])) };
  return known;
}

/** The metrics that a question names, and those that it keeps from what was asked before. */
export function metricsOf(asked: Asked): Metric[] {
  const found = scan(asked.text, table().forms)
    .filter(({ text, at }) => !/^[a-z]/.test(text) || isWhole(asked.text, at, text))
    .filter(({ text, at }) => text !== '标准' || !/(?:验收|考核|评价|评审|达到什么)$/.test(asked.text.slice(0, at)))
    .filter(({ text, at }) => !/^(?:研究生|硕士|博士|学生|硕博)/.test(text) || !asker.test(asked.text.slice(0, at)))
    .flatMap(({ text, at, means }) => means.map((id) => ({ id, word: text, start: at, end: at + text.length })));
  if (found.length > 0) return found;
  const kept = [...asked.concepts].filter((id) => id.startsWith(prefix));
  return kept.map((id) => ({ id, word: table().words.get(id)?.[0] ?? '', start: 0, end: 0 }));
}

/** 我是中医药大学的研究生: who asks, no indicator. */
const asker = /(?:我|本人|俺|咱)(?:们)?(?:是|就是|在|系|也是)[^,。;?]{0,16}$/;

const demonstrative =
  /^(?:的|材料|系统|平台|产品)?(?:那|这|𠮶)(?:个|道|项|条)?(?:课题|题目|题|方向|选题|项目|[,，的要得有到论专]|$)|^(?:材料|系统|平台)?的?(?:课题|题目|选题)/u;

/** Whether a metric's word only calls the direction by its field: 融合器那个课题, 发光材料那题. */
export function titling(text: string, { end }: Span): boolean {
  return end > 0 && demonstrative.test(text.slice(end));
}

function isWhole(text: string, at: number, form: string): boolean {
  return !/[a-z]/.test(text.charAt(at - 1)) && !/^[a-z]/.test(text.slice(at + form.length));
}

const plain = (text: string) => text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');

function written({ text, measures }: Indicator): string {
  return plain(`${text} ${measures.map(({ what }) => what).join(' ')}`);
}

/** The indicators of a direction that hold a word of the metric. */
function indicatorsFor(id: string, direction: Direction): Indicator[] {
  const forms = (table().words.get(id) ?? []).map(plain).filter((form) => form.length > 1);
  return direction.indicators.filter((each) => forms.some((form) => written(each).includes(form)));
}

/** Where a metric hits several indicators, those that share the longest stretch with the question; all when none stands out. */
export function nearest(question: string, indicators: readonly Indicator[]): readonly Indicator[] {
  if (indicators.length < 2) return indicators;
  const text = plain(question);
  const shared = indicators.map((each) => longestShared(text, written(each)));
  const most = Math.max(...shared);
  if (most < 4) return indicators;
  return indicators.filter((_, at) => (shared[at] ?? 0) >= most - 1);
}

/** Length of the longest stretch that both texts hold. */
function longestShared(one: string, other: string): number {
  let most = 0;
  for (let at = 0; at < one.length; at += 1) {
    while (other.includes(one.slice(at, at + most + 1)) && at + most < one.length) most += 1;
  }
  return most;
}

const unitAsked =
  /(?:几|多少|几多|哪几)(?:个|多)?(套|家|种|部|吨|份|毫米|微米|纳米|伏|mm|um|nm|kn|mpa|篇|名|人|项|个)/g;
const sameUnit: Readonly<Record<string, string>> = { 人: '名', 毫米: 'mm', 微米: 'um', 纳米: 'nm', 伏: 'V' };
const common = /^(?:个|项)$/;

/** The indicators whose measure has the unit that is asked for (几家, 多少吨); 个 and 项 say too little. */
export function byUnit(question: string, direction: Direction): Indicator[] {
  const units = [...question.matchAll(unitAsked)].map(([, unit]) => unit ?? '').filter((unit) => !common.test(unit));
  const wanted = new Set(units.flatMap((unit) => [unit, sameUnit[unit] ?? unit].map((each) => each.toLowerCase())));
  return direction.indicators.filter(({ measures }) => measures.some(({ unit }) => wanted.has(unit.toLowerCase())));
}

const empty =
  /选题|方向|考核|指标|要求|达到|实现|完成|建立|开展|研发|研究|申报|发表|形成|技术|关键|项目|多少|什么|具有|以上|进行|获得|开发/g;

/** A text without the words that stand in every indicator. */
const clear = (text: string) => plain(text).replace(empty, '#');

/** The indicators that share a stretch of words with the question, title and filler aside. */
export function byWords(question: string, direction: Direction): Indicator[] {
  const asked = clear(question);
  const title = clear(direction.title);
  const shared = direction.indicators.map((each) => {
    const text = clear(each.text);
    const length = longestSharedBeyond(asked, text, title);
    return { each, length };
  });
  const most = Math.max(...shared.map(({ length }) => length));
  return most < 2 ? [] : shared.filter(({ length }) => length === most).map(({ each }) => each);
}

/** Signs that a question must share with an indicator to mean its direction by it. */
const leastShared = 4;
const pieces = new WeakMap<Direction, ReadonlySet<string>>();

/** The stretches of so many signs that a direction's indicators hold. */
function piecesOf(direction: Direction): ReadonlySet<string> {
  const known = pieces.get(direction);
  if (known) return known;
  const made = new Set(
    direction.indicators.flatMap(({ text }) => {
      const clean = clear(text);
      return Array.from({ length: clean.length }, (_, at) => clean.slice(at, at + leastShared));
    }),
  );
  pieces.set(direction, made);
  return made;
}

/** Length of the longest stretch that the question shares with an indicator of each direction, filler aside; 0 under four signs. */
export function sharedWords(question: string, directions: readonly Direction[]): number[] {
  const asked = clear(question);
  const here = Array.from({ length: asked.length }, (_, at) => asked.slice(at, at + leastShared));
  const own = new Set(here);
  return directions.map((direction) => {
    const all = piecesOf(direction);
    if (![...own].some((piece) => all.has(piece))) return 0;
    const title = clear(direction.title);
    return Math.max(0, ...direction.indicators.map(({ text }) => longestSharedBeyond(asked, clear(text), title)));
  });
}

/** Like `longestShared`, without stretches that hold filler or that the title holds too. */
function longestSharedBeyond(one: string, other: string, title: string): number {
  let most = 0;
  for (let at = 0; at < one.length; at += 1) {
    for (let end = at + 2; end <= one.length; end += 1) {
      const part = one.slice(at, end);
      if (!other.includes(part)) break;
      if (!/[#\d,.%-]/.test(part) && !title.includes(part)) most = Math.max(most, part.length);
    }
  }
  return most;
}

/** Metrics of which one stands in for another when the one asked for is not written. */
const families: readonly (readonly string[])[] = [
  ['paper', 'monograph'],
  ['patent', 'invention', 'software', 'ip'],
  ['standard', 'national-standard', 'local-standard', 'industry-standard', 'intl-standard', 'handbook'],
  ['students', 'postdoc', 'talent'],
  ['system', 'platform', 'database', 'twin'],
  ['base', 'demo', 'enterprise', 'hospital', 'scene', 'pilot'],
  ['lab', 'platform'],
];

/** What a direction writes beside a metric that it doesn't write. */
export function relatives(id: string, direction: Direction): Indicator[] {
  const own = id.slice(prefix.length);
  const ids = families.filter((family) => family.includes(own)).flat();
  const hits = new Set(
    ids.filter((each) => each !== own).flatMap((each) => indicatorsFor(`${prefix}${each}`, direction)),
  );
  return direction.indicators.filter((each) => hits.has(each));
}

/** 知识产权 means all of these. */
const wide: Readonly<Record<string, readonly string[]>> = { 'dir-m-ip': ['dir-m-patent', 'dir-m-software'] };

export function hitsOf(id: string, direction: Direction): Indicator[] {
  const ids = [id, ...(wide[id] ?? [])];
  const hits = new Set(ids.flatMap((each) => indicatorsFor(each, direction)));
  return direction.indicators.filter((each) => hits.has(each));
}
