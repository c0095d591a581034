/** The conditions of a filter in words: for the chips above a list, and for what the audit log says of an export. */
import type { SummaryFilter } from '../../../state/summary.ts';
import { dayAfter, dayBegunAt, minuteOf } from './days.ts';
import type { Flag } from './filter.ts';
import type { Names } from './names.ts';

/** Each flag when it is set, and when it must not hold. */
export const flagWords: Readonly<Record<Flag, readonly [yes: string, no: string]>> = {
  started: ['开始了自查', '没有开始自查'],
  completed: ['得出了结论', '没有得出结论'],
  unanswered: ['有没答上的问题', '没有没答上的问题'],
  declined: ['有不属于指南的问题', '没有不属于指南的问题'],
  flagged: ['标记了有误', '没有标记有误'],
  corrected: ['更正过', '没有更正过'],
  reviewed: ['已复核', '未复核'],
};

export interface Condition {
  name: keyof SummaryFilter;
  words: string;
}

/** What a filter asks for, one condition each, in the order of the form. */
export function conditionsOf(filter: SummaryFilter, names: Names, timeZone: string): Condition[] {
  const { since, until, channel, guide, verdict, step, direction, rule, satisfaction, desk, question, text } = filter;
  const found: Condition[] = [];
  const add = (name: Condition['name'], value: unknown, words: () => string): void => {
    if (value !== undefined) found.push({ name, words: words() });
  };
  add('text', text, () => `包含“${text}”`);
  add('since', since, () => `从 ${since && (dayBegunAt(since, timeZone) ?? minuteOf(since, timeZone))} 起`);
  add('until', until, () => {
    const day = until && dayBegunAt(until, timeZone);
    return day ? `到 ${dayAfter(day, -1)} 为止` : `在 ${until && minuteOf(until, timeZone)} 之前`;
  });
  add('channel', channel, () => `渠道：${names.channel(channel ?? '')}`);
  add('verdict', verdict, () => `结论：${names.verdict(verdict ?? '')}`);
  add('step', step, () => `停在：${names.step(step ?? '')}`);
  add('direction', direction, () => `方向：${names.direction(direction ?? 0)}`);
  add('rule', rule, () => `规则：${names.rule(rule ?? '')}`);
  add('desk', desk, () => `咨询台：${names.desk(desk ?? '')}`);
  add('satisfaction', satisfaction, () => `评价：${names.satisfaction(satisfaction ?? '')}`);
  add('question', question, () => `没答上：“${question}”`);
  add('guide', guide, () => `指南：${guide}`);
  for (const [name, words] of Object.entries(flagWords)) {
    const flag = filter[name as Flag]; // the table's keys are exactly the flags
    add(name as Flag, flag, () => words[flag ? 0 : 1]);
  }
  return found;
}

/** The filter without one of its conditions. */
export function without(filter: SummaryFilter, name: keyof SummaryFilter): SummaryFilter {
  const { [name]: _gone, ...rest } = filter;
  return rest;
}
