/** A talk with the pure interview: messages in, what is said out; no botbuilder, no disk. */
import { commandOf } from '../../dialogs/commands.ts';
import type { Reply } from '../../dialogs/reply.ts';
import { ask, hear } from '../../dialogs/talk.ts';
import type { Frame } from '../../dialogs/verdict.ts';
import { loadGuide } from '../../knowledge/loadGuide.ts';
import { type Overlay, overlaid } from '../../knowledge/overlay.ts';
import { bounded } from '../../state/consulted.ts';
import { type CaseRecord, newCase } from '../../state/conversation.ts';

export interface Talk {
  /** The case as it is now. */
  record: CaseRecord;
  /** Says something; the replies to it. */
  say(text: string): Reply[];
  /** Says several things; the replies to the last. */
  sayAll(...texts: string[]): Reply[];
  /** The last replies. */
  last(): readonly Reply[];
  /** All that was said in the last replies. */
  heard(): string;
}

export function talk(start?: Partial<CaseRecord>, today = '2023-05-08', overlay: Overlay | null = null): Talk {
  const guide = overlaid(loadGuide('jx-intl-2023'), overlay);
  const frame: Frame = { guide, overlay, language: 'zh' as const, today };
  let last: Reply[] = [];
  const opened = ask(
    { record: { ...newCase('case', '第1份', 'jx-intl-2023'), ...start }, said: [], replies: [] },
    frame,
  );
  last = opened.replies;
  const made: Talk = {
    record: opened.record,
    say(text) {
      const turn = hear(text, commandOf(text), made.record, frame);
      const { record, replies } = ask(turn, frame);
      if (turn.memory) frame.consulted = { at: today, memory: bounded(turn.memory), offered: [] };
      made.record = record;
      last = replies;
      return replies;
    },
    sayAll(...texts) {
      for (const text of texts) made.say(text);
      return last;
    },
    last: () => last,
    heard: () => last.map(({ text }) => text).join('\n'),
  };
  return made;
}

/** Answers of an applicant who is ready in everything, in the order of the questions. */
export const readyAnswers = [
  '负责人本人',
  '高校',
  '韩国的庆熙大学，在首尔',
  '内地',
  '1970年6月18日',
  '教授',
  '都不是',
  '都没有',
  '江西中医药大学',
  '南昌市，1959-03-10',
  '有',
  '1949年',
  '大学，独立法人',
  '方向十一，经典名方物质基准',
  '100万',
  '3年',
  '合作好几年，佐证材料都作附件了',
  '就这一家外方，排第一位',
  '双方都签了字，日期也写了',
  '都写了',
  '中英文对照',
  '标了',
  '没有独占条款，伦理手续都办了',
  '都有',
  '开了',
  '只走一个推荐单位，没有重复报',
  '都全了',
  '没有',
] as const;

type ReadyAnswer = (typeof readyAnswers)[number];

/** The answers before this one. */
export const upTo = (answer: ReadyAnswer): ReadyAnswer[] => readyAnswers.slice(0, readyAnswers.indexOf(answer));

/** A talk in which everything before this answer was given. */
export function begunUpTo(answer: ReadyAnswer): Talk {
  const told = talk();
  told.sayAll(...upTo(answer));
  return told;
}
