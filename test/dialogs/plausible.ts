/** Somebody who goes on with any talk as a person would: answers what is asked, says it another way when asked again, gives a question up in the end. */
import { loadGuide } from '../../knowledge/loadGuide.ts';
import { questionsOf } from '../../knowledge/questions/index.ts';
import type { Talk } from '../support/talk.ts';
import { ways } from './metamorphic.ts';

const examples = new Map(questionsOf(loadGuide('jx-intl-2023')).map(({ id, examples: rows }) => [id, rows]));

/** What is said of the talk itself. */
const asides: Readonly<Record<string, string>> = {
  behalf: '负责人本人',
  'behalf.name': '张老师',
  'confirm.restart': '不用',
  'choose.amend': '跳过',
  'choose.case': '跳过',
};

/** One of the ways in which people answer what stands open in the talk. */
export function answerNow(told: Talk, which: number): string {
  const open = told.last().findLast(({ question }) => question)?.question;
  if (!open) return '继续';
  const [question = ''] = open.id.replace(/#\d+/, '').split('/');
  const choices = told.last().findLast((reply) => reply.question)?.choices ?? [];
  const said = [
    ...(asides[question] === undefined ? [] : [asides[question]]),
    ...(ways[open.topic] ?? []).map(({ say }) => say),
    ...(examples.get(question) ?? []).map(([text]) => text),
    ...choices,
  ];
  return said[which % said.length] ?? '跳过';
}

/** Answers until the verdict; after so many messages without one, undefined. */
export function messagesToVerdict(told: Talk, most: number): number | undefined {
  const asked = new Map<string, number>();
  for (let said = 0; said <= most; said += 1) {
    if (told.record.ended) return said;
    const open = told.last().findLast(({ question }) => question)?.question;
    if (!open) return undefined;
    const time = asked.get(open.id) ?? 0;
    asked.set(open.id, time + 1);
    told.say(answerTo(open, time));
  }
  return undefined;
}

function answerTo({ id, topic }: { id: string; topic: string }, time: number): string {
  const [question = ''] = id.replace(/#\d+/, '').split('/');
  const said = [
    asides[question] ?? ways[topic]?.[0]?.say,
    examples.get(question)?.find(([, patch]) => typeof patch === 'object')?.[0],
    '不知道',
  ].filter((each) => each !== undefined);
  return said[time] ?? '跳过';
}
