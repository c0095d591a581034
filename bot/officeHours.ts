/**
 * When somebody is at the help desk, read from free text (周一至周五 8:30—12:00、14:00—17:30; Mon-Fri 08:30-12:00,14:00-17:30; 每天). What cannot be
 * read is only shown. Public holidays are not known.
 */

export interface OfficeHours {
  /** As it was written. */
  text: string;
  /** Whether somebody is there; undefined where the text could not be read. */
  isOpen(at: Date): boolean | undefined;
  /** Milliseconds of office hours between two times; of all hours where the text could not be read. */
  between(from: Date, to: Date): number;
}

/** Days of the week (1 Monday to 7 Sunday), and spans in minutes of the day. */
interface Shift {
  days: ReadonlySet<number>;
  spans: readonly (readonly [from: number, to: number])[];
}

const dayNames: readonly (readonly [RegExp, number])[] = [
  [/(?:周|星期|礼拜)一|\bmon(?:day)?\b/gi, 1],
  [/(?:周|星期|礼拜)二|\btue(?:s|sday)?\b/gi, 2],
  [/(?:周|星期|礼拜)三|\bwed(?:nesday)?\b/gi, 3],
  [/(?:周|星期|礼拜)四|\bthu(?:rs|r|rsday)?\b/gi, 4],
  [/(?:周|星期|礼拜)五|\bfri(?:day)?\b/gi, 5],
  [/(?:周|星期|礼拜)六|\bsat(?:urday)?\b/gi, 6],
  [/(?:周|星期|礼拜)[日天末]|\bsun(?:day)?\b/gi, 7],
];
const everyDay = /每天|每日|天天|全年|\b(?:daily|every\s?day)\b/gi;
const workdays = /工作日|\bweekdays\b/gi;

/** Days as D1 … D7, every dash as -, every comma as a comma. */
function spelt(text: string): string {
  let said = text
    .normalize('NFKC')
    .replace(/周末/g, 'D6-D7')
    .replace(/[—–－―~～〜至到]+|\bto\b/g, '-')
    .replace(/[、，;；和及与与\n]|\band\b/g, ',')
    .replace(everyDay, 'D1-D7')
    .replace(workdays, 'D1-D5')
    .replace(/(?:周|星期|礼拜)([一二三四五六日天])-([一二三四五六日天])(?![点时])/g, '周$1-周$2');
  for (const [name, day] of dayNames) said = said.replace(name, `D${day}`);
  return said
    .replace(/上午|下午|早上|中午|晚上|工作时间|办公时间|时间|:\s*$|^\s*:/g, ' ')
    .replace(
      /(\d{1,2})(?:点|时)(?:(\d{1,2})分?|(半))?/g,
      (_, h: string, m?: string, half?: string) => `${h}:${half ? '30' : (m ?? '00')}`,
    )
    .replace(/(D\d)\s*:/g, '$1 ');
}

const token = /\s*(?:(D[1-7])(?:\s*-\s*(D[1-7]))?|(\d{1,2}):(\d{2})\s*-\s*(\d{1,2}):(\d{2})|([,.()（）]))\s*/y;

/** Undefined when anything of it says something else than days and times. */
function shiftsIn(text: string): Shift[] | undefined {
  const said = spelt(text).trim();
  const shifts: { days: Set<number>; spans: [number, number][] }[] = [];
  token.lastIndex = 0;
  while (token.lastIndex < said.length) {
    const found = token.exec(said);
    if (!found) return undefined;
    const [, first, last, h1, m1, h2, m2] = found;
    const current = shifts.at(-1);
    if (first !== undefined) {
      const days = daysFrom(Number(first[1]), Number((last ?? first)[1]));
      if (current && current.spans.length === 0) for (const day of days) current.days.add(day);
      else shifts.push({ days: new Set(days), spans: [] });
    } else if (h1 !== undefined) {
      const from = Number(h1) * 60 + Number(m1);
      const to = Number(h2) * 60 + Number(m2);
      if (from >= to || to > 24 * 60 || Number(m1) > 59 || Number(m2) > 59) return undefined;
      if (current) current.spans.push([from, to]);
      // Times without days: every day.
      else shifts.push({ days: new Set(daysFrom(1, 7)), spans: [[from, to]] });
    }
  }
  return shifts.length > 0 && shifts.every(({ spans }) => spans.length > 0) ? shifts : undefined;
}

/** Over the end of the week too: 周六至周一. */
function daysFrom(first: number, last: number): number[] {
  const n = ((last - first + 7) % 7) + 1;
  return Array.from({ length: n }, (_, at) => ((first - 1 + at) % 7) + 1);
}

const minute = 60_000;
/** Steps in which time is added up, and days beyond which nobody counts. */
const step = 5 * minute;
const mostDays = 31;

/** @param timeZone IANA zone of the hours */
export function officeHours(text: string, timeZone: string): OfficeHours {
  const shifts = shiftsIn(text);
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const week = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

  function isOpen(at: Date): boolean | undefined {
    if (!shifts) return undefined;
    const parts = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
    const day = week.indexOf(parts.weekday ?? '') + 1;
    const time = Number(parts.hour) * 60 + Number(parts.minute);
    return shifts.some(({ days, spans }) => days.has(day) && spans.some(([from, to]) => from <= time && time < to));
  }

  return {
    text: text.trim(),
    isOpen,
    between(from, to) {
      const end = to.getTime();
      if (!shifts) return Math.max(0, end - from.getTime());
      let open = 0;
      const begin = Math.max(from.getTime(), end - mostDays * 24 * 60 * minute);
      for (let at = begin; at < end; at += step) if (isOpen(new Date(at))) open += Math.min(step, end - at);
      return open;
    },
  };
}

/** As the dialogs tell people; undefined where nobody has said when. */
export function told(hours: OfficeHours | undefined, at: Date): { text: string; open?: boolean } | undefined {
  const open = hours?.isOpen(at);
  return hours && { text: hours.text, ...(open !== undefined && { open }) };
}
