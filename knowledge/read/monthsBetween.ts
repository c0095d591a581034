/** The months from one written day or month to another, both included (2023年7月到2026年6月 → 36). */
import type { DateParts } from './calendar.ts';
import { toIso } from './calendar.ts';
import { datesIn, type FoundDate } from './datesIn.ts';

const glue =
  /^(?:[起始]|开始|动工|启动|开工|立项)*(?:-|~|、|到|至|做到|干到|执行到|持续到|,?(?:结束|截止|止于|终止|完成)?(?:于|到|时间)?(?:是|为|:)?)(?:大概)?$/;

function between(from: DateParts, to: DateParts): number | undefined {
  if (from.month === undefined || to.month === undefined) return undefined;
  const apart = (to.year - from.year) * 12 + to.month - from.month;
  if (from.day === undefined && to.day === undefined) return apart > 0 && apart % 12 !== 0 ? apart + 1 : undefined;
  if (from.day === undefined || to.day === undefined || apart < 0) return undefined;
  if (from.day === to.day + 1) return apart > 0 ? apart : undefined;
  const next = toIso({ year: to.year, month: to.month, day: to.day + 1 });
  return from.day === 1 && 'wrong' in next ? apart + 1 : undefined;
}

/** 9月底 is the last day where the beginning names a day. */
function ended(to: FoundDate, from: FoundDate, text: string): DateParts {
  const atTheEnd = /月[底末]$/.test(text.slice(to.start, to.end));
  if (!atTheEnd || from.parts.day === undefined || to.parts.month === undefined) return to.parts;
  const { year, month } = to.parts;
  const last = [31, 30, 29, 28].find((day) => 'iso' in toIso({ year, month, day }));
  return last === undefined ? to.parts : { year, month, day: last };
}

/** `undefined` months where the ends may be meant otherwise; nothing at all where no date stands. */
export function spanOfDates(text: string, thisYear: number): { months: number | undefined } | undefined {
  const { dates, rest } = datesIn(text, thisYear);
  const whole = dates.filter(({ how }) => how !== 'month-day' && how !== 'short');
  const [from, to] = whole;
  if (from === undefined) return undefined;
  const usable = whole.every(
    ({ how, start, end }) => how === 'full' || how === 'relative' || /[底末初]$/.test(text.slice(start, end)),
  );
  if (to === undefined || whole.length !== 2 || dates.length !== 2 || !usable) return { months: undefined };
  if (!glue.test(rest.slice(from.end, to.start))) return { months: undefined };
  const end = ended(to, from, text);
  const real = [from.parts, end].every((parts) => 'iso' in toIso(parts));
  return { months: real ? between(from.parts, end) : undefined };
}
