/** What to say to texts that speak of a time without giving a date; the first that fits. */
const example = '例如 1979-03-12';

const hints: [RegExp, string][] = [
  [/属相|生肖|属[鼠牛虎兔龙蛇马羊猴鸡狗猪]/, `属相不够准，请写年月日，${example}。`],
  [/\d{1,3}周?岁|[一二三四五六七八九十]{2,3}周?岁|年龄|虚岁|周岁|岁了/, `年龄不够准，请写出生年月日，${example}。`],
  [/\d0后|[五六七八九〇零]〇?零?后/, `请写具体的年月日，${example}。`],
  [/农历|阴历|旧历|腊月|正月|初[一二三四五六七八九十]|闰/, `请写公历（阳历）的年月日，${example}。`],
  [/民国|光绪|宣统|同治|咸丰|道光|明治|大正|昭和|平成|令和|解放|建国|清[朝末]|改革开放/, '请写公历的年份，例如 1949。'],
  [/世纪|年代/, '只知道年代不够，请写一个年份，例如 1985。'],
  [/昨天|今天|前天|上周|上个月|上月|这个月|本月|最近|刚刚|近期/, '请写具体的日期，例如 2019-08-02。'],
  [
    /[\d一二两三四五六七八九十几多百]个?(?:来|多|几)?年(?!度|级|轮|会|报|审|都)|年(?:多|来|以上)|周年|好多年|多年|很久|刚成立|新成立|个月/,
    '请写具体的日期，例如 2019-08-02；只记得年份也可以。',
  ],
];

/** A hint for a zodiac animal, an age, 80后, a lunar or reign date, "三年多了" and the like. */
export function dateHint(text: string): string | undefined {
  return hints.find(([pattern]) => pattern.test(text))?.[1];
}

const englishMonth =
  /\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b/;

/** March 12, 1979: the order of day and month is not ours to guess. */
export function writtenInEnglish(text: string): boolean {
  return englishMonth.test(text);
}

const animals = '鼠牛虎兔龙蛇马羊猴鸡狗猪';

/** 1965 年，属蛇: the animal of the year; January and February may still belong to the year before. */
export function zodiacDisagrees(text: string, year: number, month: number | undefined): boolean {
  const said = /属([鼠牛虎兔龙蛇马羊猴鸡狗猪])/.exec(text)?.[1];
  if (said === undefined) return false;
  const own = animals.charAt((year - 4) % 12) === said;
  const before = (month === undefined || month <= 2) && animals.charAt((year - 5) % 12) === said;
  return !own && !before;
}

/** 58岁: the year must fit by one or two (周岁, 虚岁). */
export function ageDisagrees(text: string, year: number, thisYear: number): boolean {
  const said = /(\d{1,3})周?岁/.exec(text)?.[1];
  if (said === undefined) return false;
  const born = thisYear - Number(said);
  return Math.abs(born - year) > 2;
}
