/** The rows of an export: a conversation on one line, and every line that was said, with what staff judged and noted. */
import type { Summary } from '../../../state/summary.ts';
import type { TranscriptLine } from '../../../state/transcript.ts';
import type { Cell } from '../../spreadsheet/cell.ts';
import { minuteOf } from './days.ts';
import type { Names } from './names.ts';
import { citedAs, type Judged, shownTranscript, standing } from './shown.ts';

interface Words {
  names: Names;
  timeZone: string;
}

const yes = (value: boolean): Cell => (value ? '是' : undefined);

export const summaryColumns = [
  { title: '对话', width: 24 },
  { title: '渠道', width: 12 },
  { title: '开始', width: 17 },
  { title: '最后', width: 17 },
  { title: '来信条数', width: 9 },
  { title: '停在', width: 18 },
  { title: '结论', width: 22 },
  { title: '清单中的规则', width: 40 },
  { title: '方向', width: 30 },
  { title: '没答上的问题', width: 40 },
  { title: '咨询台', width: 12 },
  { title: '评价', width: 10 },
  { title: '有误', width: 7 },
  { title: '更正', width: 7 },
  { title: '复核', width: 7 },
  { title: '批注数', width: 8 },
  { title: '指南', width: 16 },
  { title: '咨询台补充', width: 16 },
];

export function summaryRow(summary: Summary, { names, timeZone }: Words): Cell[] {
  const { conversation, channel, begunAt, lastAt, messages, step, verdict, rules, directions, unanswered } = summary;
  const { desk, satisfaction, flagged, corrected, reviewed, notes, guide, overlay } = summary;
  const latest = desk.at(-1);
  return [
    conversation,
    names.channel(channel),
    minuteOf(begunAt, timeZone),
    minuteOf(lastAt, timeZone),
    messages,
    step && names.step(step),
    verdict && names.verdict(verdict),
    rules.map((id) => names.rule(id)).join('\n'),
    directions.map((number) => names.direction(number)).join('\n'),
    unanswered.map(({ text }) => text).join('\n'),
    latest && names.desk(latest.state),
    satisfaction && names.satisfaction(satisfaction),
    yes(flagged),
    yes(corrected),
    yes(reviewed),
    notes,
    guide,
    overlay ?? undefined,
  ];
}

export const lineColumns = [
  { title: '对话', width: 24 },
  { title: '行', width: 7 },
  { title: '时间', width: 17 },
  { title: '谁', width: 12 },
  { title: '说了什么', width: 80 },
  { title: '题目', width: 16 },
  { title: '回答状态', width: 12 },
  { title: '依据', width: 50 },
  { title: '规则', width: 24 },
  { title: '结论', width: 22 },
  { title: '记下的事实', width: 20 },
  { title: '送达', width: 12 },
  { title: '标记', width: 10 },
  { title: '更正和批注', width: 50 },
  { title: '指南', width: 16 },
  { title: '咨询台补充', width: 16 },
];

const marks = { wrong: '有误', corrected: '已更正', reviewed: '已复核', cleared: undefined } as const;
const speakers = { person: '来信人', bot: '助手', event: '（事件）' } as const;

/** Every line of a conversation; what was noted about the whole stands in a row of its own in front. */
export function* lineRows(conversation: string, lines: readonly TranscriptLine[], words: Words): Generator<Cell[]> {
  const { names, timeZone } = words;
  const { lines: shown, whole } = shownTranscript(lines);
  if (whole.marks.length + whole.notes.length > 0)
    yield [conversation, undefined, undefined, '（整段对话）', ...Array<undefined>(8), ...judgedCells(whole, timeZone)];
  for (const each of shown) {
    const { line, kind, said, card } = each;
    const {
      citations = [],
      ruleIds = [],
      factsSet = [],
      questionId,
      answerStatus,
      verdict,
      delivery,
      undelivered,
    } = line;
    yield [
      conversation,
      line.seq,
      minuteOf(line.at, timeZone),
      kind === 'clerk' ? (line.staff?.name ?? '咨询员') : speakers[kind],
      [said, card].filter((text) => text !== '').join('\n'),
      questionId && names.question(questionId),
      answerStatus && names.status(answerStatus),
      citations
        .map(citedAs)
        .map(({ clause, quote }) => `${clause}：${quote}`)
        .join('\n'),
      ruleIds.map((id) => names.rule(id)).join('\n'),
      verdict && names.verdict(verdict),
      factsSet.map((id) => names.fact(id)).join('、'),
      delivery && names.delivery(delivery, undelivered),
      ...judgedCells(each, timeZone),
      line.guide,
      line.overlay ?? undefined,
    ];
  }
}

function judgedCells(judged: Judged, timeZone: string): [Cell, Cell] {
  const mark = standing(judged)?.mark;
  const told = [...judged.marks, ...judged.notes]
    .filter(({ text }) => text !== undefined)
    .sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0))
    .map(({ text, by, at }) => `${by} ${minuteOf(at, timeZone)}：${text}`);
  return [mark && marks[mark], told.join('\n')];
}
