/** A question in one spelling, in which the lexicon's words stand. */
import { Converter } from 'opencc-js/t2cn';
import { plainSpeech } from '../read/plainSpeech.ts';

const toSimplified = Converter({ from: 't', to: 'cn' });
const invisible = /[\u200b-\u200f\u2060\ufeff\u00ad]/g;
const dashes = /[\u2010-\u2015\u2212\ufe58\ufe63]+/g;
const waves = /[\u301c\u223c\u02dc]/g;
/** 80w, 几个w: ten thousand yuan. */
const tenThousand = /(?<=[\d几多少百千十])个? ?w(?![a-z\d])/g;
/** 国企 能跟两个推荐单位都报吗: on a phone a space is a comma, unless it parts a few characters (考核 指标, 申 报). */
const pause = /(?<=\p{Script=Han}{2}) +(?=\p{Script=Han}{4})/gu;
const betweenHan = /(?<=[\p{Script=Han}，。、；：？！]) +| +(?=[\p{Script=Han}，。、；：？！])/gu;

/** Longest question that is read, in characters as typed; what is behind is not looked at. */
export const longestQuestion = 4000;

/**
 * Half width, simplified, lower case, one dash, one `~`, dialect as it is written in books (冇得 → 没有), no spaces beside Chinese characters but those that
 * are commas.
 */
export function normalise(question: string): string {
  const wide = question.slice(0, longestQuestion).normalize('NFKC').slice(0, longestQuestion);
  return plainSpeech(toSimplified(wide))
    .replace(invisible, '')
    .replace(dashes, '-')
    .replace(waves, '~')
    .toLowerCase()
    .replace(/\bwh?ic?h(?= (?:direction|topic|field))/g, 'which')
    .replace(dayFirst, yearFirst)
    .replace(tenThousand, '万')
    .replace(/\s+/g, ' ')
    .replace(pause, '，')
    .replace(betweenHan, '')
    .trim();
}

const dayFirst = /\b(\d{1,2})[./](\d{1,2})[./]((?:19|20)\d\d)\b/g;

/** 13.04.1970 → 1970-04-13; of 03.04.1970, which may be March or April, the year alone counts. */
function yearFirst(whole: string, one: string, other: string, year: string): string {
  const [first, second] = [Number(one), Number(other)];
  const [month, day] = first > 12 ? [second, first] : [first, second];
  if (month < 1 || month > 12 || day < 1 || day > 31) return whole;
  if (day <= 12 && day !== month) return `in ${year}`;
  return [year, String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
}
