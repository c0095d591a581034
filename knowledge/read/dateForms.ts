/** Other ways of writing a date, turned into the usual one: English months, reign years, feasts. */
import { chineseNumber } from './chineseNumber.ts';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const monthName =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const gap = '[ .,/-]{0,2}';
const nth = '(\\d{1,2})(?:st|nd|rd|th)?';
const dayFirst = new RegExp(`(?<![\\da-z])${nth}${gap}(?:of )?${monthName}${gap}(\\d{4})(?!\\d)`, 'g');
const monthFirst = new RegExp(`(?<![a-z])${monthName}${gap}${nth}(?!\\d)${gap}(\\d{4})(?!\\d)`, 'g');
const monthYear = new RegExp(`(?<![\\da-z])${monthName}${gap}(\\d{4})(?!\\d)`, 'g');
const yearFirst = new RegExp(`(?<!\\d)(\\d{4})${gap}${monthName}(?:${gap}${nth}(?!\\d))?(?![a-z])`, 'g');

const number = (name: string): number => months.indexOf(name.slice(0, 3)) + 1;

function english(text: string): string {
  if (!/[a-z]{3}/.test(text)) return text;
  return text
    .replace(dayFirst, (_, day: string, name: string, year: string) => `${year}年${number(name)}月${Number(day)}日`)
    .replace(monthFirst, (_, name: string, day: string, year: string) => `${year}年${number(name)}月${Number(day)}日`)
    .replace(monthYear, (_, name: string, year: string) => `${year}年${number(name)}月`)
    .replace(
      yearFirst,
      (_, year: string, name: string, day?: string) =>
        `${year}年${number(name)}月${day === undefined ? '' : `${Number(day)}日`}`,
    );
}

/** The year before the first of each reign, and how many years it had. */
const reigns: Record<string, { before: number; years: number }> = {
  民国: { before: 1911, years: 130 },
  明治: { before: 1867, years: 45 },
  大正: { before: 1911, years: 15 },
  昭和: { before: 1925, years: 64 },
  平成: { before: 1988, years: 31 },
  令和: { before: 2018, years: 60 },
};
const reign = new RegExp(`(${Object.keys(reigns).join('|')})(元|\\d{1,3}|[一二三四五六七八九十百〇]{1,5})年`, 'g');

function western(text: string): string {
  return text.replace(reign, (whole, name: string, typed: string) => {
    const year = typed === '元' ? 1 : chineseNumber(typed);
    const own = reigns[name];
    return own === undefined || year === undefined || year < 1 || year > own.years ? whole : `${own.before + year}年`;
  });
}

const feasts: [RegExp, string][] = [
  [/元旦节?/g, '1月1日'],
  [/情人节/g, '2月14日'],
  [/(?:三八)?妇女节|三八节/g, '3月8日'],
  [/植树节/g, '3月12日'],
  [/愚人节/g, '4月1日'],
  [/(?:五一)?(?:国际)?劳动节|五一节|五一(?=当天|那天|那一天)|(?<=\d年)五一(?=$|[,。;的])/g, '5月1日'],
  [/(?:五四)?青年节/g, '5月4日'],
  [/(?:六一)?(?:国际)?儿童节|六一节|六一(?=当天|那天|那一天)/g, '6月1日'],
  [/(?:七一)?建党节|七一(?=当天|那天|那一天)/g, '7月1日'],
  [/(?:八一)?建军节|八一(?=当天|那天|那一天)/g, '8月1日'],
  [/教师节/g, '9月10日'],
  [/国庆节?(?!路|大)/g, '10月1日'],
  [/光棍节|双十一/g, '11月11日'],
  [/平安夜/g, '12月24日'],
  [/圣诞节?/g, '12月25日'],
];

/** A year, and the feast right behind it. */
const feastOfYear = /\d年(?:的)?(?:元旦|五一|六一|七一|八一|国庆|劳动节|儿童节|教师节)/;

/** A feast says the day only where no day is written; a remark (1990-11-11，光棍节) says nothing new. */
function festive(text: string): string {
  const written = /\d{4}[-/. 年]\d{1,2}[-/. 月]\d{1,2}|\d{8}/.test(text);
  if (written || (/月\d{1,2}/.test(text) && !feastOfYear.test(text))) return text;
  return feasts.reduce((said, [feast, day]) => said.replace(feast, day), text);
}

/** 25/12/1979 can be read in one way only; 3/12/1979 stays. */
function slashed(text: string): string {
  return text.replace(
    /(?<![\d.a-z-])(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?!\d)/g,
    (whole, one: string, two: string, year: string) => {
      const [a, b] = [Number(one), Number(two)];
      if (a > 12 && a <= 31 && b >= 1 && b <= 12) return `${year}年${b}月${a}日`;
      return b > 12 && b <= 31 && a >= 1 && a <= 12 ? `${year}年${a}月${b}日` : whole;
    },
  );
}

/** 790312 as year, month and day when it cannot be year and month (200312 can). */
function sixFigures(text: string): string {
  return text.replace(
    /(?<![\d.a-z-])(\d{2})(\d{2})(\d{2})(?![\d.a-z元万块w-])/g,
    (whole, yy: string, mm: string, dd: string) => {
      const century = Number(yy + mm);
      const both = century >= 1900 && century <= 2099 && Number(dd) >= 1 && Number(dd) <= 12;
      const real = Number(yy) >= 30 && Number(mm) >= 1 && Number(mm) <= 12 && Number(dd) >= 1 && Number(dd) <= 31;
      return both || !real ? whole : `${yy}年${Number(mm)}月${Number(dd)}日`;
    },
  );
}

/** The normalised text with all of these written with 年月日; `inferred` when a year or day was worked out. */
export function usualForms(text: string): { text: string; inferred: boolean } {
  const named = sixFigures(english(text));
  const out = slashed(festive(western(named)));
  return { text: out, inferred: out !== named };
}
