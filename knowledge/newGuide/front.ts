/** 一 to 四 of a call: its title, its sections clause by clause, and the sentences that say what is granted to whom. */
import { linesOf, type Outline } from '../check/outline.ts';
import type { GuideFiles } from '../guideSchema.ts';
import { placed, sentencesOf } from './places.ts';
import { NotAGuide } from './sourceText.ts';

type Main = GuideFiles['guide'];
type Quoted = { clause: string; quote: string };

const numerals = ['一', '二', '三', '四', '五'];
const sectionIds = ['types', 'support', 'conditions', 'commonIndicators', 'directions'] as const;
const titleLine = /^(20\d\d)年.{2,40}申报指南$/;

/** Label, title and year of the call. Throws `NotAGuide` where there is no title of a guide, or one of another year. */
export function titleOf(words: string, year: number): Pick<Main, 'title' | 'year'> & { label?: string } {
  const lines = linesOf(words).slice(0, 12);
  const at = lines.findIndex((line) => titleLine.test(line));
  const title = lines[at];
  if (title === undefined) throw new NotAGuide('这份文字不是申报指南：开头没有“××××年……申报指南”这样一行标题。');
  const printed = Number(titleLine.exec(title)?.[1]);
  if (printed !== year)
    throw new NotAGuide(`标题写的是 ${printed} 年（${title}），--year 写的是 ${year}：请改正其中一个。`);
  const label = lines.slice(0, at).join(' ');
  return { title, year, ...(label !== '' && { label }) };
}

/** The five sections; throws `NotAGuide` where one of them or of the five appendices is missing. */
export function sectionsOf(words: string, outline: Outline): Main['sections'] {
  const lines = linesOf(words);
  const lost = [
    ...numerals
      .filter((numeral) => !lines.some((line) => line.startsWith(`${numeral}、`)))
      .map((each) => `“${each}、”`),
    ...[1, 2, 3, 4, 5].map((no) => `附${no}`).filter((name) => !outline.has(name)),
  ];
  if (lost.length > 0)
    throw new NotAGuide(`这份文字不是这一类申报指南，或不完整：没有 ${lost.join('、')}（要有一至五，附1至附5）。`);
  return numerals.map((numeral, at) => ({
    id: sectionIds[at] ?? 'types',
    heading: lines.find((line) => line.startsWith(`${numeral}、`)) ?? '',
    clauses:
      numeral === '五'
        ? []
        : [...outline].filter(([name]) => clauseOf(numeral).test(name)).map(([clause, text]) => ({ clause, text })),
  }));
}

const clauseOf = (numeral: string): RegExp => new RegExp(`^${numeral}(?: 第\\d+段| 首段|（)`);

/** The two kinds of projects, from the headings of 五. */
export function typesOf(outline: Outline, old: GuideFiles): Main['types'] {
  const headings = (outline.get('五') ?? '').split('\n').flatMap((line) => {
    const [, heading, name] = /^(（[一二三]）)([^：。]{4,30})$/.exec(line) ?? [];
    return heading !== undefined && name !== undefined ? [{ heading, name }] : [];
  });
  return old.guide.types.map((type, at) => {
    const { heading = '', name = '' } = headings[at] ?? {};
    const quote = placed(type.quote, type.clause, outline) ?? sentenceOf('一', outline, name);
    return { id: type.id, heading, name, clause: quote?.clause ?? '', quote: quote?.quote ?? '' };
  });
}

/** The sentence of a section that holds all of the words. */
function sentenceOf(section: string, outline: Outline, ...words: string[]): Quoted | undefined {
  for (const [clause, text] of outline) {
    if (!clauseOf(section).test(clause)) continue;
    const quote = sentencesOf(text).find((sentence) => words.every((word) => sentence.includes(word)));
    if (quote !== undefined) return { clause, quote };
  }
  return undefined;
}

/** A quote as the new call has it, or the sentence that stands where it stood. */
function again(old: Quoted, outline: Outline, words: readonly string[]): Quoted {
  const found = placed(old.quote, old.clause, outline) ?? sentenceOf(old.clause.slice(0, 1), outline, ...words);
  return { clause: found?.clause ?? '', quote: found?.quote ?? '' };
}

export function fundingOf(outline: Outline, { guide }: GuideFiles): Main['funding'] {
  const { mode, amount, quota, shortfall } = guide.funding;
  const name = mode.name;
  const modeNow = again(mode, outline, ['支持方式']);
  return {
    mode: {
      ...modeNow,
      name: modeNow.quote.includes(name) ? name : (/采取(.+?)支持方式/.exec(modeNow.quote)?.[1] ?? ''),
    },
    amount: again(amount, outline, ['支持额度']),
    quota: again(quota, outline, ['立项', '个']),
    shortfall: again(shortfall, outline, ['差额']),
  };
}

export function durationOf(outline: Outline, { guide }: GuideFiles): Quoted {
  return again(guide.duration, outline, ['实施期']);
}

const priorityWords = { agreement: '协议', 'sister-city': '友城', 'base-or-joint-lab': '基地' };

export function prioritiesOf(outline: Outline, { guide }: GuideFiles): Main['priorities'] {
  return guide.priorities.map(({ kind, list, ...old }) => {
    const found = placed(old.quote, old.clause, outline);
    const whole = sentenceOf('二', outline, priorityWords[kind], list);
    const part = whole?.quote.split('；').find((each) => each.includes(list));
    return { kind, list, clause: found?.clause ?? whole?.clause ?? '', quote: found?.quote ?? part ?? '' };
  });
}
