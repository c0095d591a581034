/** What to say to texts that speak of a time without giving a date; the first that fits. */
import { chineseNumber } from './chineseNumber.ts';

const example = '例如 1979-03-12';
const whichYear = '请写具体的日期，例如 2019-08-02；只记得年份也可以。';

/** A hint as a question, and what a short answer to it (前一个、1978) may mean. */
export interface DateHint {
  hint: string;
  offers?: readonly string[];
}

const hanTens = '[一二三四五六七八九]?十[一二三四五六七八九]?';
const age = new RegExp(
  `(?:虚岁|周岁)(?:是|有|已)?(\\d{2,3}|${hanTens})|(\\d{2,3}|${hanTens})(?:周|虚)?岁|(?:今年|马上|刚满?|快|已经?|都|满|年方|就)(\\d{2}|${hanTens})了|今年(?:也|才|就|都)?(\\d{2}|${hanTens})$`,
);
const ago = new RegExp(
  `(?<!还有|再过|差|剩|[\\d一二三四五六七八九十])(\\d{1,2}|${hanTens}|[一二两三四五六七八九])(多?)年(?:(多)?[以之]?前|(多)?(?:以上)?了|(?:整)?$)`,
);
const animals = '鼠牛虎兔龙蛇马羊猴鸡狗猪';

/** A year as an answer that may be offered; `years` in order. */
function offered(years: readonly number[], saying: (list: string) => string): DateHint {
  const list = years.length === 2 ? years.join(' 或 ') : years.join('、');
  return { hint: saying(list), offers: years.map((year) => `${year}年`) };
}

/** 45 岁 in 2023 means born in 1977 or 1978. */
function fromAge(text: string, thisYear: number): DateHint | undefined {
  const said = age
    .exec(text)
    ?.slice(1)
    .find((part) => part !== undefined);
  const years = said === undefined ? undefined : chineseNumber(said);
  if (said === undefined || years === undefined || years < 15 || years > 110) return undefined;
  const soon = /(?:快|马上|将近?|不到|就要)(?:到|满)?(?:\d|[一二三四五六七八九十])/.test(text);
  const born = thisYear - years + (soon || /虚/.test(text) ? 1 : 0);
  return offered([born - 1, born], (list) => `${soon ? '快 ' : ''}${years} 岁约是 ${list} 年出生，是哪一年？`);
}

/** 十年前, 成立十年了. */
function fromSpan(text: string, thisYear: number): DateHint | undefined {
  if (/退休|合作|毕业|工作|还有|再过|[绪统治道丰熙隆元]/.test(text)) return undefined;
  const match = ago.exec(text);
  const years = chineseNumber(match?.[1] ?? '');
  if (match === null || years === undefined || years < 1 || years > 60) return undefined;
  const year = thisYear - years;
  const more = match[2] === '多' || match[3] === '多' || match[4] === '多';
  return offered([year - 1, year], (list) => `${years} 年${more ? '多' : ''}前约是 ${list} 年，具体是哪一年？`);
}

/** 属马 fits one year in twelve. */
function fromAnimal(text: string, thisYear: number): DateHint | undefined {
  const said = /属相?是?([鼠牛虎兔龙蛇马羊猴鸡狗猪])/.exec(text)?.[1];
  if (said === undefined) return undefined;
  const years: number[] = [];
  for (let year = thisYear - 70; year <= thisYear - 24; year += 1) {
    if (animals.charAt((year - 4) % 12) === said) years.push(year);
  }
  return offered(years, (list) => `属${said}的可能是 ${list} 年出生，是哪一年？`);
}

function fromDecade(text: string): DateHint | undefined {
  const said = /(?<!\d)(\d{2}|[五六七八九〇][〇五])后/.exec(text)?.[1];
  const tens = said === undefined ? undefined : chineseNumber(said);
  if (tens === undefined) return undefined;
  const from = tens >= 30 ? 1900 + tens : 2000 + tens;
  return { hint: `${String(tens).padStart(2, '0')} 后是 ${from} 年以后出生，具体是哪年哪月哪日？` };
}

const hints: [RegExp, string][] = [
  [/属相|生肖/, `属相不够准，请写年月日，${example}。`],
  [/\d{1,3}周?岁|[一二三四五六七八九十]{2,3}周?岁|年龄|虚岁|周岁|岁了/, `年龄不够准，请写出生年月日，${example}。`],
  [/农历|阴历|旧历|腊月|正月|初[一二三四五六七八九十]|闰/, `请写公历（阳历）的年月日，${example}。`],
  [/民国|光绪|宣统|同治|咸丰|道光|明治|大正|昭和|平成|令和|解放|建国|清[朝末]|改革开放/, '请写公历的年份，例如 1949。'],
  [/世纪|年代/, '只知道年代不够，请写一个年份，例如 1985。'],
  [/昨天|今天|前天|上周|上个月|上月|这个月|本月|最近|刚刚|近期/, '请写具体的日期，例如 2019-08-02。'],
  [
    /[\d一二两三四五六七八九十几多百]个?(?:来|多|几)?年(?!度|级|轮|会|报|审|都)|年(?:多|来|以上)|周年|好多年|多年|很久|刚成立|新成立|个月/,
    whichYear,
  ],
];

/** A hint for a zodiac animal, an age, 80后, a lunar or reign date, "三年多了" and the like. */
export function dateHint(text: string, thisYear: number): DateHint | undefined {
  const worked = fromAge(text, thisYear) ?? fromAnimal(text, thisYear) ?? fromDecade(text) ?? fromSpan(text, thisYear);
  if (worked !== undefined) return worked;
  const found = hints.find(([pattern]) => pattern.test(text))?.[1];
  return found === undefined ? undefined : { hint: found };
}

/** 1965 年，属蛇: the animal of the year; January and February may still belong to the year before. */
export function zodiacDisagrees(text: string, year: number, month: number | undefined): boolean {
  const said = /属([鼠牛虎兔龙蛇马羊猴鸡狗猪])/.exec(text)?.[1];
  if (said === undefined) return false;
  const own = animals.charAt((year - 4) % 12) === said;
  const before = (month === undefined || month <= 2) && animals.charAt((year - 5) % 12) === said;
  return !own && !before;
}

/** 58岁: the year must fit by one or two (周岁, 虚岁); 60岁以下 and 不满58岁 speak of a limit. */
export function ageDisagrees(text: string, year: number, thisYear: number): boolean {
  const said =
    /(?<!不到|不满|未满|没到|没满|离|距|差|快|满)(\d{1,3})周?岁(?!以|之|线|的?(?:线|坎|限|门槛|要求)|上限|还|退休)/.exec(
      text,
    )?.[1];
  if (said === undefined) return false;
  const born = thisYear - Number(said);
  return Math.abs(born - year) > 2;
}
