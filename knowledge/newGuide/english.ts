/** English texts of rows with the new call's figures; what may still be of the old call is left out rather than told. */
import { type Figures, refigured } from './figures.ts';

const months = 'January February March April May June July August September October November December'.split(' ');
const numbers = 'zero one two three four five six seven eight nine ten'.split(' ');

/**
 * A text, or texts by name, with the new figures; undefined where one may be of the old call.
 * @param own what the row itself quotes says of its figures: only these are looked for by their bare numbers
 */
export function inEnglish(value: unknown, figures: Figures, own: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'string') return translated(value, figures, own);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, each]) => [key, inEnglish(each, figures, own)]);
  return entries.some(([, each]) => each === undefined) ? undefined : Object.fromEntries(entries);
}

function translated(text: string, figures: Figures, own: ReadonlyMap<string, string>): string | undefined {
  const table = new Map<string, string>();
  for (const [from, to] of [...figures.changes, ...own])
    for (const [at, form] of surely(from).entries()) table.set(form, surely(to)[at] ?? form);
  for (const [from, to] of own)
    for (const [at, form] of barely(from).entries()) table.set(form, barely(to)[at] ?? form);
  const forms = [...table.keys()].sort((one, other) => other.length - one.length);
  const pattern = forms.map((form) => form.replaceAll('.', '\\.')).join('|');
  const whole = new RegExp(`(?<![\\w,.])(?:${pattern})(?![\\w]|[,.]\\d)`, 'g');
  const left = forms.length === 0 ? text : text.replace(whole, '');
  if (mayBeOld(left, own)) return undefined;
  // what was put in is not looked at again: a year that became another may itself have become one
  const pieces = forms.length === 0 ? [text] : text.split(new RegExp(`(${whole.source})`, 'g'));
  const said = pieces.map((piece) => {
    const now = table.get(piece);
    return now === undefined ? refigured(piece, figures) : { text: now, unsure: [] };
  });
  return said.some(({ unsure }) => unsure.length > 0) ? undefined : said.map((each) => each.text).join('');
}

/** Forms that can be nothing else: 1965年6月1日 as 1 June 1965, 80万 as 800,000, 3年 as 3 years and 36 months, 1倍 as 1 time. */
function surely(form: string): string[] {
  const [first = '', second = '', third = ''] = form.match(/\d+(?:\.\d+)?/g) ?? [];
  const month = months[Number(second) - 1] ?? '';
  if (third !== '') return [`${third} ${month} ${first}`, `${month} ${third}, ${first}`];
  if (second !== '') return [];
  if (form.endsWith('万')) return [(Number(first) * 10_000).toLocaleString('en')];
  if (form.endsWith('倍')) return [times(first)];
  if (form.endsWith('年')) return [`${first} years`, `${first}-year`, `${Number(first) * 12} months`];
  const counted = inLists.find(([unit]) => form === first + unit)?.[1];
  return counted === undefined ? [] : [`${first} ${counted}`];
}

/** What is counted over a whole list. */
const inLists: readonly (readonly [string, string])[] = [
  ['对', 'pairs'],
  ['家', 'bases'],
  ['个国家', 'countries'],
  ['个选题方向', 'directions'],
];

const times = (count: string): string => `${count} time${count === '1' ? '' : 's'}`;

/** Numbers of two digits by themselves. */
function barely(form: string): string[] {
  const [first = '', ...more] = form.match(/\d+(?:\.\d+)?/g) ?? [];
  if (more.length > 0 || /^\d+$/.test(form)) return [];
  return first.length > 1 && !form.endsWith('年') ? [first] : [];
}

/** An old number is left, in digits or, up to ten, in letters. */
function mayBeOld(text: string, own: ReadonlyMap<string, string>): boolean {
  // days and years are found as such
  const old = [...own.keys()]
    .filter((form) => !form.includes('月') && !/^\d{4}$/.test(form))
    .flatMap((form) => form.match(/\d+(?:\.\d+)?/g) ?? []);
  return old.some((number) => {
    const word = numbers[Number(number)];
    return new RegExp(`(?<![\\d,.])${number}(?!\\d|[,.]\\d)${word === undefined ? '' : `|\\b${word}\\b`}`, 'i').test(
      text,
    );
  });
}
