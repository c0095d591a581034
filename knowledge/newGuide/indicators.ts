/** 考核指标 split into single indicators with their figures, by rule. What a person splits better is reported, not guessed. */
import { figure, findWhole, readMeasureQuote } from '../check/measureQuote.ts';
import type { Direction, Measure } from '../guideSchema.ts';

type Indicator = Direction['indicators'][number];

/** Parts between ； and 。, and between ， where both sides have a figure of their own. */
export function indicatorsOf(text: string, number: number): Indicator[] {
  return piecesOf(text).map((piece, at) => ({ id: `${number}.${at + 1}`, text: piece, measures: measuresOf(piece) }));
}

function piecesOf(text: string): string[] {
  return text
    .split(/[；。]/)
    .filter((part) => part !== '')
    .flatMap((part) => {
      const pieces: string[] = [];
      for (const next of part.split('，')) {
        const last = pieces.at(-1);
        if (last === undefined || (figure.test(last) && figure.test(next))) pieces.push(next);
        else pieces[pieces.length - 1] = `${last}，${next}`;
      }
      return pieces;
    });
}

const before = '不低于|不少于|至少|≥|小于|优于|各|从|至';
const units =
  '万元|亿元|微米|毫米|纳米|厘米|公里|平方米|立方米|公斤|人次|课时|名|篇|个|项|套|份|种|家|人|吨|部|台|件|本|条|次|株|亩|倍|元|[%％]|[A-Za-zμ]+';
const number = String.raw`(?:\d+(?:\.\d+)?|一(?=种)|万分之一)`;
const measure = new RegExp(
  `(?:${before})?${number}(?:${units})?(?:[-~]\\d+(?:\\.\\d+)?|(?:提升至|到)\\d+(?:\\.\\d+)?)?(?:${units})?(?:以上|以内)?`,
  'gu',
);

/** kPa量级: no figure, but an order of magnitude. */
const magnitude = /[A-Za-zμ]+量级/gu;

function measuresOf(text: string): Measure[] {
  return [...text.matchAll(measure), ...text.matchAll(magnitude)].flatMap(([found]): Measure[] => {
    const quote = [found, found.replace(/^至/, '')].find(
      (each) => readMeasureQuote(each) && findWhole(text, each, 0) >= 0,
    );
    const read = quote === undefined ? undefined : readMeasureQuote(quote);
    return quote !== undefined && read ? [{ what: whatOf(text, quote), ...read, quote }] : [];
  });
}

const verb =
  /^(?:(?:共同|联合|合作)?(?:申报|申请|发表|培养|制定|制订|编制|建立|构建|形成|开发|获得|研制出?|完成|建成|授权|提交|举办|引进|出版|取得))+/u;

/** What is counted: the piece without its verb and the figure. */
function whatOf(text: string, quote: string): string {
  const near =
    text
      .slice(0, findWhole(text, quote, 0))
      .split(/[，、]/)
      .at(-1) ?? '';
  const after =
    text
      .slice(findWhole(text, quote, 0) + quote.length)
      .replace(/^的/, '')
      .split(/[，、]/)[0] ?? '';
  const what = near.replace(verb, '') || after.replace(verb, '') || near || text;
  return what.slice(0, 40);
}
