/** Rules of two guides, by their ids. */
import type { Guide } from '../guide.ts';
import type { RuleRow } from '../ruleSchema.ts';
import { type Change, isSame, matched } from './change.ts';

const kinds: Record<RuleRow['kind'], string> = {
  bar: '门槛',
  remedy: '可补正',
  preference: '优先',
  advice: '提示',
  info: '说明',
};

export function ruleChanges(before: Guide, after: Guide): Change[] {
  const rows = [before, after].map(({ rules }) => rules.map(({ row }) => row));
  const { pairs, added, dropped } = matched(rows[0] ?? [], rows[1] ?? [], ({ id }) => id);
  return [
    ...added.map((row) => whole(row, 'added')),
    ...pairs.flatMap(([old, now]) => changesOf(old, now)),
    ...dropped.map((row) => whole(row, 'dropped')),
  ];
}

const nameOf = ({ id, words }: RuleRow): string => `${words.zh.title}（${id}）`;
const saidBy = ({ quotes }: RuleRow): string => quotes.join('……');

function whole(row: RuleRow, how: 'added' | 'dropped'): Change {
  const text = `${kinds[row.kind]}：${saidBy(row)}`;
  return { how, what: nameOf(row), clause: row.clause, ...(how === 'added' ? { after: text } : { before: text }) };
}

/** What is another one in a rule that both have: its words in the call, its kind, how and when it is decided. */
function changesOf(old: RuleRow, now: RuleRow): Change[] {
  const about = { how: 'changed' as const, what: nameOf(now), clause: now.clause };
  const [wording, weight] = [saidBy(old) !== saidBy(now), old.kind !== now.kind];
  const ways = [old, now].map(({ check, appliesWhen, openWhenUnsure, askWhenUnsure }) =>
    JSON.stringify({ check, appliesWhen, openWhenUnsure, askWhenUnsure }),
  );
  return [
    ...(wording ? [{ ...about, before: saidBy(old), after: saidBy(now) }] : []),
    ...(old.clause === now.clause
      ? []
      : [{ ...about, what: `${about.what}的条款`, before: old.clause, after: now.clause }]),
    ...(weight ? [{ ...about, what: `${about.what}的性质`, before: kinds[old.kind], after: kinds[now.kind] }] : []),
    ...(isSame(ways[0], ways[1])
      ? []
      : [{ ...about, what: `${about.what}的判断方法`, before: ways[0] ?? '', after: ways[1] ?? '' }]),
  ];
}
