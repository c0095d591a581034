/**
 * The figures in a text (dates, years, amounts, counts, each with what it counts), brought into one form, and the same text with
 * other figures. So that what was written for one year's call says nothing of another's.
 */

/** One figure as it is written. */
interface Figure {
  kind: 'date' | 'month' | 'day' | 'year' | 'range' | 'number';
  text: string;
  /** The numbers in it, in their order. */
  numbers: readonly string[];
  unit: string;
  /** Where it stands. */
  at: number;
}

const number = String.raw`\d+(?:\.\d+)?`;
const unit =
  '万元|亿元|周岁|个工作日|个月|个选题方向|个方向|个国家|微米|毫米|[年月日天岁万元家对项篇个名套份部种条人倍次类批页章座所吨%％]|[A-Za-zμ]+';
const iso = String.raw`(?<!\d)(?:19|20)\d\d-\d\d-\d\d(?!\d)`;
const pattern = new RegExp(
  [
    iso,
    String.raw`(?<!\d)(?:19|20)\d\d ?年\d{1,2}月\d{1,2}日`,
    String.raw`(?<!\d)(?:19|20)\d\d ?年\d{1,2}月(?:份)?`,
    String.raw`(?<!\d)(?:19|20)\d\d(?!\d)`,
    String.raw`(?<!\d)\d{1,2}月\d{1,2}日`,
    `(?<![\\d.附])${number} ?[-~—–到至] ?${number}(?: ?(?:${unit}))?`,
    `(?<![\\d.附])${number}(?: ?(?:${unit}))?`,
  ].join('|'),
  'gu',
);

/** The figures of a text in their order. */
export function figuresIn(text: string): Figure[] {
  return [...text.matchAll(pattern)].map(({ 0: found, index }) => figureOf(found, index));
}

function figureOf(text: string, at: number): Figure {
  const numbers = (text.match(/\d+(?:\.\d+)?/g) ?? []).map((each) => each.replace(/^0+(?=\d)/, ''));
  const rest = text.replace(/[\d.\s\-~—–到至]/g, '');
  if (new RegExp(`^${iso}$`).test(text) || rest === '年月日') return { kind: 'date', text, numbers, unit: '', at };
  if (/^年月份?$/.test(rest)) return { kind: 'month', text, numbers, unit: '', at };
  if (rest === '月日') return { kind: 'day', text, numbers, unit: '', at };
  if (/^(?:19|20)\d\d$/.test(text)) return { kind: 'year', text, numbers, unit: '', at };
  return { kind: numbers.length > 1 ? 'range' : 'number', text, numbers, unit: unitOf(rest), at };
}

/** 万元 and 万, 周岁 and 岁 count the same. */
const unitOf = (written: string): string => ({ 万元: '万', 周岁: '岁', '％': '%' })[written] ?? written;

/** Every way in which a figure may be meant again: a date's year and month, both ends of a range. */
export function formsOf({ kind, numbers, unit: of }: Figure): string[] {
  const [first = '', second = '', third = ''] = numbers;
  switch (kind) {
    case 'date':
      return [`${first}年${second}月${third}日`, `${first}年${second}月`, `${second}月${third}日`, first];
    case 'month':
      return [`${first}年${second}月`, first];
    case 'day':
      return [`${first}月${second}日`];
    case 'year':
      return [first];
    default:
      return numbers.map((each) => `${each}${of}`);
  }
}

/** All that the figures of a text may be called. */
export function formsIn(text: string): Set<string> {
  return new Set(figuresIn(text).flatMap(formsOf));
}

/** What each old form has become, each time that it stands somewhere; itself where it stays. Also with what stands before it. */
export type Became = Map<string, Set<string>>;

/** What is known of the old figures now. */
export interface Figures {
  /** Those that became one other wherever they stood. */
  changes: ReadonlyMap<string, string>;
  /** Those that are one thing behind certain words (互访1次), the same or another. */
  settled: ReadonlyMap<string, string>;
  /** Those that became one thing here and another there. */
  doubtful: ReadonlySet<string>;
}

/** A form behind what stands before it: two signs are enough to tell 互访1次 from 少于1次. */
const behind = (text: string, at: number, form: string): string => `${text.slice(Math.max(0, at - 2), at)}|${form}`;

/** Adds to `became` how the figures of one text stand in another of the same words. */
export function compareFigures(before: string, after: string, became: Became): void {
  const others = figuresIn(after);
  for (const [place, figure] of figuresIn(before).entries()) {
    const other = others[place];
    if (!other || other.kind !== figure.kind) continue;
    const [from, to] = [formsOf(figure), formsOf(other)];
    // the month alone is the same one only where both days begin it alike
    const whole = figure.kind !== 'date' || figure.numbers[2] === other.numbers[2];
    for (const [k, form] of from.entries()) {
      const now = to[k];
      if (now === undefined || (!whole && k === 1)) continue;
      for (const key of [form, behind(before, figure.at, form)])
        became.set(key, (became.get(key) ?? new Set()).add(now));
    }
  }
}

/** What follows for other texts; what `ofRow` says of a form goes before what the whole call says. */
export function figuresOf(call: Became, ofRow: Became = new Map()): Figures {
  const changes = new Map<string, string>();
  const settled = new Map<string, string>();
  const doubtful = new Set<string>();
  for (const [form, now] of [...call].filter(([key]) => !ofRow.has(key)).concat([...ofRow])) {
    const [only] = now;
    const inContext = form.includes('|');
    if (now.size > 1) {
      if (!inContext) doubtful.add(form);
    } else if (only !== undefined && inContext) settled.set(form, only);
    else if (only !== undefined && only !== form) changes.set(form, only);
  }
  return { changes, settled, doubtful };
}

/** The text with every changed figure as it is now, each written as it was written; and figures that may be one thing or another. */
export function refigured(text: string, { changes, settled, doubtful }: Figures): { text: string; unsure: string[] } {
  const unsure: string[] = [];
  const said = text.replace(pattern, (found: string, at: number) => {
    const figure = figureOf(found, at);
    const forms = formsOf(figure);
    const nowOf = (form: string): string => {
      const known = settled.get(behind(text, at, form));
      if (known === undefined && doubtful.has(form)) unsure.push(found);
      return known ?? changes.get(form) ?? form;
    };
    if (figure.kind === 'range' || figure.kind === 'number') {
      const now = forms.map(nowOf);
      let next = 0;
      return found.replace(/\d+(?:\.\d+)?/g, (digits) => {
        const [was, is] = [forms[next], now[next]];
        next += 1;
        return is === undefined || is === was ? digits : (/^[\d.]+/.exec(is)?.[0] ?? digits);
      });
    }
    const [own = ''] = forms;
    const became = nowOf(own);
    if (became === own) return found;
    return /-/.test(found) ? isoOf(became) : became;
  });
  return { text: said, unsure };
}

/** 1966年7月1日 → 1966-07-01 */
function isoOf(date: string): string {
  const [year = '', month = '', day = ''] = date.match(/\d+/g) ?? [];
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

interface Known {
  /** Forms in the old call and in the new one. */
  old: ReadonlySet<string>;
  now: ReadonlySet<string>;
  /** The days that follow from those of the same year's call hold while these do. */
  sameYear?: boolean;
  /** Whether every figure must stand in the new call, not only those that stood in the old one. */
  strict: boolean;
}

/** Figures of a text for which the new call does not stand: days and years that it does not name, and what only the old one counted. */
export function staleIn(text: string, { old, now, strict, sameYear = false }: Known): string[] {
  return figuresIn(text)
    .filter((figure) => {
      const dated = figure.kind !== 'range' && figure.kind !== 'number';
      const [whole = ''] = formsOf(figure);
      if (dated) return !now.has(whole) && (!sameYear || strict || old.has(whole));
      return formsOf(figure).some((form) => !now.has(form) && (strict ? /\D/.test(form) : old.has(form)));
    })
    .map((figure) => figure.text);
}
