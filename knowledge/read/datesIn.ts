import type { DateParts } from './calendar.ts';

/** One date found in a text, where it stood, and how it was written. */
export interface FoundDate {
  parts: DateParts;
  /** `short`: two-digit year; `relative`: 去年; `rough`: 2018年底, the month stays open; `month-day`: no year (year 0). */
  how: 'full' | 'short' | 'relative' | 'rough' | 'month-day' | 'unreadable';
  start: number;
  end: number;
}

const edgeBefore = '(?<![\\d.a-z])';
const edgeAfter = '(?![\\da-z]|[-/.](?!\\d{4}(?!\\d))\\d)';
const md = '(\\d{1,2})';
const dayEnd = '(?:日|号(?!楼|文|院))?';

/** Four bare digits are a year only where nothing around them says otherwise (1200人, 工号1234). */
const bareBefore =
  '(?<=^|[是于在:,、;(为到和以按~#-]|出生|成立|注册|登记|建校|建院|建所|创立|创办|始建|日期|时间|年份|[说讲写]|写着|显示|[查搜](?:的|了下|一下|了一下) ?|in |since )(?<!(?<!\\d\\d\\d)\\d-)';
const bareAfter =
  '(?=$|[,、;)的起到和或还]|[~-][12]\\d{3}(?!\\d)|为准|算|来填|填|成立|注册|登记|出?生|创|建|设立|开办|就|左右|以[前后]|之[前后])';

/** In this order: the first that fits at a place wins. */
const shapes: [RegExp, FoundDate['how']][] = [
  [new RegExp(`${edgeBefore}(\\d{4})[-/. 年]${md}[-/. 月]${md}(?!月|年)${dayEnd}${edgeAfter}`, 'g'), 'full'],
  [new RegExp(`${edgeBefore}(\\d{4})(?:年${md}月份?|[-/.]${md}(?:月份?)?)${edgeAfter}(?!年)`, 'g'), 'full'],
  [new RegExp(`${edgeBefore}(\\d{4})年(?!度|级|代)份?(?!\\d)`, 'g'), 'full'],
  [/(?<=公元)(\d{3})年|(?<![\d.])(\d{3})年(?=成立|建|创|设立)/g, 'full'],
  [/(?<![\d.a-z-])(1[89]\d\d|20\d\d)(\d{2})(\d{2})(?![\da-z.-])/g, 'full'],
  [/(?<![\d.a-z-])(19\d\d|20\d\d)(\d{2})(?![\da-z.-])/g, 'full'],
  [new RegExp(`${edgeBefore}(\\d{1,2})[-/.]${md}[-/.](\\d{4})${edgeAfter}`, 'g'), 'unreadable'],
  [new RegExp(`${edgeBefore}(\\d{2})[-/.]${md}[-/.]${md}${dayEnd}${edgeAfter}`, 'g'), 'short'],
  [new RegExp(`${edgeBefore}(\\d{2})年${md}月份?${md}${dayEnd}${edgeAfter}`, 'g'), 'short'],
  [new RegExp(`${edgeBefore}(\\d{2})年${md}月份?${edgeAfter}`, 'g'), 'short'],
  [new RegExp(`${edgeBefore}(\\d{2})年(?!度|级|代|[来多了以前后间]|之)(?!\\d)`, 'g'), 'short'],
  [
    /(?<![\d一二三四五六七八九十几年])(大前年|前年|去年|上年|今年|本年|明年|后年)(?:(\d{1,2})月份?(?:(\d{1,2})[日号]?)?)?(?!\d)/g,
    'relative',
  ],
  [new RegExp(`${bareBefore}(1\\d{3}|20\\d\\d)${bareAfter}`, 'g'), 'full'],
  [new RegExp(`(?<![\\d年])${md}月份?${md}${dayEnd}(?!\\d|月)`, 'g'), 'month-day'],
  [new RegExp(`(?<![\\d年个])${md}月份?(?!\\d)`, 'g'), 'month-day'],
];

const looseEnd =
  /^年?(?:底|末|初(?![一二三四五六七八九十])|中(?![国方外美英日德法俄])|上半年|下半年|[上中下]旬|[春夏秋冬][天季]?)/;
const back: Record<string, number> = { 大前年: 3, 前年: 2, 去年: 1, 上年: 1, 今年: 0, 本年: 0, 明年: -1, 后年: -2 };

function partsOf(all: (string | undefined)[], how: FoundDate['how'], thisYear: number): DateParts {
  const [first = '', ...rest] = all.filter((part) => part !== undefined);
  const [month, day] = rest.map(Number);
  if (how === 'unreadable') return { year: Number(rest[1]), month: Number(first), day: Number(rest[0]) };
  const year = how === 'relative' ? thisYear - (back[first] ?? 0) : Number(first);
  const parts = how === 'month-day' ? { year: 0, month: year, day: month } : { year, month, day };
  return {
    year: parts.year,
    ...(parts.month === undefined ? {} : { month: parts.month }),
    ...(parts.day === undefined ? {} : { day: parts.day }),
  };
}

/** All dates that the text writes, in order; and the text with each of them replaced by `#`. */
export function datesIn(text: string, thisYear: number): { dates: FoundDate[]; rest: string } {
  const dates: FoundDate[] = [];
  let rest = text;
  for (const [shape, how] of shapes) {
    for (const match of rest.matchAll(shape)) {
      const start = match.index;
      let end = start + match[0].length;
      const loose = looseEnd.exec(text.slice(end, end + 6));
      if (loose) end += loose[0].length;
      const parts = partsOf(match.slice(1), how, thisYear);
      dates.push({ parts, how: loose && how === 'full' ? 'rough' : how, start, end });
      rest = rest.slice(0, start) + '#'.repeat(end - start) + rest.slice(end);
    }
  }
  dates.sort((one, other) => one.start - other.start);
  return { dates, rest };
}
