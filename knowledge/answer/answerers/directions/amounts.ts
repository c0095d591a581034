/** Whether a question asks how much, how many or how good, and how often it does. */

/** Money, time and people of the project are no indicators: 要花多少钱, 几天能批. */
const notOurs = '(?!钱|经费|万元?|块钱?|天|年|月|个月|岁|周|久|时间|号|点|字|页|份推荐|个推荐|次?推荐)';
const amount = new RegExp(
  [
    `(?:几多|多少|(?<![第好十])几|(?<!最|许|很|更|太)多(?=[大高深细快强重厚远精准长宽密亮好]))(?:个|多)?${notOurs}`,
    '百分之几|几成|好[大高深细快强重厚精准](?=$|[,。?撒哦噢嘛呢啊])|达到什么|什么水平|什么程度|做到哪|(?:下限|上限|底线|门槛|最低|最少|起码|至少|不低于|不少于)',
    'how (?:many|much|deep|high|strong|fine|good|accurate|low|large|far|fast|small|big|wide|precise|sharp|great|sensitive|strict)|(?:what|which)(?: is the| are the| kind of| sort of)? (?:[\\w-]+ ){0,3}?(?:rate|strength|accuracy|resolution|range|number|target|limit|minimum|percentage|force|current|voltage|size|depth|efficiency|precision|error|linearity|threshold|value|reduction|improvement|tonnage|energy|diameter)s?\\b|minimum|at least',
  ].join('|'),
  'gu',
);
const needs =
  /要不要|用不用|需不需|有没有(?:要求|规定)|要求|指标|必须|非得|得不得|达标|够不够|够吗|够了|行不行|对不对|是不是|要.{0,12}(?:吗|么|不$|啵)|真的假的/;

/** 多少 and its kin, each once. */
export function timesAmount(text: string): number {
  const clauses = text.split(/[,，。;；?？!！]/);
  return clauses.reduce((sum, clause) => {
    const own = [...clause.matchAll(amount)].length;
    return sum + (/各(?!种|类|方|个|位|国|单位)|分别/.test(clause) && own > 0 ? Math.max(2, own) : own);
  }, 0);
}

export function asksAmount(text: string): boolean {
  return timesAmount(text) > 0;
}

/** An amount, or whether something is required. */
export function asksRequired(text: string): boolean {
  return asksAmount(text) || needs.test(text);
}

/** How far from a metric's word its amount may stand: 论文最少要几篇, 几篇论文. */
const [before, after] = [6, 10];

/** Whether the amount that is asked stands beside these words. */
export function amountBeside(text: string, { start, end }: { start: number; end: number }): boolean {
  return asksAmount(text.slice(Math.max(0, start - before), end + after));
}
