/** What may be said at any question without answering it, what shows that it was heard, and what brings the question back. */
import type { Command } from '../../dialogs/commands.ts';
import { handoverWords } from '../../dialogs/handoverWords.ts';
import type { OwnDataCommand } from '../../dialogs/ownDataCommand.ts';
import { preludes } from '../../dialogs/position.ts';
import type { Reply } from '../../dialogs/reply.ts';
import { words } from '../../dialogs/wording.ts';
import type { AnswerStatus } from '../../knowledge/answer/draft.ts';
import type { Doing } from '../support/everyReplyTurn.ts';
import { forwarded, spoken } from '../support/everyReplyWords.ts';
import type { Prompt } from './prompts.ts';

export interface Interrupt {
  say: Doing;
  /** Whether the replies to it, said at the prompt, show that it was understood. */
  heard(replies: readonly Reply[], prompt: Prompt): boolean;
  /** What is said next where it asks something of its own, or says nothing of the question. */
  back?: string;
  /** What of the case it is there to change; nothing else may change. */
  changes?: 'left' | RegExp;
  /** Prompts to which it is an answer. */
  answers?: readonly string[];
}

const own = words('zh');
const desk = handoverWords('zh');

/** The fixed words of a sentence with gaps, in order. */
const fixed = (sentence: string): string[] => sentence.split(/\{\w+\}/).filter((part) => part.length > 1);
const textOf = (replies: readonly Reply[]): string => replies.map(({ text }) => text).join('\n');
const says =
  (...sentences: readonly string[]) =>
  (replies: readonly Reply[]): boolean =>
    sentences.some((each) => fixed(each).every((part) => textOf(replies).includes(part)));
const asks = (replies: readonly Reply[]): boolean => replies.some(({ question }) => question !== undefined);
const asksAs =
  (id: string) =>
  (replies: readonly Reply[]): boolean =>
    replies.some(({ question }) => question?.id === id);

const swapped = (what: string, changes: RegExp): Omit<Interrupt, 'say'> => ({
  heard: says(own.swapped.replace('{what}', what)),
  changes,
});

/** A command that is missing here does not compile. */
const commands: Readonly<Record<Command, Omit<Interrupt, 'say'>>> = {
  start: { heard: asks },
  resume: { heard: asks },
  help: { heard: says(own.help) },
  why: { heard: (replies) => says(own.whyQuote, own.whyNone)(replies) || replies.some(explains) },
  progress: { heard: says(own.answeredSoFar, own.nothingYet) },
  verdict: { heard: (replies) => replies.some(({ verdict }) => verdict) || says(own.tooEarly)(replies) },
  person: { heard: says(desk.askWhat, desk.handedOver), back: '不转了' },
  skip: {
    heard: (replies, { beneath }) => beneath !== undefined || says(own.putOff)(replies),
    changes: 'left',
    answers: preludes,
  },
  back: { heard: says(own.back, own.noBack, own.notRestarted), back: '跳过' },
  amend: { heard: (replies) => asksAs('choose.amend')(replies) || says(own.nothingYet)(replies), back: '跳过' },
  restart: { heard: asksAs('confirm.restart'), back: '不用', answers: ['confirm.restart'] },
  'new-case': { heard: says(own.caseNew), back: '切换到第1份' },
  cases: { heard: asksAs('choose.case'), back: '跳过' },
  'swap-lead': swapped(own.swapLead, /^lead\./),
  'swap-partner': swapped(own.swapPartner, /^(?:partners|us\.)/),
  'swap-direction': swapped(own.swapDirection, /^(?:direction|topic)/),
  'swap-unit': swapped(own.swapUnit, /^unit\./),
};

/** 为什么 at a question that has a sentence of its own for it. */
const explains = ({ text }: Reply): boolean => text.split('\n').length > 1;

const ownData: Readonly<Record<OwnDataCommand, Interrupt>> = {
  show: { say: { text: '我的数据' }, heard: says(own.ownData) },
  export: { say: { text: '导出我的数据' }, heard: (replies) => replies.some(({ download }) => download) },
  delete: { say: { text: '删除我的数据' }, heard: asksAs('confirm.delete'), back: '不删' },
};

const question = (text: string, status: AnswerStatus): Interrupt => ({
  say: { text },
  heard: (replies) =>
    replies.some(({ answer, text: said }) => answer?.status === status && said.includes(answer.answer)),
});

/** A question about the call of each kind of answer. */
const questions: Readonly<Record<AnswerStatus, Interrupt>> = {
  answered: question('年龄有什么要求？', 'answered'),
  'not-in-guide': question('截止日期是哪天？', 'not-in-guide'),
  clarify: question('要几年？', 'clarify'),
  declined: question('今天股票会涨吗？', 'declined'),
};

const others: Readonly<Record<string, Interrupt>> = {
  'a code of staff': { say: { text: '绑定 ZZZZZZZZ' }, heard: says(own.bindElsewhere) },
  'an end where nobody waits': { say: { text: '结束人工' }, heard: says(desk.nobody) },
  'an old button': { say: { text: '企业', pressed: 'no.longer' }, heard: says(own.staleChoice) },
  'another language': {
    say: { text: 'English please' },
    heard: (replies) => asks(replies) && /[a-z]{4}/.test(textOf(replies)),
    back: '中文',
  },
  'nothing that can be read': { say: { text: '' }, heard: says(own.notText), back: '继续' },
  'too much': { say: { text: '长'.repeat(4001) }, heard: says(own.tooLong), back: '继续' },
  'what others wrote': {
    say: { text: String(forwarded[0]), forwarded: true },
    heard: says(own.forwarded),
    back: '继续',
  },
};

export const interrupts: readonly (readonly [kind: string, Interrupt])[] = [
  ...Object.entries(commands).map(
    ([command, rest]) => [command, { say: { text: spoken[command as Command] }, ...rest }] as const, // the keys are those of the record
  ),
  ...Object.entries(ownData).map(([kind, each]) => [`own data: ${kind}`, each] as const),
  ...Object.entries(questions).map(([status, each]) => [`a question: ${status}`, each] as const),
  ...Object.entries(others),
];
