/** The words of a question that neither the lexicon nor the guide knows: what is asked beyond the rules. */
import type { Guide } from '../guide.ts';
import type { Asked, Span } from './asked.ts';
import { weightOf } from './lexicon.ts';
import { isPlain } from './plainWords.ts';

const single = /^[\p{Script=Han}]$/u;
const han = /^[\p{Script=Han}]{2,}$/u;
const latin = /^[a-z][a-z-]+$/;
/** 能写, 没交, 签的: a verb of one sign with a word of function. */
const slight = /^(?:[能可要得会想须该应没不有是被让给再也都就才还先太很更最只我你您他她它咱俺].|.[了过的着得不在])$/;
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** A stretch of the question that is not known. */
export interface Unknown extends Span {
  text: string;
}

/**
 * Unknown stretches of a span of the question, in order.
 * @param told what is answered, with its quotes, in the question's language: its words are known
 */
export function unknownIn(asked: Asked, guide: Guide, within: Span, told = ''): Unknown[] {
  if (asked.language === 'en') return strangeEnglish(asked, within, told.toLowerCase());
  const source = sourceOf(guide);
  return strangeIn(asked, within, (word) => source.includes(word));
}

const englishWord = /[a-z][a-z'’-]{2,}/g;
/** Letters by which forms of one word are known as such: exist, existed; register, registration. */
const stem = 5;

function strangeEnglish(asked: Asked, within: Span, told: string): Unknown[] {
  const covered = coverOf(asked);
  return [...asked.text.slice(within.start, within.end).matchAll(englishWord)].flatMap(({ 0: text, index }) => {
    const start = within.start + index;
    const end = start + text.length;
    if (covered.slice(start, end).includes(true)) return [];
    const parts = text.replace(/['’].*$/, '').split('-');
    const known = parts.every((each) => each.length < 3 || isPlain(each, 'en') || told.includes(each.slice(0, stem)));
    return known ? [] : [{ text, start, end }];
  });
}

/** Stretches of a span that none of these concepts covers, whatever the guide may say elsewhere. */
export function beyondConcepts(asked: Asked, within: Span, uses: ReadonlySet<string>): Unknown[] {
  const touched = asked.touched.filter(({ concept }) => uses.has(concept) || weightOf(concept) === 0);
  return strangeIn({ ...asked, touched }, within, () => false);
}

function strangeIn(asked: Asked, within: Span, inGuide: (word: string) => boolean): Unknown[] {
  if (asked.language !== 'zh') return [];
  const covered = coverOf(asked);
  const isKnown = (word: string) => isPlain(word, 'zh') || slight.test(word) || inGuide(word);
  const found: Unknown[] = [];
  let run = '';
  const close = (end: number) => {
    if (run.length > 1 && !isKnown(run)) found.push({ text: run, start: end - run.length, end });
    run = '';
  };
  for (const { segment, index } of segmenter.segment(asked.text)) {
    const inside = index >= within.start && index + segment.length <= within.end;
    const free = inside && !covered.slice(index, index + segment.length).includes(true);
    if (free && single.test(segment) && !isPlain(segment, 'zh')) {
      run += segment;
      continue;
    }
    close(index);
    if (free && (han.test(segment) || latin.test(segment)) && !isKnown(segment))
      found.push({ text: segment, start: index, end: index + segment.length });
  }
  close(within.end);
  return found;
}

function coverOf({ text, touched, mentions }: Asked): boolean[] {
  const covered = Array.from(text, () => false);
  for (const { start, end } of [...touched, ...mentions]) covered.fill(true, start, end);
  return covered;
}

const sources = new WeakMap<Guide, string>();

function sourceOf(guide: Guide): string {
  const known = sources.get(guide) ?? guide.source.toLowerCase();
  sources.set(guide, known);
  return known;
}

const clauseEnd = /[,，。;；!！?？\n]/;
const asks =
  /吗|么|呢|吧|[?？]|能不能|可不可|行不行|算不算|是不是|要不要|需不需|有没有|是否|能否|可否|有无|够不够|成不成|谁|哪|怎|什么|啥|如何|多少|几|何时|多久|[不没否]$/;

/** A clause that only asks for a yes to what stands before it: 行得通吗, 要得不, 真的假的. */
const tag =
  /^(?:这样|这么做|那|就|也|你看|您看|麻烦|请问)*(?:行|可以|可|成|能|中|得|好|对|是|够|合适|要得|算数|作数|靠谱|真的|允许|认账|认|管用|好使|过得去|使得|有效|顶用|够格|来得及)*(?:得通|得|假的|不行|不成|不中|不能|不可以|不对|不好|不|没)*(?:行|可以|成|能|中|对|好|是|够)*(?:吗|么|吧|呢|啊|呀|不|没|否|哈|撒|噻|嘛|啵|哦|了)*$/;

/**
 * The clause that asks: the last with a word of asking, or the last one; what is told before it only leads up to it. With the clause
 * before it when it only asks for a yes. English: the last sentence that asks, with what it points back to.
 */
export function askingClause({ text, language }: Asked): Span {
  if (language === 'en') return askingSentence(text);
  const clauses: Span[] = [];
  let start = 0;
  for (let at = 0; at <= text.length; at += 1) {
    if (at < text.length && !clauseEnd.test(text.charAt(at))) continue;
    if (text.slice(start, at).trim() !== '') clauses.push({ start, end: at });
    start = at + 1;
  }
  const asking = clauses.findLastIndex((each) => asks.test(text.slice(each.start, each.end)));
  const last = asking < 0 ? clauses.length - 1 : asking;
  const clause = clauses[last] ?? { start: 0, end: text.length };
  const before = clauses[last - 1];
  return before && tag.test(text.slice(clause.start, clause.end).trim()) ? { ...clause, start: before.start } : clause;
}

/** A sentence ends before a blank: 附5, 3.5, U.S. university go on. */
const sentence = /(?:[^.?!;\n]|[.](?=\S|\s[a-z\d]*[.]))+[.?!;\n]*\s*/gu;
const asksInEnglish =
  /[?]|^\s*(?:and |but |so |then )?(?:what|which|how|who|whose|when|where|why|can|could|does|do|did|is|are|was|may|might|must|should|shall|will|would|has|have)\b/;
/** Is that enough, does it count: what it points to stands before. */
const pointsBack =
  /^\s*(?:and |but |so |then )?(?:is|are|was|does|do|can|could|would|will|may|should) (?:that|this|it|these|those)\b.{0,32}$/;

function askingSentence(text: string): Span {
  const all = [...text.matchAll(sentence)].map(({ 0: whole, index }) => ({ start: index, end: index + whole.length }));
  const at = all.findLastIndex(({ start, end }) => asksInEnglish.test(text.slice(start, end)));
  const asking = all[at];
  if (asking === undefined || at === 0) return { start: 0, end: text.length };
  const before = pointsBack.test(text.slice(asking.start, asking.end)) ? all[at - 1] : undefined;
  return { start: before?.start ?? asking.start, end: asking.end };
}
