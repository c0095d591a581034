/**
 * Fills `{p:parameter}`, `{f:fact}` and `{x:word}` in a text of the guide, so that every figure in a text comes from
 * the guide's parameters, the person's facts, or a computed count.
 */
import { auditYears } from './auditYears.ts';
import { inChinese, isPartialDate } from './calendar.ts';
import { categoryOf } from './category.ts';
import type { PartialDate } from './facts.ts';
import type { Guide } from './guide.ts';
import { inLanguage, type Language, phraseIn, type Texts } from './language.ts';
import { englishDate, englishList, englishMonths, englishYuan } from './languages/english.ts';
import type { AnyFacts } from './rule.ts';

export function fill(text: string, facts: AnyFacts, guide: Guide, language: Language): string {
  const say = inLanguage(figures, language);
  return text.replace(/\{([pfx]):([\w.-]+)\}/g, (_whole, source: string, id: string) => {
    if (source === 'p') return parameterText(id, guide, say);
    if (source === 'f') return valueText(id, facts[id], guide, language);
    if (id === 'auditYears') return say.years(wantedAuditYears(facts, guide));
    if (id === 'missingAuditYears') return say.years(missingAuditYears(facts, guide));
    if (id === 'guideTitle') return guide.title;
    if (id === 'guideYear') return String(guide.year);
    if (id === 'directionExample') return directionExample(guide);
    return id === 'allowedDirections' ? allowedDirections(facts, guide, say) : id;
  });
}

/** How figures are written for people. */
interface Figures {
  notKnown: string;
  date(date: PartialDate): string;
  years(list: readonly (string | number)[]): string;
  yuan(yuan: number): string;
  months(months: number): string;
  directions(from: number, to: number): string;
}

const figures: Texts<Figures> = {
  zh: {
    notKnown: '未定',
    date: inChinese,
    years: (list) => `${list.join('、')}年度`,
    yuan: (yuan) => (yuan % 100 === 0 ? `${yuan / 10_000}万元` : `${yuan}元`),
    months: (months) => (months > 0 && months % 12 === 0 ? `${months / 12}年` : `${months}个月`),
    directions: (from, to) => `方向${numeral(from)}至${numeral(to)}`,
  },
  en: {
    notKnown: 'not decided yet',
    date: englishDate,
    years: englishList,
    yuan: englishYuan,
    months: englishMonths,
    directions: (from, to) => `directions ${from} to ${to}`,
  },
};

/** A threshold of the guide as people read it: `1965年6月1日`, `80万元`, `3年`. */
function parameterText(id: string, guide: Guide, say: Figures): string {
  const { value, unit } = guide.parameter(id);
  if (Array.isArray(value)) return say.years(value);
  if (typeof value === 'string') return say.date(value);
  if (unit === 'yuan') return say.yuan(value);
  if (unit === 'months') return say.months(value);
  return String(value);
}

const moneyFacts: readonly string[] = ['funding.applied', 'unit.ownFunds'];

/** A fact's value as people read it; a fact not known is 「未定」. */
export function valueText(id: string, value: unknown, guide: Guide, language: Language): string {
  const say = inLanguage(figures, language);
  if (typeof value === 'string') return isPartialDate(value) ? say.date(value) : phraseIn(value, language);
  if (typeof value !== 'number') return say.notKnown;
  const own = guide.questions.find((each) => each.fact === id)?.reader;
  if (id === 'project.months' || own === 'months') return say.months(value);
  return moneyFacts.includes(id) || own === 'money' ? say.yuan(value) : String(value);
}

const digits = '零一二三四五六七八九';

/** 1–99 in Chinese numerals: `十一`. */
export function numeral(count: number): string {
  const tens = Math.floor(count / 10);
  const ones = count % 10;
  return `${tens > 1 ? digits[tens] : ''}${tens > 0 ? '十' : ''}${ones > 0 || tens === 0 ? digits[ones] : ''}`;
}

/** 1–99 as a direction is numbered: `十一`, `11`. */
export const numeralIn = (count: number, language: Language): string =>
  language === 'zh' ? numeral(count) : String(count);

/** The directions open to the category that the partners make: `方向一至十`; all of them when there is none. */
function allowedDirections(facts: AnyFacts, guide: Guide, say: Figures): string {
  const category = categoryOf(facts, guide);
  const own = guide.directions.filter((each) => each.categoryId === category);
  const numbers = (own.length ? own : guide.directions).map((each) => each.number);
  return say.directions(Math.min(...numbers), Math.max(...numbers));
}

/** 方向五，油菜抗旱: how a direction may be typed. */
function directionExample({ directions }: Guide): string {
  const [first] = directions;
  const shown = directions.find((each) => each.ours?.example) ?? directions.find((each) => each.ours?.terms) ?? first;
  return `方向${shown?.numeral ?? ''}，${shown?.ours?.example ?? shown?.ours?.terms?.[0] ?? shown?.title ?? ''}`;
}

/** The years whose audited report is not known to be there: all of them while nothing is known. */
function missingAuditYears(facts: AnyFacts, guide: Guide): readonly number[] {
  const wanted = wantedAuditYears(facts, guide);
  const there = facts['unit.auditedReportYears'];
  const missing = Array.isArray(there) ? wanted.filter((year) => !there.includes(year)) : wanted;
  return missing.length ? missing : wanted;
}

function wantedAuditYears(facts: AnyFacts, guide: Guide): readonly number[] {
  const founded = facts['unit.registrationDate'];
  return auditYears(typeof founded === 'string' ? founded : undefined, guide);
}
