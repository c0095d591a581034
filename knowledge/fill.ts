/**
 * Fills `{p:parameter}`, `{f:fact}` and `{x:word}` in a text of the guide, so that every figure in a text comes from
 * the guide's parameters, the person's facts, or a computed count.
 */
import { inChinese, isPartialDate } from './calendar.ts';
import { categoryOf } from './category.ts';
import type { Guide } from './guide.ts';
import type { AnyFacts } from './rule.ts';

export function fill(text: string, facts: AnyFacts, guide: Guide): string {
  return text.replace(/\{([pfx]):([\w.-]+)\}/g, (_whole, source: string, id: string) => {
    if (source === 'p') return parameterInChinese(id, guide);
    if (source === 'f') return valueInChinese(id, facts[id], guide);
    return id === 'allowedDirections' ? allowedDirections(facts, guide) : id;
  });
}

/** A threshold of the guide as people read it: `1965年6月1日`, `80万元`, `3年`. */
function parameterInChinese(id: string, guide: Guide): string {
  const { value, unit } = guide.parameter(id);
  if (Array.isArray(value)) return `${value.join('、')}年度`;
  if (typeof value === 'string') return inChinese(value);
  if (unit === 'yuan') return yuanInChinese(value);
  if (unit === 'months') return monthsInChinese(value);
  return String(value);
}

const moneyFacts: readonly string[] = ['funding.applied', 'unit.ownFunds'];

/** A fact's value as people read it; a fact not known is 「未定」. */
function valueInChinese(id: string, value: unknown, guide: Guide): string {
  if (typeof value === 'string') return isPartialDate(value) ? inChinese(value) : value;
  if (typeof value !== 'number') return '未定';
  const own = guide.questions.find((each) => each.fact === id)?.reader;
  if (id === 'project.months' || own === 'months') return monthsInChinese(value);
  return moneyFacts.includes(id) || own === 'money' ? yuanInChinese(value) : String(value);
}

function yuanInChinese(yuan: number): string {
  return yuan % 100 === 0 ? `${yuan / 10_000}万元` : `${yuan}元`;
}

function monthsInChinese(months: number): string {
  return months > 0 && months % 12 === 0 ? `${months / 12}年` : `${months}个月`;
}

const digits = '零一二三四五六七八九';

/** 1–99 in Chinese numerals: `十一`. */
export function numeral(count: number): string {
  const tens = Math.floor(count / 10);
  const ones = count % 10;
  return `${tens > 1 ? digits[tens] : ''}${tens > 0 ? '十' : ''}${ones > 0 || tens === 0 ? digits[ones] : ''}`;
}

/** The directions open to the category that the partners make: `方向一至十`; all of them when there is none. */
function allowedDirections(facts: AnyFacts, guide: Guide): string {
  const category = categoryOf(facts, guide);
  const own = guide.directions.filter((each) => each.categoryId === category);
  const numbers = (own.length ? own : guide.directions).map((each) => each.number);
  return `方向${numeral(Math.min(...numbers))}至${numeral(Math.max(...numbers))}`;
}
