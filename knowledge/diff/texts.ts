/** What is written and asked: the clauses themselves, questions of a guide's own, answers, cautions. */
import type { Guide } from '../guide.ts';
import { type Change, isSame, matched } from './change.ts';

interface Written {
  key: string;
  what: string;
  clause: string;
  text: string;
}

function textChanges(before: readonly Written[], after: readonly Written[]): Change[] {
  const { pairs, added, dropped } = matched(before, after, ({ key }) => key);
  return [
    ...added.map(({ what, clause, text }): Change => ({ how: 'added', what, clause, after: text })),
    ...pairs.flatMap(([old, now]): Change[] =>
      old.text === now.text
        ? []
        : [{ how: 'changed', what: now.what, clause: now.clause, before: old.text, after: now.text }],
    ),
    ...dropped.map(({ what, clause, text }): Change => ({ how: 'dropped', what, clause, before: text })),
  ];
}

/** 一 to 四 and 附5, clause by clause; the directions of 五 are compared as directions. */
export function clauseChanges(before: Guide, after: Guide): Change[] {
  const [old, now] = [before, after].map(({ title, sections, formChecks }) => [
    { key: 'title', what: '标题', clause: '标题', text: title },
    ...sections
      .filter(({ id }) => id !== 'directions')
      .flatMap(({ clauses }) => clauses.map(({ clause, text }) => ({ key: clause, what: '条文', clause, text }))),
    ...formChecks.map(({ clause, sentences }) => ({ key: clause, what: '形式审查', clause, text: sentences.join('') })),
  ]);
  return textChanges(old ?? [], now ?? []);
}

/** Questions that a guide adds to those that every guide asks. */
export function questionChanges(before: Guide, after: Guide): Change[] {
  const { pairs, added, dropped } = matched(before.questions, after.questions, ({ id }) => id);
  const name = ({ id }: (typeof added)[number]): string => id;
  const ask = ({ wording }: (typeof added)[number]): string => wording.zh.ask;
  return [
    ...added.map((each): Change => ({ how: 'added', what: name(each), after: ask(each) })),
    ...pairs.flatMap(([old, now]): Change[] =>
      isSame(old, now) ? [] : [{ how: 'changed', what: name(now), before: ask(old), after: ask(now) }],
    ),
    ...dropped.map((each): Change => ({ how: 'dropped', what: name(each), before: ask(each) })),
  ];
}

/** Answers to questions about the guide, and where the call is silent or contradicts itself. */
export function answerChanges(before: Guide, after: Guide): Change[] {
  const [old, now] = [before, after].map(({ answers, cautions }) => [
    ...answers.map(({ id, clause, words }) => ({
      key: id,
      what: `问答 ${id}`,
      clause: clause ?? '',
      text: words.zh.say,
    })),
    ...cautions.map(({ id, clause, words }) => ({
      key: `caution ${id}`,
      what: `没写清的 ${id}`,
      clause,
      text: `${words.zh.title}：${words.zh.text}`,
    })),
  ]);
  return textChanges(old ?? [], now ?? []);
}
