/** Dates as English writes them → ISO, possibly partial. `ambiguous`: the order of day and month cannot be told (03/04/1970). */
import { isPartialDate } from '../../calendar.ts';

const names = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const month =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const day = '(\\d{1,2})(?:st|nd|rd|th)?';
const year = '((?:1[5-9]|20)\\d\\d)';
const gap = '[\\s,.-]*';

type Found = RegExpExecArray;
type Parts = [year: string | undefined, month: string | undefined, day: string | undefined];

const forms: readonly [RegExp, (found: Found) => Parts][] = [
  [new RegExp(`^${year}[-/.](\\d{1,2})[-/.](\\d{1,2})$`), ([, y, m, d]) => [y, m, d]],
  [new RegExp(`^${year}[-/.](\\d{1,2})$`), ([, y, m]) => [y, m, undefined]],
  [new RegExp(`^(\\d{1,2})[-/.]${year}$`), ([, m, y]) => [y, m, undefined]],
  [new RegExp(`^(?:the )?(?:year )?${year}$`), ([, y]) => [y, undefined, undefined]],
  [new RegExp(`^${month}${gap}${day}${gap}${year}$`), ([, m, d, y]) => [y, numberOf(m), d]],
  [new RegExp(`^(?:the )?${day}${gap}(?:of )?${month}${gap}${year}$`), ([, d, m, y]) => [y, numberOf(m), d]],
  [new RegExp(`^${year}${gap}${month}${gap}${day}$`), ([, y, m, d]) => [y, numberOf(m), d]],
  [new RegExp(`^${month}${gap}(?:of )?${year}$`), ([, m, y]) => [y, numberOf(m), undefined]],
  [new RegExp(`^${year}${gap}${month}$`), ([, y, m]) => [y, numberOf(m), undefined]],
];
const byNumbers = new RegExp(`^(\\d{1,2})[-/. ](\\d{1,2})[-/. ]${year}$`);

/** `12 March` without a year → 3月12日: the year was told before. */
export function readEnglishMonthDay(text: string): string | undefined {
  const said = text.toLowerCase().trim();
  const [, d, m] = new RegExp(`^${day}${gap}(?:of )?${month}$`).exec(said) ?? [];
  const [, m2, d2] = new RegExp(`^${month}${gap}(?:the )?${day}$`).exec(said) ?? [];
  const found = m ?? m2;
  return found === undefined ? undefined : `${numberOf(found)}月${Number(d ?? d2)}日`;
}

const numberOf = (name = ''): string => String(names.indexOf(name.slice(0, 3)) + 1);

export function readEnglishDate(text: string): string | 'ambiguous' | undefined {
  const said = text
    .toLowerCase()
    .trim()
    .replace(/^(?:(?:on|in|at|since|from|born(?: on| in)?|around) )+/, '')
    .replace(/[.!]+$/, '');
  const numbers = byNumbers.exec(said);
  if (numbers) {
    const [, one = '', other = '', y = ''] = numbers;
    const [a, b] = [Number(one), Number(other)];
    if (a <= 12 && b <= 12 && a !== b) return 'ambiguous';
    return a > 12 ? iso(y, other, one) : iso(y, one, other);
  }
  for (const [form, partsOf] of forms) {
    const found = form.exec(said);
    if (found) return iso(...partsOf(found));
  }
  return undefined;
}

function iso(...parts: Parts): string | undefined {
  const date = parts
    .filter((each) => each !== undefined)
    .map((each) => each.padStart(2, '0'))
    .join('-');
  return isPartialDate(date) ? date : undefined;
}
