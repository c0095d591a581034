/** The words of a question that neither the lexicon nor the guide knows: what is asked beyond the rules. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Guide } from '../guide.ts';
import type { Asked, Span } from './asked.ts';
import { weightOf } from './lexicon.ts';

/** Words without weight for what is asked: how people begin, link, stress and tell of themselves. */
const filler = new Set(
  z
    .strictObject({ words: z.array(z.string()) })
    .parse(JSON.parse(readFileSync(new URL('filler.json', import.meta.url), 'utf8'))).words,
);
const single = /^[\p{Script=Han}]$/u;
const han = /^[\p{Script=Han}]{2,}$/u;
const latin = /^[a-z][a-z-]+$/;
/** 能写, 没交, 签的: a verb of one sign with a word of function. */
const slight = /^(?:[能可要得会想须该应没不有是被让给再也都就才还先太很更最只].|.[了过的着得不])$/;
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** A stretch of the question that is not known. */
export interface Unknown extends Span {
  text: string;
}

/** Unknown stretches of a span of the question, in order; Chinese questions only. */
export function unknownIn(asked: Asked, guide: Guide, within: Span): Unknown[] {
  const source = sourceOf(guide);
  return strangeIn(asked, within, (word) => source.includes(word));
}

/** Stretches of a span that none of these concepts covers, whatever the guide may say elsewhere. */
export function beyondConcepts(asked: Asked, within: Span, uses: ReadonlySet<string>): Unknown[] {
  const touched = asked.touched.filter(({ concept }) => uses.has(concept) || weightOf(concept) === 0);
  return strangeIn({ ...asked, touched }, within, () => false);
}

function strangeIn(asked: Asked, within: Span, inGuide: (word: string) => boolean): Unknown[] {
  if (asked.language !== 'zh') return [];
  const covered = coverOf(asked);
  const isKnown = (word: string) => filler.has(word) || slight.test(word) || inGuide(word);
  const found: Unknown[] = [];
  let run = '';
  const close = (end: number) => {
    if (run.length > 1 && !isKnown(run)) found.push({ text: run, start: end - run.length, end });
    run = '';
  };
  for (const { segment, index } of segmenter.segment(asked.text)) {
    const inside = index >= within.start && index + segment.length <= within.end;
    const free = inside && !covered.slice(index, index + segment.length).includes(true);
    if (free && single.test(segment) && !filler.has(segment)) {
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

/** The clause that asks: the last with a word of asking, or the last one; what is told before it only leads up to it. */
export function askingClause({ text }: Asked): Span {
  const clauses: Span[] = [];
  let start = 0;
  for (let at = 0; at <= text.length; at += 1) {
    if (at < text.length && !clauseEnd.test(text.charAt(at))) continue;
    if (text.slice(start, at).trim() !== '') clauses.push({ start, end: at });
    start = at + 1;
  }
  const asking = clauses.filter((each) => asks.test(text.slice(each.start, each.end)));
  return asking.at(-1) ?? clauses.at(-1) ?? { start: 0, end: text.length };
}

const yesOrNo =
  /吗|么$|吧$|能不能|可不可|行不行|算不算|是不是|要不要|需不需|是否|能否|可否|有没有|够不够|成不成|好不好|[行成算能要可以][不没]$|[不没]$|也行|也算|也可以|可以[?？]?$|行[?？]?$/;

/** Whether a clause wants a yes or a no. */
export function wantsYesOrNo({ text }: Asked, { start, end }: Span): boolean {
  return yesOrNo.test(text.slice(start, end));
}

const head = /^.{0,2}(?:由谁|谁|哪|多少|几|什么|啥|怎|如何|何时|多久|咋)/;
const object = /(?:什么|啥|哪些|哪种|哪个|多少|几[个项份家次种张本])的?$/;

/** Whether an unknown word is the very thing that is asked about (保险谁来买, 要什么资质). */
export function isAskedAbout({ text }: Asked, { start, end }: Unknown): boolean {
  return head.test(text.slice(end)) || object.test(text.slice(0, start));
}

const equating =
  /(.*?)(?:算不算|能不能算|可以算|能算|也算|算数|算作|算是|算|认不认|认可|可以当|能不能当|能当|当作|当成|作为|代替|替代|顶替|顶不顶|抵不抵|顶|抵|充当|充|视为|等同|凑)(?!了|上|一下|出)/;

/** In a question whether one thing stands for another (X算Y吗, X能代替Y吗): where the one thing stands. */
export function stoodFor({ text }: Asked, clause: Span): Span | undefined {
  const [, one] = equating.exec(text.slice(clause.start, clause.end)) ?? [];
  return one === undefined || one.trim() === '' ? undefined : { start: clause.start, end: clause.start + one.length };
}
