/** Numbers and amounts of money as English writes them. */

const small =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  );
const tens: Readonly<Record<string, number>> = {
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};

/** `three`, `twenty-five`, `1,200` → the number. */
export function readEnglishNumber(text: string): number | undefined {
  const said = text.toLowerCase().trim();
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$|^\d+(?:\.\d+)?$/.test(said)) return Number(said.replace(/,/g, ''));
  if (said === 'a' || said === 'an') return 1;
  const [first = '', second] = said.split(/[\s-]/);
  if (second === undefined) return tens[first] ?? (small.includes(first) ? small.indexOf(first) : undefined);
  const ten = first === 'twenty' ? 20 : tens[first];
  const one = small.indexOf(second);
  return ten !== undefined && one > 0 && one < 10 ? ten + one : undefined;
}

const units: readonly [RegExp, number][] = [
  [/^(?:million|millions|mio\.?|mn|m)$/, 1_000_000],
  [/^(?:k|thousand)$/, 1000],
  [/^(?:wan|x ?10k)$/, 10_000],
  [/^$/, 1],
];
const number = '(\\d[\\d,]*(?:\\.\\d+)?|[a-z]+(?:-[a-z]+)?)';
const yuan = '(?:rmb|cny|yuan|renminbi|chinese yuan|¥|￥)';
const amount = new RegExp(
  `^(${yuan})?\\s*${number}\\s*(million|millions|mio\\.?|mn|m|k|thousand|wan|)\\s*(?:of )?(${yuan})?$`,
);
/** Below this a number alone may mean yuan or ten thousand yuan. */
const plainly = 10_000;

/** Whole yuan; `foreign`: another currency; `ambiguous`: a small number without a unit. */
export function readEnglishMoney(text: string): number | 'foreign' | 'ambiguous' | undefined {
  const said = text
    .toLowerCase()
    .trim()
    .replace(/[.!]+$/, '')
    .replace(/^(?:(?:we|i|they) (?:want to |would like to |will |plan to |can )?(?:apply|ask) for |about )/, '');
  if (/[$€£]|\b(?:usd|eur|gbp|jpy|dollars?|euros?|pounds?|yen|hkd)\b/.test(said)) return 'foreign';
  const found = amount.exec(said);
  if (!found) return undefined;
  const [, before, digits = '', unit = '', after] = found;
  const value = readEnglishNumber(digits);
  const factor = units.find(([pattern]) => pattern.test(unit))?.[1];
  if (value === undefined || factor === undefined) return undefined;
  const whole = Math.round(value * factor);
  const named = before ?? after;
  return named === undefined && unit === '' && whole < plainly ? 'ambiguous' : whole;
}
