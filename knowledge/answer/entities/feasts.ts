/** Days that people call by their feast: 去年六一儿童节 is the first of June. */

const days: Readonly<Record<string, string>> = {
  元旦: '1月1日',
  妇女节: '3月8日',
  三八: '3月8日',
  五一: '5月1日',
  劳动节: '5月1日',
  青年节: '5月4日',
  六一: '6月1日',
  儿童节: '6月1日',
  七一: '7月1日',
  建党节: '7月1日',
  八一: '8月1日',
  建军节: '8月1日',
  教师节: '9月10日',
  十一: '10月1日',
  国庆: '10月1日',
  圣诞: '12月25日',
};

/** Only behind a year, so that no count is taken for a feast. */
const feast = new RegExp(
  `(?<=(?:去年|前年|今年|上年|\\d年|[〇零一二三四五六七八九]年)的?)(${Object.keys(days).join('|')})(?![月个万项家名份])(?:国际)?(?:劳动节|儿童节|妇女节|建党节|建军节|国庆节|节)?(?:假期|长假|放假|期间|那天|当天|那会儿?)?`,
  'g',
);

export interface Spelt {
  text: string;
  /** Where a place of the spelt text stood in the typed one. */
  placeOf: (at: number) => number;
}

/** The text with each feast behind a year as a day of a month. */
export function spellFeasts(typed: string): Spelt {
  const moves: { until: number; by: number }[] = [];
  let by = 0;
  const text = typed.replace(feast, (whole, name: string, at: number) => {
    const day = days[name] ?? whole;
    by += day.length - whole.length;
    moves.push({ until: at + whole.length + by, by });
    return day;
  });
  return { text, placeOf: (at) => Math.max(0, at - (moves.findLast(({ until }) => until <= at)?.by ?? 0)) };
}
