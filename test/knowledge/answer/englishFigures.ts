/** The figures of a Chinese text and of the English beside it: days, amounts and counts as values, however each language writes them. */

export interface Figures {
  /** Written in digits. */
  exact: readonly string[];
  /** Written as words or numerals (三类, two, II), which may also be none at all (一致, one’s own). */
  loose: readonly string[];
}

const monthNames = 'January February March April May June July August September October November December'.split(' ');
const words =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  );
const romans = 'O I II III IV V VI VII VIII IX X'.split(' ');
const numerals = '零一二三四五六七八九';
const day = (year: string, month: number | string, date?: string) =>
  [year, String(month).padStart(2, '0'), ...(date ? [date.padStart(2, '0')] : [])].join('-');
const rmb = (amount: string, times: number) => `RMB${Math.round(Number(amount.replaceAll(',', '')) * times)}`;
const scales: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8, million: 1e6, thousand: 1e3, k: 1e3, m: 1e6 };

/** Takes what patterns find out of a text, one after the other, so that a figure counts once. */
function taken(text: string, takes: readonly [RegExp, (...found: string[]) => readonly string[]][]): string[] {
  const found: string[] = [];
  // ① numbers a list; 2023年江西省国际科技合作 is the call's name.
  let rest = text
    .replace(/[①-⑳]|2023年(?=江西省国际科技合作)|，/g, ' ')
    .normalize('NFKC')
    .replace(/[–—~～]/g, '-');
  for (const [pattern, values] of takes)
    rest = rest.replace(pattern, (...parts: string[]) => {
      found.push(...values(...parts));
      return ' ; ';
    });
  return [...new Set([...found, ...(rest.match(/\d{1,3}(?:,\d{3})+(?!\d)|\d+(?:\.\d+)?/g) ?? []).map(plainly)])];
}

const plainly = (figure: string) => String(Number(figure.replaceAll(',', '')));

function inChinese(text: string): Figures {
  const exact = taken(text, [
    [
      /(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日/g,
      (_, year = '', month = '', date = '') => [day(year, month, date)],
    ],
    [/(\d{4})-(\d\d)-(\d\d)/g, (_, year = '', month = '', date = '') => [day(year, month, date)]],
    [/(\d{4})\s*年\s*(\d{1,2})\s*月/g, (_, year = '', month = '') => [day(year, month)]],
    [
      /(\d[\d,.]*)(?:(?:万元|万|元)?\s*[-至到]\s*(\d[\d,.]*))?\s*([万亿]?)元/g,
      (_, low = '', high = '', scale = '') => [low, high].filter(Boolean).map((each) => rmb(each, scales[scale] ?? 1)),
    ],
    [/万分之一/g, () => ['1', '10000']],
  ]);
  const loose = text.match(/[零一二三四五六七八九十]+|两|双方|半|首|单/g) ?? [];
  const callsName = /(\d{4})年(?=江西省国际科技合作)/.exec(text)?.[1];
  return { exact, loose: [...loose.map((each) => countOf(each)), ...(callsName ? [callsName] : [])] };
}

function countOf(numeral: string): string {
  if (numeral === '两' || numeral === '双方') return '2';
  if (numeral === '首' || numeral === '单') return '1';
  if (numeral === '半') return '0.5';
  const [tens = '', ones = ''] = numeral.includes('十') ? numeral.split('十') : ['零', numeral];
  return String((tens === '' ? 1 : numerals.indexOf(tens)) * 10 + (ones === '' ? 0 : numerals.indexOf(ones)));
}

const month = `(${monthNames.join('|')})`;
const monthOf = (name: string) => monthNames.indexOf(name) + 1;

function inEnglish(written: string): Figures {
  const text = written.replace(/one in ten thousand/gi, '1 in 10,000');
  const exact = taken(text, [
    [/(\d{4})-(\d\d)-(\d\d)/g, (_, year = '', number = '', date = '') => [day(year, number, date)]],
    [
      new RegExp(`(\\d{1,2}) ${month},? (\\d{4})`, 'g'),
      (_, date = '', name = '', year = '') => [day(year, monthOf(name), date)],
    ],
    [
      new RegExp(`${month} (\\d{1,2}), (\\d{4})`, 'g'),
      (_, name = '', date = '', year = '') => [day(year, monthOf(name), date)],
    ],
    [new RegExp(`${month} (\\d{4})`, 'g'), (_, name = '', year = '') => [day(year, monthOf(name))]],
    [
      /RMB ?(\d[\d,]*(?:\.\d+)?)(?:(?: million)?(?:-| to | and )(?:RMB ?)?(\d[\d,]*(?:\.\d+)?))?(?: ?(million|thousand|k|m)\b)?/g,
      (_, low = '', high = '', scale = '') => [low, high].filter(Boolean).map((each) => rmb(each, scales[scale] ?? 1)),
    ],
    [/\b(\d{4})-(0[1-9]|1[0-2])\b/g, (_, year = '', number = '') => [day(year, number)]],
    [
      /(\d[\d,]*)(?: to (\d[\d,]*))? yuan/g,
      (_, low = '', high = '') => [low, high].filter(Boolean).map((each) => rmb(each, 1)),
    ],
    [/1 (?:in|per|out of) 10,?000/g, () => ['1', '10000']],
  ]);
  const loose = [
    ...words.flatMap((word, at) => (new RegExp(`\\b${word}\\b`, 'i').test(text) ? [String(at)] : [])),
    ...romans.flatMap((roman, at) => (at > 0 && new RegExp(`\\b${roman}\\b`).test(text) ? [String(at)] : [])),
    ...(/\b(?:an?|only|single|once|first|another|the)\b/i.test(text) ? ['1'] : []),
  ];
  return { exact, loose };
}

export interface Differences {
  /** In the English, and nowhere in the Chinese: wrong for certain. */
  added: readonly string[];
  /** In the Chinese in digits, and not in the English. */
  lost: readonly string[];
}

export function differences(zh: string, english: string): Differences {
  const [one, other] = [inChinese(zh), inEnglish(english)];
  const [chinese, spoken] = [new Set([...one.exact, ...one.loose]), new Set([...other.exact, ...other.loose])];
  // “One” says little by itself; of a bigger count in words the Chinese must speak.
  const counted = words.flatMap((word, at) =>
    at > 1 && new RegExp(`\\b${word}\\b`, 'i').test(english.replace(/one in ten thousand/gi, '')) ? [String(at)] : [],
  );
  return {
    added: [...new Set([...other.exact, ...counted])].filter((each) => !chinese.has(each)),
    lost: one.exact.filter((each) => !spoken.has(each)),
  };
}
